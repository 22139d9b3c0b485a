import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { Meili } from '../../platform/meilisearch/meili.js';
import { ourMistake } from '../../platform/meilisearch/refusal.js';
import { IndexUpkeep } from '../index/index-upkeep.js';

/** After Meilisearch has failed, PostgreSQL is asked at once for this long, so that nobody waits for it to fail again. */
const REST_AFTER_FAILURE_MS = 1000;

/** What is asked of Meilisearch, and how long it may take; each may be refused for reasons of its own. */
const PATIENCE_MS = { 'a search': 2000, 'a suggestion': 1000 };
type Asking = keyof typeof PATIENCE_MS;

export type Question = Omit<MultiSearchQuery, 'indexUid'>;

/** The ids of records, in the order of the answers, and whether PostgreSQL stood in. */
export interface Found {
  ids: string[];
  degraded: boolean;
}

/**
 * Asks Meilisearch, and PostgreSQL where that gives no answer. An outage is one thing: the index is looked at when it is
 * over. What Meilisearch refuses is another: a mistake of ours, which PostgreSQL hides from the visitor, but not from us.
 */
@Injectable()
export class MeiliFirst {
  private readonly logger = new Logger('Search');
  private readonly restUntil = new Map<Asking, number>();
  private readonly refused = new Map<Asking, string>();

  constructor(
    private readonly meili: Meili,
    private readonly upkeep: IndexUpkeep,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async ask(asking: Asking, questions: Question[], sql: string, values: unknown[]): Promise<Found> {
    if (this.meili.isThere && Date.now() >= (this.restUntil.get(asking) ?? 0)) {
      try {
        const ids = await this.askMeili(asking, questions);
        if (this.refused.delete(asking)) this.logger.log(`Meilisearch takes ${asking} again`);
        return { ids, degraded: false };
      } catch (error) {
        this.restUntil.set(asking, Date.now() + REST_AFTER_FAILURE_MS);
        this.note(asking, error);
      }
    }
    const rows = await this.source.query<{ id: string }[]>(sql, values);
    return { ids: rows.map(({ id }) => id), degraded: true };
  }

  async askMeili(asking: Asking, questions: Question[]): Promise<string[]> {
    const common = { indexUid: this.meili.indexName, attributesToRetrieve: ['id'], matchingStrategy: 'all' };
    const { results } = await this.meili.searching.multiSearch<MultiSearchParams, { id: string }>(
      { queries: questions.map((question) => ({ ...common, ...question }) as MultiSearchQuery) },
      { signal: AbortSignal.timeout(PATIENCE_MS[asking]) },
    );
    return results.flatMap(({ hits }) => hits.map(({ id }) => id));
  }

  /** What is refused, and why; null where nothing is. */
  get refusal(): string | null {
    const [first] = this.refused;
    return first ? `${first[0]} failed: ${first[1]}` : null;
  }

  /** Says why in the log, but once: never what was asked, for that may be about somebody. */
  private note(asking: Asking, error: unknown): void {
    const mistake = ourMistake(error);
    if (mistake === null) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn(`Meilisearch did not answer ${asking}, PostgreSQL does (${name})`);
      void this.upkeep.enqueueCheck().catch(() => undefined);
    } else if (this.refused.get(asking) !== mistake) {
      this.refused.set(asking, mistake);
      this.logger.error(`PostgreSQL answers, for ${asking} failed: ${mistake}`);
    }
  }
}
