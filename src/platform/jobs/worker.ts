import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { quietPool } from '../postgres/quiet-pool.js';
import type { ServerAddresses } from '../servers/data-folder.js';
import { SERVERS } from '../servers/servers.module.js';
import { TaskHandlers } from './task-handlers.js';
import { WorkerRegistry } from './worker-registry.js';

const STOP_PATIENCE_MS = 5000;

/** Does the enqueued work, beside the answering of requests. Several instances share one queue. */
@Injectable()
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly registry = new WorkerRegistry();
  private runner: Runner | null = null;
  private pool: Pool;

  constructor(
    @Inject(SERVERS) private readonly servers: ServerAddresses,
    private readonly handlers: TaskHandlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.pool = quietPool(this.servers.databaseUrl, 4);
    await this.registry.open(this.servers.databaseUrl);
    this.runner = await run({
      pgPool: this.pool,
      concurrency: 2,
      noHandleSignals: true,
      // A job in a named queue that waited for another is found by looking, not by being told.
      pollInterval: 200,
      events: this.registry.events,
      taskList: this.handlers.all as unknown as TaskList,
      logger: new WorkerLogger(() => (level, message) => {
        if (String(level) === 'error') this.logger.error(message);
        else if (String(level) === 'warning') this.logger.warn(message);
      }),
    });
    // A lost database is reported by those who ask it something; here it must not become an unhandled rejection.
    this.runner.promise.catch((error: unknown) => this.logger.error(`The worker stopped: ${String(error)}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    // A rebuild may run for minutes. What is cut off here is taken up again at the next start (see WorkerRegistry).
    const patience = new Promise<'late'>((late) => setTimeout(() => late('late'), STOP_PATIENCE_MS).unref());
    const stopped = await Promise.race([this.runner?.stop().catch(() => undefined), patience]);
    await this.registry.close();
    // A job that still runs needs its pool; the process is about to end with both.
    if (stopped !== 'late') await this.pool?.end();
  }
}
