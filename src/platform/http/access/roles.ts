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
