import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { SEARCH_WRITER } from './document.store.js';
import { Meili } from './meili.js';
import { fingerprintKey } from './rebuild.js';
import { INDEX_FINGERPRINT } from './settings.js';

/** Sees to it that Meilisearch holds what the library holds, without anyone asking. */
@Injectable()
export class IndexUpkeep implements OnApplicationBootstrap {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // The job itself finds out what is to be done: Meilisearch may be away at this moment.
    if (this.meili.isThere) await this.enqueueCheck();
  }

  /**
   * What the index lacks: nothing; its documents (it is missing, or Meilisearch lost its data or was replaced); or a
   * new making of the documents as well, because the code that makes them has changed.
   */
  async lacks(): Promise<'nothing' | 'documents' | 'projection'> {
    const held = await this.meili.count();
    const [row] = await this.source.query<{ fingerprint: string | null; sent: string }[]>(
      `select (select value from search_state where key = $1) as fingerprint,
              (select count(*) from search_document where pushed) as sent`,
      [fingerprintKey(this.meili)],
    );
    if (row?.fingerprint && row.fingerprint !== INDEX_FINGERPRINT) return 'projection';
    // With changes on their way the count proves nothing; the push that sends them is not hurt by a wrong guess.
    if (held === null || !row?.fingerprint) return 'documents';
    const waiting = await this.source.query<unknown[]>(
      `select 1 from search_document where not pushed limit 1`,
    );
    return waiting.length === 0 && held !== Number(row.sent) ? 'documents' : 'nothing';
  }

  /** Has the index looked at, and made good; a check that waits already is replaced. */
  async enqueueCheck(delaySeconds = 0): Promise<void> {
    const options = { jobKey: 'search.check', queueName: SEARCH_WRITER, delaySeconds };
    await enqueue(this.source.manager, 'search.check', {}, options);
  }

  /** Waits until every change so far can be found, not for what an embargo holds back; answers false when the time is up first. */
  async settled(milliseconds: number): Promise<boolean> {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
      const [row] = await this.source.query<{ busy: boolean }[]>(
        `select exists (select 1 from graphile_worker.jobs where task_identifier like 'search.%' and attempts < max_attempts and
                        (run_at <= now() or attempts > 0) and ($1 or task_identifier = 'search.project'))
             or ($1 and exists (select 1 from search_document where not pushed)) as busy`,
        [this.meili.isThere],
      );
      if (!row?.busy) return true;
      await new Promise((done) => setTimeout(done, 25));
    }
    return false;
  }
}
