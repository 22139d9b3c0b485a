import { codesOf, type ClosedList } from '../../text/closed-list.js';

/** What a program may do with its key. */
export const KEY_SCOPE_WORDS = {
  'library:read': 'Read the public library',
  'library:write': 'Change records of the library',
  'tracking:read': 'Read how recommendations are followed',
  'tracking:write': 'Write how recommendations are followed',
  import: 'Bring in bundles and spreadsheets',
} as const satisfies ClosedList;
export type Scope = keyof typeof KEY_SCOPE_WORDS;
export const SCOPES = codesOf(KEY_SCOPE_WORDS);
