import { EventEmitter, once } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import { within } from '../patience.js';
import { LIVE_POOL } from '../postgres/locks.js';

const LOCK = 'select pg_advisory_lock($1, hashtext($2))';
const UNLOCK = 'select pg_advisory_unlock($1, hashtext($2))';
const OTHERS_END_MS = 30_000;
/** Each worker asks five times a second. */
const REFUSALS = 20;
const LOOK_EVERY_MS = 1000;
/** As often as this, jobs of the dead are looked for: at the start, after a lost connection, and then now and then. */
const LOOKS_A_SWEEP = 3;
/** The queue waits e, e², e³… seconds after a failure, which soon are hours; here never longer than this. */
const LONGEST_WAIT = '15 seconds';

/**
 * Frees the jobs of workers that died. The queue keeps a job, and the whole named queue it belongs to, locked for four
 * hours when its worker is killed. So each live worker holds an advisory lock, which PostgreSQL drops with the
 * connection: whoever's lock can be taken is dead, and what it held is unlocked. A lost connection is made again at once,
 * with its locks.
 */
export class WorkerRegistry {
  readonly events: WorkerEvents = new EventEmitter();
  private databaseUrl = '';
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private looks = 0;
  private closed = false;
  private readonly own = new Set<string>();
  /** Jobs that our workers are doing. */
  private readonly doing = new Set<string>();
  /** Jobs that are locked for us, and that nobody was doing when we last looked. */
  private forgotten = new Set<string>();

  async open(databaseUrl: string): Promise<void> {
    this.databaseUrl = databaseUrl;
    // Jobs are locked in the name of the pool, not of the worker in it that does them.
    this.events.on('pool:create', ({ workerPool }) => {
      this.own.add(workerPool.id);
      void this.ask(LOCK, [LIVE_POOL, workerPool.id]);
    });
    this.events.on('job:start', ({ job }) => void this.doing.add(job.id));
    this.events.on('job:complete', ({ job }) => void this.doing.delete(job.id));
    await this.look();
    await this.ask(REVIVE);
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** Resolves when a pool cannot go on as it is, and its jobs had time to come to their end. */
  async broken(): Promise<void> {
    const over = new AbortController();
    await Promise.race([
      // It could not write down how a job ended.
      once(this.events as EventEmitter, 'pool:fatalError', over),
      this.refused(over.signal),
    ]).finally(() => over.abort());
    await within(OTHERS_END_MS, this.idle());
  }

  /**
   * Resolves when time and again no job could be asked for. A pool whose first question failed (the database took no changes
   * at that moment) keeps the failure for an answer, and asks no more.
   */
  private async refused(signal: AbortSignal): Promise<void> {
    const events = this.events as EventEmitter;
    await new Promise<void>((resolve) => {
      let times = 0;
      const listeners = {
        'worker:getJob:empty': () => (times = 0),
        'job:start': () => (times = 0),
        'worker:getJob:error': () => ++times === REFUSALS && resolve(),
      };
      for (const [event, listener] of Object.entries(listeners)) events.on(event, listener);
      signal.addEventListener('abort', () => {
        for (const [event, listener] of Object.entries(listeners)) events.off(event, listener);
      });
    });
  }

  private async idle(): Promise<void> {
    while (this.doing.size > 0) await once(this.events as EventEmitter, 'job:complete');
  }

  /** Our pools have ended: what they did not finish is anyone's. */
  leave(): void {
    for (const pool of this.own) void this.ask(UNLOCK, [LIVE_POOL, pool]);
    this.own.clear();
    this.doing.clear();
    this.looks = 0;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** One at a time, should the database take long to answer. */
  private look(): Promise<void> {
    this.looking ??= this.connectAndSweep().finally(() => (this.looking = null));
    return this.looking;
  }

  private async connectAndSweep(): Promise<void> {
    if (!this.client && !(await this.connect())) return;
    if (this.looks % LOOKS_A_SWEEP === 0) await this.sweep();
    this.looks += 1;
  }

  private async connect(): Promise<boolean> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'practice-review-library workers',
      connectionTimeoutMillis: 10_000,
    });
    // Without its connection a worker counts as dead and its jobs may run twice, which every job can bear.
    const lost = (): void => {
      if (this.client === client) this.client = null;
    };
    client.on('error', lost).on('end', lost);
    try {
      await client.connect();
    } catch {
      return false;
    }
    if (this.closed) {
      await client.end();
      return false;
    }
    this.client = client;
    this.looks = 0;
    for (const pool of this.own) await this.ask(LOCK, [LIVE_POOL, pool]);
    return true;
  }

  private async sweep(): Promise<void> {
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
      await this.ask(UNLOCK, [LIVE_POOL, pool]);
    }
    await this.freeForgotten();
    await this.ask(FREE_QUEUES);
    await this.ask(DROP_REPLACED);
    await this.ask(HURRY);
  }

  /**
   * When the connection is lost with the answer to “give me a job”, the job is locked for us and we do not know. Seen so
   * twice, one sweep after the other, it is freed: once may be the moment before or after we do it.
   */
  private async freeForgotten(): Promise<void> {
    const held = await this.ask<{ id: string }>(
      'select id::text from graphile_worker._private_jobs where locked_by = any($1)',
      [[...this.own]],
    );
    const idle = held.map(({ id }) => id).filter((id) => !this.doing.has(id));
    const again = idle.filter((id) => this.forgotten.has(id));
    this.forgotten = new Set(idle);
    if (again.length > 0) await this.ask(FREE, [again, [...this.own]]);
  }

  private async ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client?.query<Row>(text, values).catch(() => null))?.rows ?? [];
  }
}

/** As `force_unlock_workers` does it, for these jobs alone. */
const FREE = `
  with queue as (
    update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
    where locked_by = any($2) and exists (
      select 1 from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.id = any($1::bigint[]))
  )
  update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = any($1::bigint[])`;

/**
 * A worker that was taken for dead may finish a job that another does by then; the other finds nothing to finish, and with
 * it not the queue to unlock. One statement locks a queue and a job in it, so a queue without one is nobody's.
 */
const FREE_QUEUES = `
  update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
  where locked_by is not null and not exists (
    select 1 from graphile_worker._private_jobs j where j.job_queue_id = q.id and j.locked_by = q.locked_by)`;

/**
 * A job that is running when another one of its key is added is never to be tried again: the queue counts all its tries as
 * used. When its worker dies, and it did not fail by itself, there is nothing left to do with it: the other one does it.
 */
const DROP_REPLACED = `
  select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs
  where locked_at is null and key is null and last_error is null and attempts >= max_attempts
  having count(*) > 0`;

const HURRY = `
  select graphile_worker.reschedule_jobs(array_agg(id), run_at => now() + interval '${LONGEST_WAIT}')
  from graphile_worker._private_jobs
  where locked_at is null and last_error is not null and attempts < max_attempts
    and run_at > now() + interval '${LONGEST_WAIT}'
  having count(*) > 0`;

/** What used up its tries is tried again by the next start: what it failed on may have been mended. */
const REVIVE = `
  select graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 0)
  from graphile_worker._private_jobs where locked_at is null and attempts >= max_attempts
  having count(*) > 0`;
