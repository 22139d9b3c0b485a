import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { poolOf } from '../../src/platform/postgres/prepared.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { SETTINGS, WebhookBench, withPatience } from './library.js';

/** More than are told at once; with the good one they are all that the library itself may have. */
const SILENT = 19;
const AT_ONCE = 16;

describe('while more sites than are told at once keep their connections open and say nothing', () => {
  let library: TestLibrary;
  let bench: WebhookBench;
  let good: Receiver;
  let silent: Receiver[];
  let locks: object[];
  let patience: { mockRestore(): void };

  beforeAll(async () => {
    library = await startLibrary('empty', null, SETTINGS);
    bench = new WebhookBench(library);
  });
  afterAll(async () => await library.close());
  beforeEach(async () => {
    patience = withPatience();
    good = await new Receiver().open();
    silent = await Promise.all(Array.from({ length: SILENT }, async () => await new Receiver().open()));
    for (const one of silent) one.answer = () => undefined;
    await bench.add(good.address, { name: 'Good' });
    await aTheme();
    await comes(1);
    locks = await advisoryLocks();
    // The silent ones were never served, so they come before the good one, which was.
    await library.source.transaction(async (manager) => {
      await manager.query(
        `insert into webhook (name, address, email, signature, sealed_key, public_key, cursor)
         select 'Silent', address.of, w.email, w.signature, w.sealed_key, w.public_key, w.cursor
         from webhook w, unnest($1::text[]) as address(of)`,
        [silent.map(({ address }) => address)],
      );
      await manager.query(A_THEME);
    });
    await eventually(async () => expect((await waitedFor()).asked).toBeGreaterThanOrEqual(AT_ONCE));
  });
  afterEach(async () => {
    patience.mockRestore();
    await bench.deleteAll();
    await Promise.all([good, ...silent].map(async (one) => await one.close()));
  });

  const A_THEME = `insert into theme (id, slug, label, status)
    select id, id::text, id::text, 'accepted' from (select gen_random_uuid() as id) t`;
  const aTheme = async (): Promise<void> => {
    await library.source.query(A_THEME);
  };
  const comes = async (messages: number): Promise<void> =>
    await eventually(async () => expect(await Promise.resolve(good.received.length)).toBe(messages));
  /** How many messages the silent ones were sent, and how many of their webhooks wait for a first answer still. */
  const waitedFor = async (): Promise<{ asked: number; untried: number }> => {
    const [row] = await library.source.query<{ untried: number }[]>(
      `select count(distinct d.webhook_id)::int as untried from webhook_delivery d join webhook w on w.id = d.webhook_id
       where w.name = 'Silent' and not exists
         (select 1 from webhook_delivery o where o.webhook_id = w.id and (o.tries > 0 or o.state <> 'waiting'))`,
    );
    return { asked: silent.reduce((sum, { received }) => sum + received.length, 0), untried: row!.untried };
  };
  /** Those that sessions of this database hold, the workers' sign that they live among them. */
  const advisoryLocks = async (): Promise<object[]> =>
    await library.source.query(
      `select classid, objid, objsubid from pg_locks join pg_database d on d.oid = database
       where d.datname = current_database() and locktype = 'advisory' order by 1, 2, 3`,
    );

  it('another is told what changes, as it changes', async () => {
    for (const messages of [2, 3, 4]) {
      await comes(messages);
      await aTheme();
    }
    await comes(5);
    // None of them was given up meanwhile, nor asked a second time.
    expect(await waitedFor()).toEqual({ asked: SILENT, untried: SILENT });
  });

  it('they hold no transaction, no lock and no connection of the database', async () => {
    const [row] = await library.source.query<{ at: string }[]>('select clock_timestamp()::text as at');
    const pool = poolOf(library.app.get(DataSource));
    await comes(2);
    // Others come and go: what is held for those who hang is held all the time.
    await eventually(async () => {
      const open = await library.source.query<object[]>(
        `select pid, query from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and xact_start < $1`,
        [row!.at],
      );
      expect(open).toEqual([]);
      expect(await advisoryLocks()).toEqual(locks);
      expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([0, 0]);
    });
    expect(await waitedFor()).toEqual({ asked: SILENT, untried: SILENT });
  });
});
