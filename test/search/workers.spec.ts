import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { enqueue, enqueueSearchUpdate } from '../../src/platform/jobs/enqueue.js';
import { WorkerRegistry } from '../../src/platform/jobs/worker-registry.js';
import { PROJECTION_LOCK } from '../../src/platform/postgres/locks.js';
import { eventually } from '../support/eventually.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const NOBODY = ['00000000-0000-0000-0000-000000000001'];

describe('jobs that are locked', () => {
  let library: TestLibrary;
  let url: string;

  beforeAll(async () => {
    library = await startLibrary('empty');
    url = (library.owner.options as { url: string }).url;
  });
  afterAll(async () => await library.close());

  const lockedBy = async (): Promise<(string | null)[]> => {
    const rows = await library.source.query<{ locked_by: string | null }[]>(
      `select locked_by from graphile_worker._private_jobs order by id`,
    );
    return rows.map((row) => row.locked_by);
  };

  /** The name in which the library locks jobs: seen while one of them waits. */
  const livePool = async (): Promise<string> => {
    const holdUp = new Client({ connectionString: url });
    await holdUp.connect();
    await holdUp.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
    await enqueueSearchUpdate(library.source.manager, 'review', NOBODY);
    await eventually(async () => expect(await lockedBy()).toContainEqual(expect.any(String)));
    const [pool] = await lockedBy();
    await holdUp.end();
    await library.settled();
    return pool!;
  };

  /** What another instance does when it starts, and every half minute. */
  const sweep = async (): Promise<void> => {
    const other = new WorkerRegistry();
    await other.open(url);
    await other.close();
  };

  it('stay with a worker that lives, however long it takes', async () => {
    const holdUp = new Client({ connectionString: url });
    await holdUp.connect();
    await holdUp.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
    await enqueueSearchUpdate(library.source.manager, 'review', NOBODY);
    await eventually(async () => expect(await lockedBy()).toContainEqual(expect.any(String)));
    const before = await lockedBy();
    await sweep();
    expect(await lockedBy()).toEqual(before);
    await holdUp.end();
    await library.settled();
  });

  it('are taken up again when every connection was ended in the middle of one', async () => {
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
    await enqueueSearchUpdate(library.source.manager, 'review', NOBODY);
    await eventually(async () => expect(await lockedBy()).toContainEqual(expect.any(String)));
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await other.end();
    await eventually(async () => expect(await lockedBy()).toEqual([]));
  });

  it('are taken up again when the queue broke with the word that one was done', async () => {
    // The word cannot be written: the queue gives up, as it does when the disk is full.
    await library.owner.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()`);
    await enqueueSearchUpdate(library.source.manager, 'review', NOBODY);
    const pools = new Set<string>();
    await eventually(async () => {
      for (const pool of await lockedBy()) if (pool) pools.add(pool);
      // One after the other tries, until it can.
      expect(pools.size).toBeGreaterThan(1);
    });
    await library.owner.query(`drop function refuse cascade`);
    await eventually(async () => expect(await lockedBy()).toEqual([]));
  });

  it('are taken up again when the queue began anew on a database that took no changes', async () => {
    // It then keeps the failure of its first question for an answer, and asks for no job any more.
    const other = new Client({ connectionString: url });
    await other.connect();
    const takesChanges = async (does: boolean): Promise<void> => {
      const database = new URL(url).pathname.slice(1);
      await other.query(
        `alter database "${database}" set default_transaction_read_only = ${does ? 'off' : 'on'}`,
      );
      await other.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
    };
    await other.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
    await enqueueSearchUpdate(library.source.manager, 'review', NOBODY);
    await eventually(async () => expect(await lockedBy()).toContainEqual(expect.any(String)));
    await takesChanges(false);
    // Long enough for the queue to give up and to begin anew.
    await delay(4000);
    await takesChanges(true);
    await other.end();
    await eventually(async () => expect(await lockedBy()).toEqual([]));
  });

  it('are freed when they are locked for a worker that never heard of it', async () => {
    // The answer to “give me a job” was lost with its connection: the library's own pool, which lives, holds the lock.
    const pool = await livePool();
    await library.source.query(
      `select graphile_worker.add_job('search.project', $1::json, queue_name => 'a queue', run_at => now() + interval '1 hour')`,
      [JSON.stringify({ kind: 'review', ids: NOBODY })],
    );
    await library.source.query(
      `with job as (
         update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), run_at = now() returning job_queue_id)
       update graphile_worker._private_job_queues q set locked_by = $1, locked_at = now()
       from job where q.id = job.job_queue_id`,
      [pool],
    );
    await eventually(async () => expect(await lockedBy()).toEqual([]));
  });

  it('do not wait for a queue that a living worker has left locked', async () => {
    const pool = await livePool();
    await library.source.query(
      `select graphile_worker.add_job('search.project', $1::json, queue_name => 'left locked', run_at => now() + interval '1 hour')`,
      [JSON.stringify({ kind: 'review', ids: NOBODY })],
    );
    await library.source.query(
      `update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() where queue_name = 'left locked'`,
      [pool],
    );
    await library.source.query(`update graphile_worker._private_jobs set run_at = now()`);
    await eventually(async () => expect(await lockedBy()).toEqual([]));
  });

  it('do not wait for hours after they failed', async () => {
    const rows = await library.source.query<{ id: string }[]>(
      `select id from graphile_worker.add_job('search.project', $1::json, run_at => now() + interval '6 hours')`,
      [JSON.stringify({ kind: 'review', ids: NOBODY })],
    );
    await library.source.query(
      `update graphile_worker._private_jobs set attempts = 9, last_error = 'x' where id = $1`,
      [rows[0]!.id],
    );
    await eventually(async () => {
      const [job] = await library.source.query<{ soon: boolean }[]>(
        `select run_at < now() + interval '1 minute' as soon from graphile_worker._private_jobs where id = $1`,
        [rows[0]!.id],
      );
      expect(job?.soon).toBe(true);
    });
    await library.source.query('delete from graphile_worker._private_jobs');
  });

  it('are followed by a new one when they are taken at the moment in which they would be replaced', async () => {
    const later = { jobKey: 'taken', runAt: new Date(Date.now() + 86_400_000) };
    const first = await enqueue(library.source.manager, 'search.push', {}, later);
    // The queue has looked whether the first is taken, and waits before it adds the second.
    await library.owner.query(`
      create function wait_a_moment() returns trigger language plpgsql as $$
        begin perform pg_advisory_xact_lock_shared(4711); return new; end $$;
      create trigger wait before insert on graphile_worker._private_jobs
        for each row when (new.key = 'taken') execute function wait_a_moment()`);
    const holdUp = new Client({ connectionString: url });
    await holdUp.connect();
    await holdUp.query('select pg_advisory_lock(4711)');
    const second = enqueue(library.source.manager, 'search.push', {}, later);
    await eventually(async () => {
      const waiting = await library.source.query<unknown[]>(
        `select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`,
      );
      expect(waiting).toHaveLength(1);
    });
    await library.source.query(
      `update graphile_worker._private_jobs set locked_by = 'somebody', locked_at = now() where id = $1`,
      [first],
    );
    await holdUp.end();
    const waiting = await library.source.query<{ id: string }[]>(
      `select id from graphile_worker._private_jobs where key = 'taken' and id = $1`,
      [await second],
    );
    expect(waiting).toHaveLength(1);
    await library.owner.query('drop function wait_a_moment cascade');
    await library.source.query('delete from graphile_worker._private_jobs');
  });

  it('are gone when their worker is, and another one was asked for in their place meanwhile', async () => {
    const keyed = { jobKey: 'replaced', runAt: new Date(Date.now() + 86_400_000) };
    const first = await enqueue(library.source.manager, 'search.push', {}, keyed);
    await library.source.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now() where id = $1`,
      [first],
    );
    const second = await enqueue(library.source.manager, 'search.push', {}, keyed);
    await sweep();
    await sweep();
    const rows = await library.source.query<{ id: string }[]>(
      `select id from graphile_worker._private_jobs where id = any($1)`,
      [[first, second]],
    );
    expect(rows).toEqual([{ id: second }]);
    await library.source.query('delete from graphile_worker._private_jobs');
  });

  it('are freed when their worker is gone, and done', async () => {
    await library.source.query(
      `with job as (select (graphile_worker.add_job('search.project', $1::json, run_at => now() + interval '1 hour')).id)
       select id from job`,
      [JSON.stringify({ kind: 'review', ids: NOBODY })],
    );
    await library.source.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now(), run_at = now()`,
    );
    await sweep();
    expect(await lockedBy()).not.toContain('pool-of-the-dead');
    await library.settled();
    expect(await lockedBy()).toEqual([]);
  });
});
