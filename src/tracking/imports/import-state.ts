import { codesOf, type ClosedList } from '../../platform/text/closed-list.js';

/** How far a spreadsheet is. */
export const IMPORT_STATE_WORDS = {
  previewed: 'Looked through, not brought in yet',
  applied: 'Brought in',
  undone: 'Taken back',
  'given-up': 'Given up',
} as const satisfies ClosedList;
export type ImportState = keyof typeof IMPORT_STATE_WORDS;
export const IMPORT_STATES = codesOf(IMPORT_STATE_WORDS);
