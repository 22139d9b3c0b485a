import { ROLES, type Role } from './roles.js';
import type { Scope } from './scopes.js';

/** In which roles a key may act: all that are held in one partnership. */
export const KEY_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'platform-administrator');

/** In which of these a key for one agency may act. */
export const AGENCY_KEY_ROLES: readonly Role[] = ['agency-lead', 'reader'];

/** What is done for one partnership, in a role. */
const ACTING_SCOPES: ReadonlySet<Scope> = new Set<Scope>(['tracking:read', 'tracking:write', 'import']);

/** The role of a key for which none was named; null for one that acts in none. */
export function usualRole(scopes: readonly Scope[], isOfAgency: boolean): Role | null {
  if (isOfAgency) return 'agency-lead';
  return scopes.some((scope) => ACTING_SCOPES.has(scope)) ? 'audit-lead' : null;
}
