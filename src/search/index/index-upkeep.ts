import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { TaskHandlers } from '../../platform/jobs/task-handlers.js';
import { Meili } from '../../platform/meilisearch/meili.js';
import { isAway } from '../../platform/meilisearch/refusal.js';
import { ThesaurusStore } from '../analysis/thesaurus.store.js';
import { settleEmbargoes } from '../../publishing/changes/change-log.js';
import { projectEverything, projectOutdated, projectSubjects, SEARCH_WRITER } from './document.store.js';
import { bringInStep, pushWaiting, sendAgain } from './meili-index.js';

/** Seconds between tries while Meilisearch is away: soon enough that nobody has to ask, seldom enough to be no load. */
const RETRY_SECONDS = 2;

/** What the library does for its search in the background, without anyone asking. */
@Injectable()
export class IndexUpkeep implements OnApplicationBootstrap {
  private readonly logger = new Logger('Search');
  private away = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
    themes: ThesaurusStore,
    handlers: TaskHandlers,
  ) {
    const { manager } = source;
    handlers.register('search.project', async ({ kind, ids }) => {
      // The job may have waited for the end of an embargo: whoever follows the log of changes is told as well.
      await settleEmbargoes(source);
      await source.transaction((one) => projectSubjects(one, themes, kind, ids));
    });
    handlers.register('search.push', () => this.whileMeiliAnswers(() => pushWaiting(manager, meili)));
    handlers.register('search.check', async () => {
      await projectOutdated(source, themes);
      await this.whileMeiliAnswers(() => bringInStep(manager, meili));
    });
    handlers.register('search.rebuild', async () => {
      await projectEverything(source, themes);
      await sendAgain(manager);
      // Somebody asked for it, so that it is not given up for a check: the queue tries it again, and knows why it failed.
      if (meili.isThere) await bringInStep(manager, meili);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    // The job itself finds out what is to be done: Meilisearch may be away at this moment.
    await this.enqueueCheck();
  }

  /** Has the index looked at, and made good; a check that waits already is replaced. */
  async enqueueCheck(delaySeconds = 0): Promise<void> {
    const options = { jobKey: 'search.check', queueName: SEARCH_WRITER, delaySeconds };
    await enqueue(this.source.manager, 'search.check', {}, options);
  }

  /** A Meilisearch that is away is no failure of the job: it is tried again until it is back, however long that takes. */
  private async whileMeiliAnswers(work: () => Promise<void>): Promise<void> {
    if (!this.meili.isThere) return;
    try {
      await work();
      if (this.away) this.logger.warn('Meilisearch is back, and what changed meanwhile is indexed');
      this.away = false;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (!this.away)
        this.logger.warn(`The search index could not be written; trying again (${String(error)})`);
      this.away = true;
      await this.enqueueCheck(RETRY_SECONDS);
    }
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
