import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import { LIVE_POOL } from '../postgres/locks.js';

const LOCK = 'select pg_advisory_lock($1, hashtext($2))';
const SWEEP_EVERY_MS = 30_000;

/**
 * Frees the jobs of workers that died. The queue keeps a job, and the whole named queue it belongs to, locked for four
 * hours when its worker is killed. So each live worker holds an advisory lock, which PostgreSQL drops with the
 * connection: whoever's lock can be taken is dead, and what it held is unlocked.
 */
export class WorkerRegistry {
  readonly events: WorkerEvents = new EventEmitter();
  private databaseUrl = '';
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private readonly own = new Set<string>();

  async open(databaseUrl: string): Promise<void> {
    this.databaseUrl = databaseUrl;
    // Jobs are locked in the name of the pool, not of the worker in it that does them.
    this.events.on('pool:create', ({ workerPool }) => {
      this.own.add(workerPool.id);
      void this.ask(LOCK, [LIVE_POOL, workerPool.id]);
    });
    await this.sweep();
    this.timer = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    this.timer.unref();
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'practice-review-library workers',
    });
    // Without its connection a worker counts as dead and its jobs may run twice, which every job can bear.
    client.on('error', () => (this.client = null));
    this.client = await client.connect().then(
      () => client,
      () => null,
    );
    for (const pool of this.own) await this.ask(LOCK, [LIVE_POOL, pool]);
  }

  private async sweep(): Promise<void> {
    if (!this.client) await this.connect();
    const held = await this.ask<{ pool: string }>(
      `select locked_by as pool from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    );
    for (const { pool } of held) {
      if (this.own.has(pool)) continue;
      const [answer] = await this.ask<{ dead: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as dead',
        [LIVE_POOL, pool],
      );
      if (!answer?.dead) continue;
      await this.ask('select graphile_worker.force_unlock_workers($1)', [[pool]]);
      await this.ask('select pg_advisory_unlock($1, hashtext($2))', [LIVE_POOL, pool]);
    }
  }

  private async ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client?.query<Row>(text, values).catch(() => null))?.rows ?? [];
  }
}
