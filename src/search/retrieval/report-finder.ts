import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Understanding } from '../analysis/understand.js';
import { Meili } from '../../platform/meilisearch/meili.js';
import { MeiliFirst } from './meili-first.js';

/** As many are found by their reports alone; nobody reads further. */
const MOST = 200;

/** Finds the reviews that say all the words of a query, in their reports or else: those are too much to be kept in memory. */
@Injectable()
export class ReportFinder {
  constructor(
    private readonly meili: Meili,
    private readonly meiliFirst: MeiliFirst,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @returns their ids, the newest first */
  async find({ terms }: Pick<Understanding, 'terms'>): Promise<{ ids: string[]; degraded: boolean }> {
    const stems = [...new Set(terms.map((term) => term.form ?? term.stems[0]!))];
    return await this.meiliFirst.ask(
      'a search',
      () => this.askMeili(stems),
      () => this.askPostgres(stems),
    );
  }

  async askMeili(stems: string[]): Promise<{ id: string }[]> {
    const { hits } = await this.meili.searching.index<{ id: string }>(this.meili.indexName).search(
      // In quotation marks a word is taken as it stands: stems have no misspellings and no further letters.
      stems.map((stem) => `"${stem}"`).join(' '),
      {
        attributesToSearchOn: ['words'],
        attributesToRetrieve: ['id'],
        filter: 'kinds = review',
        matchingStrategy: 'all',
        sort: ['date:desc'],
        limit: MOST,
      },
    );
    return hits;
  }

  private async askPostgres(stems: string[]): Promise<{ id: string }[]> {
    return await this.source.query(
      `select id from search_document
        where terms @> $1::text[] and kind = 'review' and cardinality(terms) > cardinality(weights)
        order by (body->>'date')::int desc limit ${MOST}`,
      [stems],
    );
  }
}
