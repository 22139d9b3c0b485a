import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Meili } from '../../platform/meilisearch/meili.js';

/** While the index is behind it is asked again this often: what it says is for people. */
const ASK_EVERY_MS = 1000;

/** Knows how far the search is behind the library. */
@Injectable()
export class IndexLag {
  private known: { revision: string; behind: Promise<number>; until: number } | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
  ) {}

  /**
   * How many new or changed records cannot be found yet. A change of content enqueues the work for the search in its own
   * transaction: as long as the revision stays the same, an index that was in step is, and nothing is asked.
   * @param revision of the content, read before (see `contentRevision`)
   */
  async behind(revision: string): Promise<number> {
    if (this.known?.revision !== revision || Date.now() >= this.known.until) {
      const known = { revision, behind: this.count(), until: Infinity };
      this.known = known;
      const askAgainIn = (milliseconds: number): void => void (known.until = Date.now() + milliseconds);
      known.behind.then(
        (behind) => behind > 0 && askAgainIn(ASK_EVERY_MS),
        () => askAgainIn(0),
      );
    }
    return await this.known.behind;
  }

  /** The same, as it is at this moment. */
  async count(): Promise<number> {
    const [row] = await this.source.query<{ behind: number }[]>(BEHIND, [this.meili.isThere]);
    return row!.behind;
  }
}

/** Jobs that make documents, but for those that wait for an embargo to end: nobody is to be told of these. */
const PROJECTING = `graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'search.project' and (j.run_at <= now() or j.attempts > 0)`;

/** What waits for its document to be made, and what waits to be sent to Meilisearch where there is one. */
const BEHIND = `
  select ((select coalesce(sum(json_array_length(j.payload->'ids')), 0) from ${PROJECTING})
        + (select count(*) from search_document where $1 and not pushed))::int as behind`;

/**
 * Does the search go by these records as they are now?
 * @param hasMeili whether there is a Meilisearch to bring up to date as well
 */
export async function isInStep(source: DataSource, ids: string[], hasMeili: boolean): Promise<boolean> {
  const waiting = await source.query<unknown[]>(
    `select 1 from search_document where $2 and not pushed and id = any($1::text[]::uuid[])
     union all
     select 1 from ${PROJECTING} and (j.payload->'ids')::jsonb ?| $1::text[]`,
    [ids, hasMeili],
  );
  return waiting.length === 0;
}
