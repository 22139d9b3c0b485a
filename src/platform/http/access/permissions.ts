import type { KeyHolder } from './actor.js';
import type { Role } from './roles.js';
import type { Scope } from './scopes.js';

interface PermissionOf {
  /** What it lets somebody do, in plain words. */
  readonly means: string;
  /** Who has it, in the role in which they act. */
  readonly roles: readonly Role[];
  /** The scope with which a key of one of these roles has it; no key has it, where it is left out. */
  readonly scope?: Scope;
}

/**
 * Every permission that a route may ask for, with the roles that have it: the one place where this is decided.
 * `npm run permissions` writes it down, route by route, in `docs/permissions.md`.
 */
export const PERMISSIONS = {
  'library.set-up': {
    means:
      'Say which partnership runs the library and whom its readers call, and go through the steps of setting it up.',
    roles: ['platform-administrator'],
  },
  'contacts.manage': {
    means: 'Say whom to call in the partnership. Platform administrators: in every partnership.',
    roles: ['platform-administrator', 'administrator'],
  },
  'people.manage': {
    means:
      'See the people of the partnership, invite somebody, give a role and end one. Platform administrators: of every partnership.',
    roles: ['platform-administrator', 'administrator'],
  },
  'providers.manage': {
    means: 'Set up the sign-ins of councils, say which roles they give, and try them.',
    roles: ['platform-administrator'],
  },
  'keys.manage': {
    means:
      'Make and revoke the API keys of the partnership. Platform administrators: all keys, and those of the public library.',
    roles: ['platform-administrator', 'administrator'],
  },
  'webhooks.manage': {
    means:
      'Say which other sites are told what changes in the public library, and how. Platform administrators: all of them.',
    roles: ['platform-administrator', 'administrator'],
  },
  'log.read': {
    means: 'Search and export the log of the partnership. Platform administrators: all of it.',
    roles: ['platform-administrator', 'administrator'],
  },
  'tracking.read': {
    means:
      'See how recommendations are followed in the partnership. Agency leads: what is asked of their agency.',
    roles: ['administrator', 'audit-lead', 'approver', 'agency-lead'],
    scope: 'tracking:read',
  },
  'tracking.contribute': {
    means:
      'Say what an agency answers, promises and does, with its evidence and impact. Agency leads: for their agency.',
    roles: ['audit-lead', 'agency-lead'],
    scope: 'tracking:write',
  },
  'tracking.lead': {
    means: 'Follow a recommendation, judge, decide what agencies ask for, and keep their list.',
    roles: ['audit-lead'],
    scope: 'tracking:write',
  },
  'tracking.approve': {
    means: 'Release a public line or a progress report that somebody else has written.',
    roles: ['audit-lead', 'approver'],
    scope: 'tracking:write',
  },
  'anonymity.keep': {
    means: 'Keep the list of what a review protects: names and places that must not be published.',
    roles: ['audit-lead', 'editor'],
    scope: 'tracking:write',
  },
  'tracking.redact': {
    means: 'Take words out of an entry that must not be there, with a reason.',
    roles: ['administrator'],
    scope: 'tracking:write',
  },
  'tracking.import': {
    means: 'Bring in a spreadsheet of recommendations and actions. Agency leads: for their agency.',
    roles: ['audit-lead', 'agency-lead'],
    scope: 'import',
  },
} as const satisfies Record<string, PermissionOf>;

export type Permission = keyof typeof PERMISSIONS;

export const permits = (role: Role | undefined, permission: Permission): boolean =>
  role !== undefined && (PERMISSIONS[permission] as PermissionOf).roles.includes(role);

/** The scope with which a key has a permission; undefined where none has. */
export const scopeFor = (permission: Permission): Scope | undefined =>
  (PERMISSIONS[permission] as PermissionOf).scope;

/** A key has what both its scopes and its role permit. */
export const permitsKey = (
  { scopes, role }: Pick<KeyHolder, 'scopes' | 'role'>,
  permission: Permission,
): boolean => {
  const scope = scopeFor(permission);
  return scope !== undefined && scopes.includes(scope) && permits(role ?? undefined, permission);
};
