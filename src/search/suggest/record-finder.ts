import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { MeiliFirst } from '../retrieval/meili-first.js';
import { Meili } from '../../platform/meilisearch/meili.js';
import type { Candidate } from './published-suggestions.js';

type RecordKind = 'review' | 'briefing';
const KINDS: readonly RecordKind[] = ['review', 'briefing'];

/** A suggestion that comes later than this helps nobody: PostgreSQL is asked instead. */
const LONGEST_WAIT_MS = 1000;
/** Meilisearch looks at no more than ten words either. */
const MOST_WORDS = 10;

export interface FoundRecords {
  candidates: Candidate[];
  degraded: boolean;
}

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
  async find(words: string[], limit: number): Promise<FoundRecords> {
    const asked = words.slice(0, MOST_WORDS);
    const { answer, degraded } = await this.meiliFirst.ask(
      'a suggestion',
      () => this.askMeili(asked, limit),
      () => this.askPostgres(asked, limit),
    );
    return { candidates: answer, degraded };
  }

  private async askMeili(words: string[], limit: number): Promise<Candidate[]> {
    const common: MultiSearchQuery = {
      indexUid: this.meili.indexName,
      q: words.join(' '),
      attributesToSearchOn: ['title', 'publisher'],
      attributesToRetrieve: ['id'],
      matchingStrategy: 'all',
      limit,
    };
    const { results } = await this.meili.searching.multiSearch<MultiSearchParams, { id: string }>(
      { queries: KINDS.map((kind) => ({ ...common, filter: [`kinds = ${kind}`] })) },
      { signal: AbortSignal.timeout(LONGEST_WAIT_MS) },
    );
    return results.flatMap(({ hits }, at) => hits.map(({ id }) => ({ id, kind: KINDS[at]! })));
  }

  private async askPostgres(words: string[], limit: number): Promise<Candidate[]> {
    const patterns = words.map((word) => `\\m${word}`);
    const start = `^${words.join('\\W+')}`;
    return await this.source.query<Candidate[]>(IN_POSTGRES, [patterns, start, limit]);
  }
}

// The records themselves are read, not their search documents, whose headings hold the names of themes as well.
const IN_POSTGRES = `
  (select r.id, 'review' as kind from ${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id
   where concat_ws(' ', r.label, r.title, p.name) ~* all($1::text[])
   order by concat_ws(' ', r.label, r.title) ~* $2 desc, r.published_on desc nulls last, r.id limit $3)
  union all
  (select b.id, 'briefing' from ${PUBLIC.briefing} b left join ${PUBLIC.publisher} p on p.id = b.publisher_id
   where concat_ws(' ', b.title, p.name) ~* all($1::text[])
   order by b.title ~* $2 desc, b.published_on desc nulls last, b.id limit $3)`;
