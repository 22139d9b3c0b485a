import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** What may stand in a list of results, in the order of what practitioners come for first. */
export const SEARCH_KIND_WORDS = {
  'learning-point': 'Learning point',
  review: 'Review',
  recommendation: 'Recommendation',
  briefing: 'Briefing',
  resource: 'Resource',
  theme: 'Theme',
} as const satisfies ClosedList;
export type SearchKind = keyof typeof SEARCH_KIND_WORDS;
export const SEARCH_KIND_PLURALS = Object.fromEntries(
  Object.entries(SEARCH_KIND_WORDS).map(([kind, word]) => [kind, `${word}s`]),
) as ClosedList<SearchKind>;

/** Ages that a record speaks of, as it says them itself. */
export const AGE_GROUP_WORDS = {
  'under-1': 'Under 1',
  '1-to-4': '1 to 4',
  '5-to-11': '5 to 11',
  '12-to-17': '12 to 17',
  '18-to-64': '18 to 64',
  '65-and-over': '65 and over',
} as const satisfies ClosedList;
export type AgeGroup = keyof typeof AGE_GROUP_WORDS;
export const AGE_GROUPS = codesOf(AGE_GROUP_WORDS);
