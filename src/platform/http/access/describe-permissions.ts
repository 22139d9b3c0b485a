import { usualRole } from './key-roles.js';
import { PERMISSIONS, permits, permitsKey, scopeFor, type Permission } from './permissions.js';
import type { Access } from './public.decorator.js';
import { ROLES, ROLE_WORDS, type Role } from './roles.js';
import type { Route } from './routes.js';
import { KEY_SCOPE_WORDS, SCOPES, type Scope } from './scopes.js';

/** Whether this role lets somebody use a route; null is whoever has not signed in. */
export function mayUse(access: Access | undefined, role: Role | null): boolean {
  if (access === undefined) return false;
  if (access === 'public') return true;
  if (role === null) return false;
  return typeof access === 'string' || permits(role, access.permission);
}

/** Only addresses of the API read keys. */
const READS_KEYS = /^\/api\/v1(\/|$)/;

/**
 * Whether a key of a partnership with this scope alone, and the role that is then usual, lets a program use a route. What is
 * open to everybody a key opens as well; pages do not look at keys.
 */
export function mayUseWithKey({ access, path }: Pick<Route, 'access' | 'path'>, scope: Scope): boolean {
  if (access === 'public') return true;
  return (
    typeof access === 'object' &&
    READS_KEYS.test(path) &&
    permitsKey({ scopes: [scope], role: usualRole([scope], false) }, access.permission)
  );
}

/** The table of routes and roles as a page of the documentation. */
export function describePermissions(routes: readonly Route[]): string {
  const sorted = routes.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other), 'en'));
  const open = sorted.filter(({ access }) => access === 'public');
  const closed = sorted.filter(({ access }) => access !== 'public');
  return `${[
    '# Who may do what',
    '',
    'Written by `npm run permissions` from the routes and from `src/platform/http/access/permissions.ts`; `npm run gate:permissions`',
    'fails where the two differ. A person acts in one role at a time. A route that declares nothing is closed. Whoever has not',
    'signed in is sent to `/sign-in` by pages, and gets 401 from the API; a role that may not gets 403; what belongs to another',
    'partnership answers 404. `own-account` is for whoever has signed in, but not with a link from an e-mail. A key is looked at by',
    '`/api/v1/` alone: a page sends it to `/sign-in` like anybody who has none. It may do what its scopes and its role both permit.',
    'Where no role was named, a key for one agency acts as agency lead, another that follows recommendations or imports as audit',
    'lead, and one for the library alone in none. The columns of scopes are about such keys, of a whole partnership.',
    '',
    '## Permissions',
    '',
    ...table(
      ['permission', 'lets somebody', 'roles', 'scope of a key'],
      Object.entries(PERMISSIONS).map(([name, { means, roles }]) => [
        `\`${name}\``,
        means,
        roles.map((role) => ROLE_WORDS[role]).join(', '),
        scopeFor(name as Permission) ?? 'none',
      ]),
    ),
    '',
    '## Routes',
    '',
    ...table(
      ['route', 'asks for', 'nobody', ...ROLES.map((role) => ROLE_WORDS[role]), ...SCOPES.map(keyColumn)],
      closed.map((route) => [
        `\`${keyOf(route)}\``,
        sayAccess(route.access),
        ...[null, ...ROLES].map((role) => (mayUse(route.access, role) ? 'yes' : 'no')),
        ...SCOPES.map((scope) => (mayUseWithKey(route, scope) ? 'yes' : 'no')),
      ]),
    ),
    '',
    '## Scopes of keys',
    '',
    ...SCOPES.map((scope) => `- ${keyColumn(scope)}: ${KEY_SCOPE_WORDS[scope].toLowerCase()}`),
    '',
    '## Open to everybody',
    '',
    'With a good key, whatever its scope, these answer the same; the key counts for its own limit.',
    '',
    ...open.map((route) => `- \`${keyOf(route)}\``),
  ].join('\n')}\n`;
}

/** How a scope heads its column. */
export const keyColumn = (scope: Scope): string => `key ${scope}`;

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

function sayAccess(access: Access | undefined): string {
  if (access === undefined) return 'closed';
  return typeof access === 'string' ? access : `\`${access.permission}\``;
}

/** As the formatter lays tables out, so that it finds nothing to change. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((cell, at) => Math.max(cell.length, 3, ...rows.map((row) => row[at]!.length)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
