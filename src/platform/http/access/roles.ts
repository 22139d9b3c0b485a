import { codesOf, type ClosedList } from '../../text/closed-list.js';

/** What a person may be, the most powerful first. All but the first are held in one partnership. */
export const ROLE_WORDS = {
  'platform-administrator': 'Platform administrator',
  administrator: 'Administrator',
  'audit-lead': 'Audit lead',
  approver: 'Approver',
  editor: 'Editor',
  'agency-lead': 'Agency lead',
  reader: 'Reader',
} as const satisfies ClosedList;
export type Role = keyof typeof ROLE_WORDS;
export const ROLES = codesOf(ROLE_WORDS);

/** Roles that nobody acts in on the strength of a password alone: what they do reaches the public, or other people's rights. */
const STRONG_ROLES: ReadonlySet<Role> = new Set<Role>([
  ...(['platform-administrator', 'administrator', 'audit-lead', 'approver', 'editor'] as const),
]);
export const isStrong = (role: Role): boolean => STRONG_ROLES.has(role);

/** What a session has shown beyond a password or a link: nothing, a code of our own second step, or that of a provider. */
export const PROOFS = ['none', 'factor', 'provider'] as const;
export type Proof = (typeof PROOFS)[number];

/** Whether somebody acts in a role: in a strong one only with proof. */
export const mayActIn = (role: Role, proof: Proof): boolean => proof !== 'none' || !isStrong(role);
