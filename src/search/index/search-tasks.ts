import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
import type { DataSource } from 'typeorm';
import { TaskHandlers } from '../../platform/jobs/task-handlers.js';
import { projectSubjects } from './document.store.js';
import { IndexUpkeep } from './index-upkeep.js';
import { Meili, MeiliUnavailable, WriteFailed } from './meili.js';
import { pushWaiting } from './push.js';
import { projectEverything, rebuildIndex, removeLeftovers } from './rebuild.js';

/** Seconds between tries while Meilisearch is away: soon enough that nobody has to ask, seldom enough to be no load. */
const RETRY_SECONDS = 2;

/** What the library does for its search in the background. */
@Injectable()
export class SearchTasks {
  private readonly logger = new Logger('Search');
  private away = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
    private readonly upkeep: IndexUpkeep,
    handlers: TaskHandlers,
  ) {
    handlers.register('search.project', ({ kind, ids }) =>
      this.source.transaction((manager) => projectSubjects(manager, kind, ids)),
    );
    handlers.register('search.push', () =>
      this.whileMeiliAnswers(() => pushWaiting(this.source.manager, this.meili)),
    );
    handlers.register('search.check', () => this.whileMeiliAnswers(() => this.check()));
    handlers.register('search.rebuild', async () => {
      // Somebody asked for it, so that it is not given up for a check: the queue tries it again, and knows why it failed.
      if (this.meili.isThere) await this.rebuild({ project: true });
    });
  }

  /** At the start and after an outage it may be another Meilisearch than we knew, or one that lost its data. */
  private async check(): Promise<void> {
    const lacks = await this.upkeep.lacks();
    // A rebuild that was cut off left one.
    if (lacks === 'nothing') await removeLeftovers(this.meili);
    else await this.rebuild({ project: lacks === 'projection' });
    await pushWaiting(this.source.manager, this.meili);
  }

  private async rebuild({ project }: { project: boolean }): Promise<void> {
    if (project) await projectEverything(this.source);
    await rebuildIndex(this.source, this.meili);
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
      await this.upkeep.enqueueCheck(RETRY_SECONDS);
    }
  }
}

/** Is Meilisearch not there, or unable to write (a full disk), rather than that it refused something? */
const isAway = (error: unknown): boolean =>
  error instanceof MeiliUnavailable ||
  error instanceof MeilisearchRequestError ||
  error instanceof MeilisearchRequestTimeOutError ||
  (error instanceof WriteFailed && OWN_TROUBLES.includes(error.type)) ||
  (error instanceof MeilisearchApiError &&
    (error.response.status >= 500 || OWN_TROUBLES.includes(error.cause?.type ?? '')));

const OWN_TROUBLES = ['system', 'internal'];
