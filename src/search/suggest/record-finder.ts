import { PUBLIC } from '../../publishing/audience.js';
import type { Found, MeiliFirst } from '../retrieval/meili-first.js';

/** Meilisearch looks at no more than ten words either. */
const MOST_WORDS = 10;

/**
 * Finds reviews and briefings by the first letters of words of their label, title or publisher.
 * @param words letters and digits alone, so that nothing in them is an operator
 * @param limit how many of each kind
 */
export async function findRecords(engine: MeiliFirst, words: string[], limit: number): Promise<Found> {
  const asked = words.slice(0, MOST_WORDS);
  const question = { q: asked.join(' '), attributesToSearchOn: ['title', 'publisher'], limit };
  const questions = ['kinds = review', 'kinds = briefing'].map((filter) => ({ ...question, filter }));
  const values = [asked.map((word) => `\\m${word}`), `^${asked.join('\\W+')}`, limit];
  return await engine.ask('a suggestion', questions, IN_POSTGRES, values);
}

const recordsOf = (noun: 'review' | 'briefing', title: string): string => `
  (select r.id from ${PUBLIC[noun]} r left join ${PUBLIC.publisher} p on p.id = r.publisher_id
   where concat_ws(' ', ${title}, p.name) ~* all($1::text[])
   order by concat_ws(' ', ${title}) ~* $2 desc, r.published_on desc nulls last, r.id limit $3)`;

const IN_POSTGRES = `${recordsOf('review', 'r.label, r.title')} union all ${recordsOf('briefing', 'r.title')}`;
