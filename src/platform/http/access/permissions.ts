import type { Role } from './roles.js';

interface PermissionOf {
  /** What it lets somebody do, in plain words. */
  readonly means: string;
  /** Who has it, in the role in which they act. */
  readonly roles: readonly Role[];
}

/**
 * Every permission that a route may ask for, with the roles that have it: the one place where this is decided.
 * `npm run permissions` writes it down, route by route, in `docs/permissions.md`.
 */
export const PERMISSIONS = {
  'people.manage': {
    means:
      'See the people of the partnership, invite somebody, give a role and end one. Platform administrators: of every partnership.',
    roles: ['platform-administrator', 'administrator'],
  },
  'providers.manage': {
    means: 'Set up the sign-ins of councils, say which roles they give, and try them.',
    roles: ['platform-administrator'],
  },
} as const satisfies Record<string, PermissionOf>;

export type Permission = keyof typeof PERMISSIONS;

export const permits = (role: Role | undefined, permission: Permission): boolean =>
  role !== undefined && (PERMISSIONS[permission] as PermissionOf).roles.includes(role);
