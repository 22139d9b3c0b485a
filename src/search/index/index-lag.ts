import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Meili } from './meili.js';

/** While the index is behind it is asked again this often: what it says is for people. */
const ASK_EVERY_MS = 1000;

/** Knows how far the search is behind the library. */
@Injectable()
export class IndexLag {
  private known: { revision: string; behind: number; until: number } | null = null;
  private asking: { revision: string; count: Promise<number> } | null = null;

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
    if (this.known?.revision === revision && Date.now() < this.known.until) return this.known.behind;
    if (this.asking?.revision !== revision) this.ask(revision);
    const behind = await this.asking!.count;
    this.known = { revision, behind, until: behind === 0 ? Infinity : Date.now() + ASK_EVERY_MS };
    return behind;
  }

  private ask(revision: string): void {
    const asking = { revision, count: this.count() };
    this.asking = asking;
    const done = (): void => {
      if (this.asking === asking) this.asking = null;
    };
    asking.count.then(done, done);
  }

  /** The same, as it is at this moment. */
  async count(): Promise<number> {
    const [row] = await this.source.query<{ behind: number }[]>(BEHIND, [this.meili.isThere]);
    return row?.behind ?? 0;
  }
}

/** What waits for its document to be made, and what waits to be sent to Meilisearch where there is one. */
const BEHIND = `
  select ((select coalesce(sum(json_array_length(j.payload->'ids')), 0)
           from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where t.identifier = 'search.project')
        + (select count(*) from search_document where $1 and not pushed))::int as behind`;

/**
 * Does the search go by these records as they are now?
 * @param hasMeili whether there is a Meilisearch to bring up to date as well
 */
export async function isInStep(source: DataSource, ids: string[], hasMeili: boolean): Promise<boolean> {
  const waiting = await source.query<unknown[]>(
    `select 1 from search_document where $2 and not pushed and id = any($1::text[]::uuid[])
     union all
     select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'search.project' and (j.payload->'ids')::jsonb ?| $1::text[] and j.run_at <= now()`,
    [ids, hasMeili],
  );
  return waiting.length === 0;
}
