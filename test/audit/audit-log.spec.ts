import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../src/audit/audit-log.js';
import { PLATFORM_CHAIN, type AuditedChange } from '../../src/audit/audited-change.js';
import { verifyLog } from '../../src/audit/verify.js';
import { openLibrary } from '../../src/open-library.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { DatabaseAddresses } from '../../src/platform/postgres/database-addresses.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const PARTNERSHIP = '00000000-0000-4000-8000-00000000000a';
const GRANTED: AuditedChange = {
  chain: PARTNERSHIP,
  actor: { kind: 'person', id: 'a1', name: 'Priya Shah', role: 'administrator' },
  action: 'role.granted',
  subject: { kind: 'account', id: 'a2', name: 'Sam Cole' },
  from: null,
  to: { role: 'editor', until: '2026-12-31' },
  why: 'Covers for Alex',
  effectiveOn: '2026-11',
  correlationId: 'request-7',
};

describe('the audit log', () => {
  let database: TestDatabase;
  const log = new AuditLog({ auditKey: 'a key that is for the tests alone' });
  const record = async (change: AuditedChange): ReturnType<AuditLog['record']> =>
    await database.dataSource.transaction((manager) => log.record(manager, change));
  const rows = async (query: string): Promise<object[]> => await database.dataSource.query<object[]>(query);

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => await database.close());

  it('says who did what to what, and keeps the words that may name somebody apart', async () => {
    const at = await record(GRANTED);
    expect(at).toEqual({ chain: PARTNERSHIP, number: 1 });
    const [entry] = await rows(`select * from audit_entry where chain = '${PARTNERSHIP}' and number = 1`);
    expect(entry).toMatchObject({
      ...{ actor_kind: 'person', actor_id: 'a1', actor_role: 'administrator', action: 'role.granted' },
      ...{ subject_kind: 'account', subject_id: 'a2', from: null, to: GRANTED.to },
      ...{ effective_on: '2026-11', correlation_id: 'request-7' },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Priya|Sam|Alex/);
    expect(await rows(`select field, content from audit_words order by field`)).toEqual([
      { field: 'actor', content: '"Priya Shah"' },
      { field: 'subject', content: '"Sam Cole"' },
      { field: 'why', content: '"Covers for Alex"' },
    ]);
  });

  it('keeps a chain for the platform, beside those of partnerships', async () => {
    const at = await record({ ...GRANTED, chain: null });
    expect(at).toEqual({ chain: PLATFORM_CHAIN, number: 1 });
  });

  it('has no entry of a change that did not come about', async () => {
    const before = await rows(`select * from audit_head order by chain`);
    const failing = database.dataSource.transaction(async (manager) => {
      await log.record(manager, GRANTED);
      throw new Error('the change failed after its entry');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await rows(`select * from audit_head order by chain`)).toEqual(before);
    expect((await record(GRANTED)).number).toBe(2);
  });

  it('takes no entry outside of a transaction, and none that is not of the form', async () => {
    await expect(log.record(database.dataSource.manager, GRANTED)).rejects.toThrow('in the transaction');
    await expect(record({ ...GRANTED, action: 'Role.Granted!' })).rejects.toThrow('audit_entry_action');
    await expect(record({ ...GRANTED, effectiveOn: 'last week' })).rejects.toThrow(
      'audit_entry_effective_on',
    );
  });

  describe('goes by the clock of the library', () => {
    const LATER = '00000000-0000-4000-8000-00000000000c';
    const EARLIER = '00000000-0000-4000-8000-00000000000d';
    const open = async (addresses: DatabaseAddresses, clock?: Clock): Promise<void> =>
      await (await openLibrary(addresses, clock)).destroy();
    const twoRoles = (): DatabaseAddresses => ({
      databaseUrl: database.environment.DATABASE_URL,
      databaseOwnerUrl: database.environment.DATABASE_OWNER_URL,
    });
    const oneRole = (): DatabaseAddresses => ({ databaseUrl: database.environment.DATABASE_OWNER_URL });
    const minuteOf = async (chain: string): Promise<string> => {
      const { number } = await record({ ...GRANTED, chain });
      const [entry] = await database.dataSource.query<{ at: Date }[]>(
        `select recorded_at as at from audit_entry where chain = $1 and number = $2`,
        [chain, number],
      );
      return entry!.at.toISOString().slice(0, 16);
    };

    it('which each start sets or takes back, and nobody who joins it', async () => {
      await open(twoRoles(), new Clock(new Date('2031-01-06T09:00:00Z')));
      await open(twoRoles());
      expect(await minuteOf(LATER)).toBe('2031-01-06T09:00');
      await open(oneRole(), new Clock(new Date('2025-01-06T09:00:00Z')));
      await open(oneRole());
      expect(await minuteOf(EARLIER)).toBe('2025-01-06T09:00');
      await open(twoRoles(), new Clock());
      expect(await rows('select * from library_clock')).toEqual([]);
      expect((await minuteOf(EARLIER)) > '2026').toBe(true);
      // What was recorded before a trial does not hold its clock up.
      await open(twoRoles(), new Clock(new Date('2025-02-06T09:00:00Z')));
      expect(await minuteOf(EARLIER)).toBe('2025-02-06T09:00');
      await open(twoRoles(), new Clock());
    });

    it('and never back: an entry is not before the one it follows', async () => {
      expect(await minuteOf(LATER)).toBe('2031-01-06T09:00');
      const { faults } = await verifyLog(database.dataSource, 'a key that is for the tests alone');
      expect(faults).toEqual([]);
    });
  });

  it('redacts words, and says who did that and why', async () => {
    const at = await record(GRANTED);
    const by = { actor: { kind: 'person', id: 'a9', role: 'administrator' } as const, why: 'Asked to' };
    const redacted = await database.dataSource.transaction((manager) =>
      log.redact(manager, at, by, ['why', 'subject']),
    );
    expect(redacted).toEqual(['subject', 'why']);
    expect(
      await rows(`select field from audit_words where chain = '${at.chain}' and number = ${at.number}`),
    ).toEqual([{ field: 'actor' }]);
    expect(
      await rows(`select action, subject_id, "from" from audit_entry order by number desc limit 1`),
    ).toEqual([{ action: 'audit.redacted', subject_id: String(at.number), from: ['subject', 'why'] }]);
  });
});
