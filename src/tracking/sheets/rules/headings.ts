import type { SheetDate } from '../dates/sheet-date.js';
import { datesIn } from '../dates/written-dates.js';
import { DATED_HEADING_REST, HEADING_WORDS, type HeadingKind } from '../words/heading-words.js';

/** What a heading says of its column. */
export interface HeadingMeaning {
  kind: HeadingKind;
  /** The day that a column of updates is about: “Q1 2024/25”, “Update June 2024”. */
  dated: SheetDate | null;
  /** A completion column whose heading also asks for words: “Date of completion and outcome”. */
  mixed: boolean;
}

const LONGEST_HEADING = 90;
const ASKS_FOR_WORDS = /\b(outcome|comment|progress|update|note|detail|evidence)/;

/** The form in which headings are compared. */
export function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/\((s|es|ies)\)/g, '$1')
    .replaceAll('%', ' percent ')
    .replaceAll('#', ' number ')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What one heading says, by its words alone. */
export function readHeading(heading: string): HeadingMeaning {
  const key = headingKey(heading);
  const nothing: HeadingMeaning = { kind: 'note', dated: null, mixed: false };
  if (!key || heading.length > LONGEST_HEADING) return nothing;
  const [found] = datesIn(heading, 'day-first').filter(({ bareYear }) => !bareYear);
  const rest = found && headingKey(heading.slice(0, found.at) + ' ' + heading.slice(found.at + found.length));
  if (found?.date && DATED_HEADING_REST.test(rest!))
    return { ...nothing, kind: 'progress', dated: found.date };
  const kind = HEADING_WORDS.find(([, pattern]) => pattern.test(rest || key))?.[0] ?? 'note';
  return { kind, dated: kind === 'progress' ? (found?.date ?? null) : null, mixed: ASKS_FOR_WORDS.test(key) };
}

const UNKNOWN: readonly HeadingKind[] = ['note', 'percent', 'aboutRecommendation'];

export const isKnownHeading = (heading: string): boolean => !UNKNOWN.includes(readHeading(heading).kind);

/** How many cells of a row are headings that we know. */
export const countKnownHeadings = (cells: readonly string[]): number => cells.filter(isKnownHeading).length;
