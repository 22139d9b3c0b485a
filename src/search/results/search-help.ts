import type { SearchHelp } from '../search.model.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';

/** Fewer results than this, and help is offered. */
const FEW = 5;
const MOST_SHORTER = 3;
const MOST_NEAREST = 5;
/** Words that are left out one after the other; of longer queries only the first ones. */
const MOST_LEFT_OUT = 6;

/**
 * What to try next, so that no search is a dead end.
 * @param near themes that the words only come near to, and that may be shown
 * @param count how much a query finds
 */
export async function searchHelp(
  asked: Understanding | null,
  total: number,
  near: MatchedTheme[],
  count: (query: string) => Promise<number>,
): Promise<SearchHelp> {
  if (!asked || asked.empty) return { correction: null, shorter: [], nearest: [] };
  return {
    correction: asked.correction,
    nearest: near.slice(0, MOST_NEAREST).map(({ theme: { slug, label } }) => ({ slug, label })),
    shorter: total < FEW ? await shorterQueries(asked.words, total, count) : [],
  };
}

/** The query with one word left out, where that finds more: first those that find most. */
async function shorterQueries(
  words: string[],
  total: number,
  count: (query: string) => Promise<number>,
): Promise<SearchHelp['shorter']> {
  if (words.length < 2) return [];
  const queries = new Set(
    words.slice(0, MOST_LEFT_OUT).map((_, left) => words.filter((__, at) => at !== left).join(' ')),
  );
  const shorter = await Promise.all(
    [...queries].map(async (query) => ({ query, total: await count(query) })),
  );
  return shorter
    .filter((one) => one.total > total)
    .sort((one, other) => other.total - one.total)
    .slice(0, MOST_SHORTER);
}
