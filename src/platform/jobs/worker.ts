import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { PATIENCE, within } from '../patience.js';
import { patientPool } from '../postgres/quiet-pool.js';
import type { ServerAddresses } from '../servers/data-folder.js';
import { SERVERS } from '../servers/servers.module.js';
import { TaskHandlers } from './task-handlers.js';
import { WorkerRegistry } from './worker-registry.js';

const START_AGAIN_MS = 1000;

/** Does the enqueued work, beside the answering of requests. Several instances share one queue. */
@Injectable()
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly registry = new WorkerRegistry();
  private readonly stopping = new AbortController();
  private runner: Runner | null = null;
  private working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SERVERS) private readonly servers: ServerAddresses,
    private readonly handlers: TaskHandlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.registry.open(this.servers.databaseUrl);
    this.working = this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    // A rebuild may run for minutes. What is cut off here is taken up again at the next start (see WorkerRegistry).
    const stopped = this.runner?.stop().catch(() => undefined) ?? Promise.resolve();
    await within(
      PATIENCE.jobs,
      stopped.then(() => this.working),
    );
    await this.registry.close();
  }

  /** A runner that ended, whatever it died of, is followed by another. */
  private async work(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.runOnce().catch((error: unknown) =>
        this.logger.warn(`The job queue stopped: ${String(error)}`),
      );
      await delay(START_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async runOnce(): Promise<void> {
    const pool = patientPool(this.servers.databaseUrl, 4);
    try {
      const broken = this.registry.broken();
      this.runner = await run(this.options(pool));
      if (this.stopping.signal.aborted) await this.runner.stop();
      // A broken one does not always come to its end: it may wait for words that it counted wrongly.
      await Promise.race([this.runner.promise, broken]);
    } finally {
      // One that only fails to ask for jobs would go on failing for ever, and have those after it taken for broken.
      void this.runner?.stop().catch(() => undefined);
      this.runner = null;
      this.registry.leave();
      // Not waited for: a job that still runs has its connection, and the process may be about to end with both.
      void pool.end();
    }
  }

  private options(pool: Pool): Parameters<typeof run>[0] {
    return {
      pgPool: pool,
      concurrency: 2,
      noHandleSignals: true,
      // A job in a named queue that waited for another is found by looking, not by being told.
      pollInterval: 200,
      events: this.registry.events,
      taskList: this.handlers.all as unknown as TaskList,
      // In batches, if only of one: a connection that is lost with the word that a job is done then ends this runner, and
      // the next one does the job again. Without, the queue throws what nobody can catch.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new WorkerLogger(() => (level, message) => {
        if (String(level) === 'error') this.logger.error(message);
        else if (String(level) === 'warning') this.logger.warn(message);
      }),
    };
  }
}
