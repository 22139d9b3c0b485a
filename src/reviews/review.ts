import { codesOf, type ClosedList } from '../platform/text/closed-list.js';
import type { CodedFields, CodesOf } from '../platform/text/coded-fields.js';

export const REVIEW_TYPE_WORDS = {
  lcspr: 'Local child safeguarding practice review',
  scr: 'Serious case review',
  'rapid-review': 'Rapid review',
  'national-review': 'National review',
  'thematic-review': 'Thematic review',
  'independent-review': 'Independent review',
  sar: 'Safeguarding adults review',
  'sar-discretionary': 'Discretionary safeguarding adults review',
  dardr: 'Domestic abuse related death review',
  cpr: 'Child practice review (Wales)',
  susr: 'Single unified safeguarding review (Wales)',
  'learning-review': 'Learning review',
  other: 'Other review',
} as const satisfies ClosedList;
export type ReviewType = keyof typeof REVIEW_TYPE_WORDS;

/** What people who know them call the types; not every type has such a name. */
export const REVIEW_TYPE_ABBREVIATIONS: Partial<Record<ReviewType, string>> = {
  lcspr: 'LCSPR',
  scr: 'SCR',
  sar: 'SAR',
  'sar-discretionary': 'discretionary SAR',
  dardr: 'DARDR, formerly DHR',
  cpr: 'CPR',
  susr: 'SUSR',
};

export const REVIEW_ABOUT_WORDS = {
  children: 'Children',
  adults: 'Adults',
  both: 'Children and adults',
} as const satisfies ClosedList;
export type ReviewAbout = keyof typeof REVIEW_ABOUT_WORDS;

export const sayReviewType = (type: ReviewType | null): string => (type ? REVIEW_TYPE_WORDS[type] : '');

/** The type with the abbreviation that people know it by. */
export function sayReviewTypeInFull(type: ReviewType | null): string {
  if (!type) return '';
  const abbreviation = REVIEW_TYPE_ABBREVIATIONS[type];
  return abbreviation ? `${REVIEW_TYPE_WORDS[type]} (${abbreviation})` : REVIEW_TYPE_WORDS[type];
}

/**
 * The fields of a review that take one of a closed list, in the order in which they are shown. This is their one home: by
 * it they are read from bundles, written, sent to the search index, filtered and counted by, shown, and described in the
 * API. A new one needs its column besides: in the entity and in a migration.
 */
export const REVIEW_CODES = {
  about: {
    title: 'About',
    description: 'Whom the review is about.',
    words: REVIEW_ABOUT_WORDS,
  },
  type: {
    title: 'Type of review',
    description: 'Type of the review.',
    words: REVIEW_TYPE_WORDS,
    sayInFull: (code: string): string => sayReviewTypeInFull(code as ReviewType),
  },
} as const satisfies CodedFields;

/** What a review has in these fields; null where it is not known. */
export type ReviewCodes = CodesOf<typeof REVIEW_CODES>;

/** `theme-named`: the source says that the review is about the theme, and nothing that it teaches on it. */
export const LEARNING_KIND_WORDS = {
  finding: 'Finding',
  'key-lesson': 'Key lesson',
  'good-practice': 'Good practice',
  'theme-named': 'Theme the review names',
} as const satisfies ClosedList;
export type LearningKind = keyof typeof LEARNING_KIND_WORDS;
export const LEARNING_KINDS = codesOf(LEARNING_KIND_WORDS);

export type TaughtKind = Exclude<LearningKind, 'theme-named'>;
/** The kinds of what teaches something. */
export const TAUGHT_KINDS = LEARNING_KINDS.filter((kind): kind is TaughtKind => kind !== 'theme-named');
