import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MultiSearchParams } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { Meili } from '../../platform/meilisearch/meili.js';
import { PUBLIC } from '../../publishing/audience.js';
import { MeiliFirst } from '../retrieval/meili-first.js';

/** A suggestion that comes later than this helps nobody: PostgreSQL is asked instead. */
const LONGEST_WAIT_MS = 1000;
/** Meilisearch looks at no more than ten words either. */
const MOST_WORDS = 10;

/** Finds reviews and briefings by the first letters of words of their label, title or publisher. */
@Injectable()
export class RecordFinder {
  constructor(
    private readonly meili: Meili,
    private readonly meiliFirst: MeiliFirst,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /**
   * @param words letters and digits alone, so that nothing in them is an operator
   * @param limit how many of each kind
   */
  async find(words: string[], limit: number): Promise<{ ids: string[]; degraded: boolean }> {
    const asked = words.slice(0, MOST_WORDS);
    return await this.meiliFirst.ask(
      'a suggestion',
      () => this.askMeili(asked, limit),
      () => this.askPostgres(asked, limit),
    );
  }

  private async askMeili(words: string[], limit: number): Promise<{ id: string }[]> {
    const queries = ['kinds = review', 'kinds = briefing'].map((filter) => ({
      ...{ indexUid: this.meili.indexName, q: words.join(' '), filter, limit },
      ...{ attributesToSearchOn: ['title', 'publisher'], attributesToRetrieve: ['id'] },
      matchingStrategy: 'all' as const,
    }));
    const { results } = await this.meili.searching.multiSearch<MultiSearchParams, { id: string }>(
      { queries },
      { signal: AbortSignal.timeout(LONGEST_WAIT_MS) },
    );
    return results.flatMap(({ hits }) => hits);
  }

  private async askPostgres(words: string[], limit: number): Promise<{ id: string }[]> {
    const patterns = words.map((word) => `\\m${word}`);
    const start = `^${words.join('\\W+')}`;
    return await this.source.query(IN_POSTGRES, [patterns, start, limit]);
  }
}

const recordsOf = (noun: 'review' | 'briefing', title: string): string => `
  (select r.id from ${PUBLIC[noun]} r left join ${PUBLIC.publisher} p on p.id = r.publisher_id
   where concat_ws(' ', ${title}, p.name) ~* all($1::text[])
   order by concat_ws(' ', ${title}) ~* $2 desc, r.published_on desc nulls last, r.id limit $3)`;

const IN_POSTGRES = `${recordsOf('review', 'r.label, r.title')} union all ${recordsOf('briefing', 'r.title')}`;
