import { LibraryError } from '../../platform/http/errors/library-error.js';
import { readRequest } from '../../platform/http/errors/validation.js';
import { LONGEST_QUERY, SearchQuery } from '../api/search-query.dto.js';

/** What is wrong with a search, in words for the person who made it. */
export interface SearchProblem {
  field: string;
  text: string;
  /** The part of the page to put it right in. */
  href: string;
}

export type SearchForm =
  | { query: SearchQuery; problems: [] }
  | { query: null; problems: SearchProblem[]; /** What was typed, cut to what fits. */ kept: string };

const reader = readRequest('ignored');

/** Reads the search form. What is wrong comes back as words: the page shows the form again, with what was typed. */
export async function readSearchForm(given: Record<string, unknown>): Promise<SearchForm> {
  try {
    const query = (await reader.transform(given, { type: 'query', metatype: SearchQuery })) as SearchQuery;
    return { query, problems: [] };
  } catch (error) {
    return { query: null, problems: problemsOf(error, given), kept: keptWords(given) };
  }
}

/** The fields that an error is about, in our words. Any other error is not the form's and goes on its way. */
export function problemsOf(error: unknown, { q }: Record<string, unknown>): SearchProblem[] {
  if (!(error instanceof LibraryError) || error.code !== 'invalid-request' || error.fields.length === 0)
    throw error;
  const fields = new Set(error.fields.map(({ field }) => field));
  const isLong = typeof q === 'string' && q.length > LONGEST_QUERY;
  return [...fields].map((field) => ({
    field,
    text: (field === 'q' && isLong ? TOO_LONG : WORDS[field]) ?? FILTER_WORDS,
    href: '#q',
  }));
}

const WORDS: Record<string, string> = {
  q: 'Type your search as one line of plain words',
  page: 'There is no such page of results. Search again, or use a filter to find fewer',
  limit: 'There cannot be that many results on a page. Search again',
};
const TOO_LONG = `Shorten your search to ${LONGEST_QUERY} characters or fewer`;
const FILTER_WORDS = 'One of the filters in the address is not one we know. Search again';

/** Control characters would be refused again and are not worth keeping. */
export function keptWords({ q }: Record<string, unknown>): string {
  const first: unknown = Array.isArray(q) ? q[0] : q;
  if (typeof first !== 'string') return '';
  const words = first.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  // A cut in the middle of a character would leave half of it.
  return words.slice(0, LONGEST_QUERY).replace(/[\ud800-\udbff]$/, '');
}
