import { Injectable } from '@nestjs/common';
import type { Understanding } from '../analysis/understand.js';
import { MeiliFirst, type Question } from './meili-first.js';

/** As many are found by their reports alone; nobody reads further. */
const MOST = 200;

/** Finds the reviews that say all the words of a query, in their reports or else: those are too much to be kept in memory. */
@Injectable()
export class ReportFinder {
  constructor(private readonly meiliFirst: MeiliFirst) {}

  /** @returns their ids, the newest first */
  async find({ terms }: Pick<Understanding, 'terms'>): Promise<{ ids: string[]; degraded: boolean }> {
    const stems = [...new Set(terms.map((term) => term.form ?? term.stems[0]!))];
    return await this.meiliFirst.ask('a search', [reviewsSaying(stems)], IN_POSTGRES, [stems]);
  }
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
