import { PERMISSIONS, permits } from './permissions.js';
import type { Access } from './public.decorator.js';
import { ROLES, ROLE_WORDS, type Role } from './roles.js';
import type { Route } from './routes.js';

/** Whether this role lets somebody use a route; null is whoever has not signed in. */
export function mayUse(access: Access | undefined, role: Role | null): boolean {
  if (access === undefined) return false;
  if (access === 'public') return true;
  if (role === null) return false;
  return typeof access === 'string' || permits(role, access.permission);
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
    'partnership answers 404. `own-account` is for whoever has signed in, but not with a link from an e-mail.',
    '',
    '## Permissions',
    '',
    ...table(
      ['permission', 'lets somebody', 'roles'],
      Object.entries(PERMISSIONS).map(([name, { means, roles }]) => [
        `\`${name}\``,
        means,
        roles.map((role) => ROLE_WORDS[role]).join(', '),
      ]),
    ),
    '',
    '## Routes',
    '',
    ...table(
      ['route', 'asks for', 'nobody', ...ROLES.map((role) => ROLE_WORDS[role])],
      closed.map((route) => [
        `\`${keyOf(route)}\``,
        sayAccess(route.access),
        ...[null, ...ROLES].map((role) => (mayUse(route.access, role) ? 'yes' : 'no')),
      ]),
    ),
    '',
    '## Open to everybody',
    '',
    ...open.map((route) => `- \`${keyOf(route)}\``),
  ].join('\n')}\n`;
}

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
