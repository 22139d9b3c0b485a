import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../src/audit/audit-log.js';
import { isGuarded } from '../../src/audit/audit-guard.js';
import { PLATFORM_CHAIN } from '../../src/audit/audited-change.js';
import { sealAnew } from '../../src/audit/seal-anew.js';
import { verifyLog, type Fault } from '../../src/audit/verify.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const KEY = 'a key that is for the tests alone';
const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';

describe('the audit log against', () => {
  let database: TestDatabase;
  const log = new AuditLog({ auditKey: KEY });
  const record = async (chain: string | null, note: string, by = log): ReturnType<AuditLog['record']> =>
    await database.dataSource.transaction((manager) =>
      by.record(manager, {
        ...{ chain, action: 'theme.renamed', subject: { kind: 'theme', id: 't1' } },
        ...{ actor: { kind: 'person', id: 'a1', name: 'Priya Shah', role: 'editor' }, why: note },
      }),
    );
  const faults = async (key: string | null = KEY): Promise<Fault[]> =>
    (await verifyLog(database.dataSource, key)).faults;
  /** As somebody who may do everything with the database. */
  const tamper = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) await database.owner.query(statement);
  };

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => await database.close());
  const fill = async (): Promise<void> => {
    await tamper(`truncate audit_entry, audit_head, audit_words, audit_seal`);
    for (let number = 1; number <= 4; number += 1)
      for (const chain of [A, B, null]) await record(chain, `Reason ${number}`);
    expect(await faults()).toEqual([]);
  };

  describe('the role that the library works as', () => {
    beforeAll(fill);
    it.each([
      `update audit_entry set action = 'a.b'`,
      `update audit_entry set hash = ''`,
      `delete from audit_entry`,
      `truncate audit_entry`,
      `alter table audit_entry add column more int`,
      `alter table audit_entry disable trigger link`,
      `drop table audit_entry`,
      `drop function link_audit_entry cascade`,
      `drop trigger link on audit_entry`,
      `create or replace function link_audit_entry() returns trigger language plpgsql as $$ begin return new; end $$`,
      `merge into audit_entry e using (select 1) one on e.number = 1 when matched then delete`,
      `merge into audit_entry e using (select 1) one on e.number = 1 when matched then update set action = 'a.b'`,
      `insert into audit_entry (chain, actor_kind, action, subject_kind, subject_id, words)
         values ('${A}', 'system', 'a.b', 'x', 'y', '{}') on conflict (chain, number) do update set action = 'b.c'`,
      `insert into audit_entry (chain, number, actor_kind, action, subject_kind, subject_id, words)
         values ('${A}', 1, 'system', 'a.b', 'x', 'y', '{}')`,
      `insert into audit_entry (chain, recorded_at, actor_kind, action, subject_kind, subject_id, words)
         values ('${A}', now(), 'system', 'a.b', 'x', 'y', '{}')`,
      `select * from audit_entry for update`,
      `update audit_head set number = 0`,
      `insert into audit_head values (gen_random_uuid(), 9, '')`,
      `delete from audit_head`,
      `truncate audit_head`,
      `update audit_words set content = '"other"'`,
      `truncate audit_words`,
      `delete from audit_seal`,
      `set session_replication_role = replica`,
      `set role postgres`,
      `delete from migrations`,
      `alter table audit_entry owner to library_app`,
      `insert into library_clock (shift) values (interval '1 day')`,
      `update library_clock set shift = interval '1 day'`,
      `delete from library_clock`,
      `create or replace function library_now() returns timestamptz language sql return timestamptz '2020-01-01'`,
      `create rule silent as on insert to audit_entry do instead nothing`,
    ])('%s', async (statement) => {
      const refused = database.dataSource.query(statement);
      await expect(refused).rejects.toThrow(/permission denied|must be owner/);
      expect(await faults()).toEqual([]);
    });

    it('knows that it is kept from it, where the owner is not', async () => {
      expect(await isGuarded(database.dataSource)).toBe(true);
      expect(await isGuarded(database.owner)).toBe(false);
    });

    it('cannot turn the trigger to tables of its own', async () => {
      const runner = database.dataSource.createQueryRunner();
      try {
        await runner.query(
          `create temporary table audit_head (chain uuid primary key, number bigint, hash bytea)`,
        );
        await runner.query(`insert into audit_head values ('${A}', 70, '')`);
        const [written] = (await runner.query(
          `insert into public.audit_entry (chain, actor_kind, action, subject_kind, subject_id, words)
             values ('${A}', 'system', 'a.b', 'x', 'y', '{}') returning number`,
        )) as [{ number: string }];
        expect(written.number).toBe('5');
        const turned = `create trigger link before insert on audit_head for each row execute function link_audit_entry()`;
        await expect(runner.query(turned)).rejects.toThrow('permission denied');
      } finally {
        await runner.query(`drop table pg_temp.audit_head`);
        await runner.release();
      }
      // What did not come from the library is no forgery of a chain, but its seal tells.
      expect(await faults(null)).toEqual([]);
      expect(await faults()).toEqual([{ chain: A, number: 4, what: 'seal-broken' }]);
    });
  });

  describe('somebody who may do everything', () => {
    beforeEach(fill);
    const HEAD_MENDED = `update audit_head h set number = e.number, hash = e.hash from audit_entry e
      where h.chain = e.chain and e.number = 3 and e.chain = '${A}'`;

    it.each<[string, string[], Fault[]]>([
      [
        'one byte',
        [`update audit_entry set subject_id = 't2' where chain = '${A}' and number = 2`],
        [{ chain: A, number: 2, what: 'changed' }],
      ],
      [
        'one of the platform',
        [
          `update audit_entry set recorded_at = recorded_at - interval '1 microsecond' where chain = '${PLATFORM_CHAIN}' and number = 3`,
        ],
        [{ chain: PLATFORM_CHAIN, number: 3, what: 'changed' }],
      ],
      [
        'one hash',
        [`update audit_entry set hash = sha256('x') where chain = '${A}' and number = 2`],
        [{ chain: A, number: 2, what: 'changed' }],
      ],
      [
        'one taken from the middle',
        [`delete from audit_entry where chain = '${A}' and number = 2`],
        [{ chain: A, number: 2, what: 'missing' }],
      ],
      [
        'a tail that was cut',
        [`delete from audit_entry where chain = '${A}' and number > 2`],
        [{ chain: A, number: 3, what: 'tail-cut' }],
      ],
      [
        'a tail that was cut, and the head mended',
        [`delete from audit_entry where chain = '${A}' and number > 3`, HEAD_MENDED],
        [{ chain: A, number: 4, what: 'tail-cut' }],
      ],
      [
        'a tail that was cut, and head and seal mended',
        [
          `delete from audit_entry where chain = '${A}' and number > 3`,
          HEAD_MENDED,
          `update audit_seal set number = 3 where chain = '${A}'`,
        ],
        [{ chain: A, number: 3, what: 'seal-broken' }],
      ],
      [
        'a chain that was removed',
        [
          `delete from audit_entry where chain = '${A}'`,
          `delete from audit_words where chain = '${A}'`,
          `delete from audit_head where chain = '${A}'`,
        ],
        [{ chain: A, number: 1, what: 'tail-cut' }],
      ],
      [
        'a seal that was removed',
        [`delete from audit_seal where chain = '${A}'`],
        [{ chain: A, number: 4, what: 'seal-missing' }],
      ],
      [
        'two chains that were swapped',
        ['audit_entry', 'audit_head', 'audit_words', 'audit_seal'].flatMap((table) => [
          `update ${table} set chain = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where chain = '${A}'`,
          `update ${table} set chain = '${A}' where chain = '${B}'`,
          `update ${table} set chain = '${B}' where chain = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
        ]),
        [
          { chain: A, number: 1, what: 'changed' },
          { chain: B, number: 1, what: 'changed' },
        ],
      ],
      [
        'other words',
        [`update audit_words set content = '"Other"' where chain = '${A}' and number = 3 and field = 'why'`],
        [{ chain: A, number: 3, what: 'words-changed' }],
      ],
      [
        'words that were taken away without a redaction',
        [`delete from audit_words where chain = '${A}' and number = 2 and field = 'why'`],
        [{ chain: A, number: 2, what: 'words-missing' }],
      ],
      [
        'words that were added',
        [`insert into audit_words values ('${A}', 2, 'subject', 'salt', '"Sam"')`],
        [{ chain: A, number: 2, what: 'words-changed' }],
      ],
    ])('%s', async (_, statements, expected) => {
      await tamper(...statements);
      expect(await faults()).toEqual(expected);
    });

    it('who wrote the whole chain anew, hashes and head: the seal tells, and does not heal by what follows', async () => {
      await tamper(`delete from audit_entry where chain = '${A}' and number > 3`, HEAD_MENDED);
      await tamper(`delete from audit_words where chain = '${A}' and number > 3`);
      await record(A, 'After it was cut');
      await record(A, 'And once more');
      expect(await faults(null)).toEqual([]);
      expect(await faults()).toEqual([{ chain: A, number: 4, what: 'seal-broken' }]);
    });

    it('is told of by the command, which names the first bad entry', async () => {
      const whole = await command();
      expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('12 entries in 3 chains') });
      await tamper(`update audit_entry set actor_id = 'a2' where chain = '${B}' and number in (3, 4)`);
      const bad = await command();
      expect(bad.code).toBe(1);
      expect(bad.out).toContain(`partnership ${B}, entry 3: it does not say what it said`);
      const { code, out } = await command('--json');
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ faults: [{ chain: B, number: 3, what: 'changed' }] });
    });
  });

  describe('a key that was lost', () => {
    beforeEach(fill);
    const NEW_KEY = 'another key that is for the tests alone';
    const seal = async (key = NEW_KEY): Promise<object[]> =>
      await sealAnew(database.dataSource, key, 'The old key was lost with its machine');

    it('is followed by a new seal, with an entry that says who, why and where the old one stood', async () => {
      expect((await faults(NEW_KEY)).map(({ what }) => what)).toEqual(Array(3).fill('seal-broken'));
      const { code, out } = await command('--seal-anew', '--reason', 'Lost', { AUDIT_KEY: NEW_KEY });
      expect(code).toBe(0);
      expect(out).toContain('The audit log is whole: 15 entries in 3 chains');
      expect(out).toContain(`Sealed anew: partnership ${A}, at entry 5: the seal before was for entry 4`);
      const [entry] = await database.dataSource.query<object[]>(
        `select e."from", e."to", (select content from audit_words w where w.chain = e.chain and w.number = e.number
           and w.field = 'actor') as actor, (select content from audit_words w where w.chain = e.chain
           and w.number = e.number and w.field = 'why') as why
         from audit_entry e where action = 'audit.sealed-anew' and chain = '${A}'`,
      );
      expect(entry).toMatchObject({ from: { sealed: 4 }, to: { entries: 4 }, why: '"Lost"' });
      expect(JSON.stringify(entry)).toContain(userInfo().username);
      await record(A, 'Goes on under the new key', new AuditLog({ auditKey: NEW_KEY }));
      expect(await faults(NEW_KEY)).toEqual([]);
      expect(await seal()).toEqual([]);
    });

    it('hides no cut tail: how many entries are gone is told from then on', async () => {
      await tamper(
        `delete from audit_words where chain = '${A}' and number > 2`,
        `delete from audit_entry where chain = '${A}' and number > 2`,
        `update audit_head h set number = e.number, hash = e.hash from audit_entry e
           where h.chain = e.chain and e.number = 2 and e.chain = '${A}'`,
      );
      expect(await seal(KEY)).toEqual([{ chain: A, number: 3, sealedBefore: 4 }]);
      expect(await faults()).toEqual([]);
      expect((await command()).out).toContain('so that 2 of them had been cut off by then');
    });

    it('heals nothing where the hashes do not fit', async () => {
      await tamper(`update audit_entry set subject_id = 't2' where chain = '${A}' and number = 2`);
      const before = await database.dataSource.query<object[]>('select * from audit_seal order by chain');
      await expect(seal()).rejects.toThrow('not whole even without its seals');
      expect(await database.dataSource.query('select * from audit_seal order by chain')).toEqual(before);
      expect(await faults()).toEqual([{ chain: A, number: 2, what: 'changed' }]);
    });

    it('is asked why', async () => {
      expect(await command('--seal-anew')).toMatchObject({ code: 1 });
    });
  });

  it('redactions stays whole, whatever words are left', async () => {
    await fill();
    const by = { actor: { kind: 'person', id: 'a9', role: 'administrator' } as const, why: 'Asked to' };
    await database.dataSource.transaction(async (manager) => {
      await log.redact(manager, { chain: A, number: 1 }, by);
      await log.redact(manager, { chain: A, number: 2 }, by, ['why']);
    });
    const left = await database.dataSource.query<object[]>(
      `select number, field from audit_words where chain = '${A}' and number < 3`,
    );
    expect(left).toEqual([{ number: '2', field: 'actor' }]);
    expect(await faults()).toEqual([]);
  });

  it('many at once has one unbroken chain', async () => {
    await fill();
    const all = await Promise.all(Array.from({ length: 40 }, (_, at) => record(at % 4 ? A : B, 'At once')));
    const numbers = all.filter(({ chain }) => chain === A).map(({ number }) => number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 5));
    expect(await faults()).toEqual([]);
  });

  async function command(
    ...given: (string | Record<string, string>)[]
  ): Promise<{ code: number | null; out: string }> {
    const args = given.filter((one) => typeof one === 'string');
    const settings = Object.assign(
      { AUDIT_KEY: KEY },
      ...given.filter((one) => typeof one === 'object'),
    ) as object;
    const child = spawn(process.execPath, ['dist/src/audit/verify.command.js', ...args], {
      env: { ...process.env, ...database.environment, MEILI_URL: 'http://127.0.0.1:9', ...settings },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    return await new Promise((done) => child.on('exit', (code) => done({ code, out })));
  }
});
