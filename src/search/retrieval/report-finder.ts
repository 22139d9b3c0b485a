import type { Term } from '../analysis/terms.js';
import type { Found, MeiliFirst, Question } from './meili-first.js';

/** As many are found by their reports alone; nobody reads further. */
const MOST = 200;

/**
 * Finds the reviews that say all of these words, in their reports or else, the newest first: what reports say is too much to
 * be kept in memory.
 */
export async function findReports(engine: MeiliFirst, terms: readonly Term[]): Promise<Found> {
  const stems = [...new Set(terms.map((term) => term.form ?? term.stems[0]!))];
  return await engine.ask('a search', [reviewsSaying(stems)], IN_POSTGRES, [stems]);
}

/** In quotation marks a word is taken as it stands: stems have no misspellings and no further letters. */
export const reviewsSaying = (stems: string[]): Question => ({
  ...{ q: stems.map((stem) => `"${stem}"`).join(' '), attributesToSearchOn: ['words'] },
  ...{ filter: 'kinds = review', sort: ['date:desc'], limit: MOST },
});

const IN_POSTGRES = `
  select id from search_document
  where terms @> $1::text[] and kind = 'review' and cardinality(terms) > cardinality(weights)
  order by (body->>'date')::int desc limit ${MOST}`;
