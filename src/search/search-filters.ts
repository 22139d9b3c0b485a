import type { ClosedList } from '../platform/text/closed-list.js';
import { namesOf, type CodedField } from '../platform/text/coded-fields.js';
import { REVIEW_CODES, type ReviewCodes } from '../reviews/review.js';
import { AGE_GROUP_WORDS, SEARCH_KIND_PLURALS } from './search-kinds.js';

/** One filter of the search. */
export interface SearchFilter {
  /** What it is called on the page. */
  title: string;
  /** What it does, in a sentence: for the API. */
  description: string;
  /** The order in which its values are offered. */
  order: 'as listed' | 'most first' | 'newest first';
  /** The words for each value, where these are a closed list. */
  words?: ClosedList;
  /** A value that may be asked for, where it is any text. */
  example?: string;
}

/** The filter by a coded field of a review: what comes from a review has the review's codes. */
const ofReview = ({ title, description, words }: CodedField): SearchFilter => ({
  title,
  description: `${description} Only such reviews, and what comes from them.`,
  order: 'most first',
  words,
});

const byCode = Object.fromEntries(
  namesOf(REVIEW_CODES).map((name) => [name, ofReview(REVIEW_CODES[name])]),
) as Record<keyof ReviewCodes, SearchFilter>;

/** The filters of the search, in the order of the page. Values of one widen the answer ("or"), filters narrow it ("and"). */
export const SEARCH_FILTERS = {
  kind: {
    title: 'Kind of result',
    description: 'Only results of these kinds.',
    order: 'as listed',
    words: SEARCH_KIND_PLURALS,
  },
  ...byCode,
  theme: {
    title: 'Theme',
    description: 'Only what carries these themes, or themes narrower than them: slug or name.',
    order: 'most first',
    example: 'domestic-abuse',
  },
  agency: {
    title: 'Recommendations to',
    description: 'Only reviews with a recommendation to these agencies: slug or name.',
    order: 'most first',
    example: 'Durham Constabulary',
  },
  age: {
    title: 'Ages mentioned',
    description: 'Only what speaks of someone of these ages.',
    order: 'as listed',
    words: AGE_GROUP_WORDS,
  },
  publisher: {
    title: 'Publisher',
    description: 'Only what these publishers published: slug or name.',
    order: 'most first',
    example: 'Darlington Safeguarding Partnership',
  },
  year: {
    title: 'Year',
    description: 'Only what was published in these years.',
    order: 'newest first',
  },
} as const satisfies Record<string, SearchFilter>;

export type FilterName = keyof typeof SEARCH_FILTERS;
export const FILTER_NAMES = Object.keys(SEARCH_FILTERS) as FilterName[];

/** The filters with more values than a list can show: these are found by the words of their names. */
export const NAMED_FILTERS = ['theme', 'agency', 'publisher'] as const satisfies FilterName[];
export type NamedFilter = (typeof NAMED_FILTERS)[number];
/** The parameter that finds values of a filter by their names. */
export const namedParameter = <Name extends NamedFilter>(name: Name): `${Name}Named` => `${name}Named`;

/** What may be asked of the values that are offered. */
export type OfferedValues = { [Name in NamedFilter as `${Name}Named`]?: string };

/** The filters of a search, each with the values asked for. */
export type Narrowing = Partial<Record<FilterName, readonly (string | number)[]>>;

/** Something for each filter. */
export const forEachFilter = <Made>(make: (name: FilterName, at: number) => Made): Record<FilterName, Made> =>
  Object.fromEntries(FILTER_NAMES.map((name, at) => [name, make(name, at)])) as Record<FilterName, Made>;

/** Each filter as one bit of a number. */
export const FILTER_BITS = forEachFilter((_, at) => 1 << at);
