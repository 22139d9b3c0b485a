import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { enqueueSearchUpdate } from '../../src/platform/jobs/enqueue.js';
import { WorkerRegistry } from '../../src/platform/jobs/worker-registry.js';
import { PROJECTION_LOCK } from '../../src/platform/postgres/locks.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const NOBODY = ['00000000-0000-0000-0000-000000000001'];

describe('jobs that are locked', () => {
  let library: TestLibrary;
  let url: string;

  beforeAll(async () => {
    library = await startLibrary('empty');
    url = (library.source.options as { url: string }).url;
  });
  afterAll(async () => await library.close());

  const lockedBy = async (): Promise<(string | null)[]> => {
    const rows = await library.source.query<{ locked_by: string | null }[]>(
      `select locked_by from graphile_worker._private_jobs order by id`,
    );
    return rows.map((row) => row.locked_by);
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
    while (!(await lockedBy())[0]) await new Promise((done) => setTimeout(done, 50));
    const before = await lockedBy();
    await sweep();
    expect(await lockedBy()).toEqual(before);
    await holdUp.end();
    await library.settled();
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
