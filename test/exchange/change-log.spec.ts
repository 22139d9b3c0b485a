import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { importBundles } from '../../src/imports/import.service.js';
import { ChangeLog, type Change, type FollowedChanges } from '../../src/publishing/changes/change-log.js';
import { identifyLibrary } from '../../src/publishing/changes/library-identity.js';
import { schedule } from '../../src/publishing/schedule.js';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { bundleFile } from '../support/bundles.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually, somebodyWaits } from '../support/eventually.js';
import { Records } from '../support/records.js';

const PUBLISHER = 'Marfield Safeguarding Children Partnership';
const REVIEW = {
  ...{
    kind: 'review',
    publisher: PUBLISHER,
    label: 'Child Zeta',
    title: 'Child Zeta: a review',
    type: 'lcspr',
  },
  publishedOn: '2024-05',
  learning: [{ theme: 'Quillwort harm', kind: 'finding', statement: 'First.' }],
  recommendations: [
    { number: '1', text: 'Do the asterword thing.', addressees: ['Marfield Police'], themes: ['Other harm'] },
    { number: '2', text: 'Do something else.', themes: ['Other harm'] },
  ],
};
const BUNDLE = [
  { kind: 'theme', label: 'Quillwort harm' },
  { kind: 'theme', label: 'Other harm' },
  REVIEW,
  { kind: 'briefing', publisher: PUBLISHER, title: 'Briefing on larkword', themes: ['Other harm'] },
];
const PATH = '/reviews/marfield-child-zeta-2024';

describe('the log of what changes for the public', () => {
  let database: TestDatabase;
  let source: DataSource;
  let log: ChangeLog;
  let records: Records;
  let cursor: string;

  const load = async (bundle: object[]): Promise<void> => {
    await importBundles(source, [await bundleFile(bundle)]);
  };
  /** What has changed since the last time, of whatever kind: “updated review”, in the order of the log. */
  async function since(): Promise<string[]> {
    const changes = await news();
    return changes.map(({ event, kind }) => `${event} ${kind}`).toSorted();
  }
  async function news(): Promise<Change[]> {
    const page = await log.read({ asked: null }, cursor, 500);
    cursor = page.cursor;
    return page.changes;
  }

  beforeAll(async () => {
    database = await freshDatabase();
    source = database.dataSource;
    log = new ChangeLog(source);
    records = new Records(source);
    cursor = (await log.read({ asked: null }, undefined, 1)).cursor;
  });
  afterAll(async () => await database.close());

  it('tells of everything that an import publishes, once, and of nothing when it is repeated', async () => {
    await load(BUNDLE);
    expect(await since()).toEqual([
      'published agency',
      'published briefing',
      'published learning-point',
      'published partnership',
      'published recommendation',
      'published recommendation',
      'published review',
      'published theme',
      'published theme',
    ]);
    await load(BUNDLE);
    expect(await since()).toEqual([]);
  });

  it('tells of what shows a change, and of nothing else', async () => {
    await source.query(`update review set summary = 'Another.' where label = 'Child Zeta'`);
    expect(await since()).toEqual(['updated review']);
    await source.query(`update recommendation set text = 'Do that.' where number = '2'`);
    expect(await since()).toEqual(['updated recommendation', 'updated review']);
    await source.query(`update theme set label = 'Quillworts' where slug = 'quillwort-harm'`);
    expect(await since()).toEqual(['updated learning-point', 'updated review', 'updated theme']);
    await source.query(`update theme set definition = 'Said.' where slug = 'quillwort-harm'`);
    expect(await since()).toEqual(['updated theme']);
    await source.query(`update agency set name = 'Police of Marfield'`);
    expect(await since()).toEqual(['updated agency', 'updated recommendation', 'updated review']);
    await source.query(`update partnership set name = 'Marfield Partnership'`);
    expect((await since()).length).toBe(6);
    await source.query(`update review set imported_hash = 'x', updated_at = now()`);
    expect(await since()).toEqual([]);
  });

  it('has every part of a review that is withdrawn, and again when it is restored', async () => {
    const times = async (): Promise<{ published: Date; updated: Date }> => {
      const [row] = await source.query<{ published: Date; updated: Date }[]>(
        `select published_at as published, updated_at as updated from published_record where path = $1`,
        [PATH],
      );
      return row!;
    };
    const before = await times();
    await withdraw(source, WITHDRAWABLE_NOUNS, PATH, 'factual-error');
    expect(await since()).toEqual([
      'withdrawn agency',
      'withdrawn learning-point',
      'withdrawn recommendation',
      'withdrawn recommendation',
      'withdrawn review',
    ]);
    expect(await source.query(`select 1 from public_record where review_id is not null`)).toEqual([]);
    await restore(source, WITHDRAWABLE_NOUNS, PATH);
    expect(await since()).toEqual([
      'published agency',
      'published learning-point',
      'published recommendation',
      'published recommendation',
      'published review',
    ]);
    const after = await times();
    expect(after.published).toEqual(before.published);
    expect(after.updated.getTime()).toBeGreaterThan(before.updated.getTime());
  });

  it('does not say again what could identify someone', async () => {
    await withdraw(source, WITHDRAWABLE_NOUNS, PATH, 'identifies-someone');
    const gone = (await news()).filter(({ kind }) => kind === 'review' || kind === 'recommendation');
    expect(gone.length).toBe(3);
    for (const { slug, path } of gone) expect([slug, path]).toEqual([null, null]);
    await restore(source, WITHDRAWABLE_NOUNS, PATH);
    await news();
  });

  it('knows nothing of a draft, and tells of what was under an embargo when that has ended', async () => {
    const draft = await records.aReview({ label: 'Child Draft', state: 'draft' });
    await source.query(`update review set title = 'Still a draft' where id = $1`, [draft.id]);
    expect(await since()).toEqual([]);
    const late = await records.aReview({ label: 'Child Late', state: 'draft' });
    await source.transaction(
      async (manager) => await schedule(manager, 'review', late.id, new Date(Date.now() + 3000)),
    );
    expect((await since()).filter((one) => one.endsWith('review'))).toEqual([]);
    await eventually(async () =>
      expect((await news()).filter(({ id }) => id === late.id).map(({ event }) => event)).toEqual([
        'published',
      ]),
    );
  });

  it('says which theme takes the place of another', async () => {
    const into = await records.aTheme('Kept', { names: { alternative: ['Given up'] } });
    const from = await records.aTheme('Given up too', {});
    await source.query(`update theme set label = 'Given up' where id = $1`, [from.id]);
    await news();
    await source.query('update theme set replaced_by_id = $1 where id = $2', [into.id, from.id]);
    const merged = (await news()).find(({ id }) => id === from.id);
    expect(merged).toMatchObject({
      event: 'merged',
      into: { id: into.id, slug: 'kept', path: '/themes/kept' },
    });
  });

  it('tells what is committed at once, and misses nothing that commits after what began later', async () => {
    const [early, late] = [source.createQueryRunner(), source.createQueryRunner()];
    await early.startTransaction();
    await early.query(`update review set summary = 'Early' where label = 'Child Zeta'`);
    await late.query(`update briefing set title = 'Late'`);
    const first = (await news()).map(({ kind }) => kind);
    await early.commitTransaction();
    await Promise.all([early.release(), late.release()]);
    const then = (await news()).map(({ kind }) => kind);
    expect([first, then]).toEqual([['briefing'], ['review']]);
  });

  it('tells in the order of commits, also where one of them settles long before it ends', async () => {
    const [early, late] = [source.createQueryRunner(), source.createQueryRunner()];
    await early.startTransaction();
    await early.query(`update review set summary = 'Settled' where label = 'Child Zeta'`);
    await early.query('set constraints all immediate');
    const later = late.query(`update briefing set title = 'Later'`);
    const looking = new Client({ connectionString: database.url });
    await looking.connect();
    await somebodyWaits(looking);
    await looking.end();
    const first = await news();
    await early.commitTransaction();
    await later;
    await Promise.all([early.release(), late.release()]);
    expect([first, (await news()).map(({ kind }) => kind)]).toEqual([[], ['review', 'briefing']]);
  });

  it('brings a page at a time, each record once', async () => {
    const seen: string[] = [];
    let next: string | undefined;
    for (let more = true; more;) {
      const page = await log.read({ asked: null }, next, 2);
      seen.push(...page.changes.map(({ id }) => id));
      [next, more] = [page.cursor, page.more];
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(8);
  });

  it('tells whoever follows a theme when a record leaves it', async () => {
    const theme = await records.aTheme('Followed');
    const review = await records.aReview({ label: 'Child Followed', learning: [theme] });
    const follow = { themeIds: [theme.id], asked: 'followed' };
    await news();
    const first = await log.read(follow, undefined, 50);
    expect(first.changes.some(({ id, event }) => id === review.id && event === 'published')).toBe(true);
    await source.query('delete from learning_point where review_id = $1', [review.id]);
    await news();
    const then = await log.read(follow, first.cursor, 50);
    expect(then.changes.find(({ id }) => id === review.id)?.event).toBe('withdrawn');
  });

  it('tells whoever follows a theme of what is put below it while it is moved itself, or while another is', async () => {
    const [above, middle, below] = [
      await records.aTheme('Above'),
      await records.aTheme('Middle'),
      await records.aTheme('Below'),
    ];
    await news();
    const [one, other] = [source.createQueryRunner(), source.createQueryRunner()];
    const put = `update theme set broader_id = $1 where id = $2`;
    await one.startTransaction();
    await other.startTransaction();
    await one.query(put, [above.id, middle.id]);
    await other.query(put, [middle.id, below.id]);
    const briefing = await records.aBriefing({ themes: [below] });
    await one.commitTransaction();
    await other.commitTransaction();
    await Promise.all([one.release(), other.release()]);
    const onAbove = async (from?: string): Promise<{ cursor: string; told: Record<string, string> }> => {
      await news();
      const { changes, cursor: at } = await log.read({ themeIds: [above.id], asked: 'above' }, from, 50);
      return { cursor: at, told: Object.fromEntries(changes.map(({ id, event }) => [id, event])) };
    };
    const first = await onAbove();
    expect(Object.keys(first.told).toSorted()).toEqual(
      [above.id, middle.id, below.id, briefing.id].toSorted(),
    );
    // What stands between may be seen by nobody, and another may take its place.
    await source.query('update theme set withdrawn_at = now() where id = $1', [middle.id]);
    const then = await onAbove(first.cursor);
    expect(then.told).toMatchObject({ [middle.id]: 'withdrawn' });
    await source.query('update theme set broader_id = null where id = $1', [middle.id]);
    const gone = { [below.id]: 'withdrawn', [briefing.id]: 'withdrawn' };
    const left = await onAbove(then.cursor);
    expect(left.told).toMatchObject(gone);
    await source.query('update theme set replaced_by_id = $1, broader_id = null where id = $2', [
      above.id,
      below.id,
    ]);
    const back = await onAbove(left.cursor);
    expect(back.told).toMatchObject({ [below.id]: 'merged', [briefing.id]: 'updated' });
    await source.query('update theme set replaced_by_id = null where id = $1', [below.id]);
    expect((await onAbove(back.cursor)).told).toMatchObject(gone);
  });

  it('tells whoever follows a publisher when a record leaves it, and its parts with it', async () => {
    const [from, to] = [await records.aPartnership(), await records.aPartnership()];
    const theme = await records.aTheme('Moved harm');
    const review = await records.aReview({ label: 'Child Moved', publisher: from, learning: [theme] });
    const following = (id: string): FollowedChanges => ({ publisherIds: [id], asked: id });
    await news();
    const [first, other] = [
      await log.read(following(from.id), undefined, 50),
      await log.read(following(to.id), undefined, 50),
    ];
    const ofReview = (changes: Change[]): string[] =>
      changes.flatMap(({ kind, event }) => (kind === 'partnership' ? [] : `${event} ${kind}`)).toSorted();
    expect(ofReview(first.changes)).toEqual(['published learning-point', 'published review']);
    expect(ofReview(other.changes)).toEqual([]);
    const move = async (publisher: string): Promise<void> => {
      await source.query('update review set publisher_id = $1 where id = $2', [publisher, review.id]);
      await news();
    };
    await move(to.id);
    const left = await log.read(following(from.id), first.cursor, 50);
    expect(ofReview(left.changes)).toEqual(['withdrawn learning-point', 'withdrawn review']);
    const came = await log.read(following(to.id), other.cursor, 50);
    expect(ofReview(came.changes)).toEqual(['updated learning-point', 'updated review']);
    await move(from.id);
    const back = await log.read(following(from.id), left.cursor, 50);
    expect(ofReview(back.changes)).toEqual(['updated learning-point', 'updated review']);
    expect(ofReview((await log.read(following(to.id), came.cursor, 50)).changes)).toEqual([
      ...['withdrawn learning-point', 'withdrawn review'],
    ]);
  });

  it('refuses a cursor of other filters, of an older state, of another library, and what is none', async () => {
    const expired = expect.objectContaining({ code: 'cursor-expired' });
    await expect(log.read({ asked: 'others' }, cursor, 1)).rejects.toEqual(expired);
    for (const text of ['', 'x', 'W10', cursor.slice(0, -4), `${cursor}AAAA`, 'a'.repeat(900)])
      await expect(log.read({ asked: null }, text, 1)).rejects.toMatchObject({
        code: expect.stringMatching(/invalid-request|cursor-expired/),
      });
    await source.query(`update change_log set logged_at = logged_at + interval '1 second'`);
    await expect(log.read({ asked: null }, cursor, 1)).rejects.toEqual(expired);
    const begun = (await log.read({ asked: null }, undefined, 500)).cursor;
    await database.owner.query(`update library_identity set system = 'another server'`);
    await identifyLibrary(database.owner);
    await expect(log.read({ asked: null }, begun, 1)).rejects.toEqual(expired);
    expect((await log.read({ asked: null }, undefined, 500)).changes.length).toBeGreaterThan(8);
  });

  it('gives no two reviews, briefings or resources the same second', async () => {
    await load(
      Array.from({ length: 30 }, (_, n) => ({ kind: 'resource', title: `Leaflet ${n}`, type: 'guidance' })),
    );
    const rows = await source.query<object[]>(
      `select date_trunc('second', published_at) from published_record where kind in ('review', 'briefing', 'resource')
       group by date_trunc('second', published_at) having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });

  it('measures tables that a transaction has filled, before it reads them', async () => {
    await source.query(
      `insert into partnership (name, slug) select 'Board ' || n, 'board-of-' || n from generate_series(1, 1100) n`,
    );
    const [table] = await source.query<{ rows: number }[]>(
      `select reltuples as rows from pg_class where oid = 'partnership'::regclass`,
    );
    expect(table!.rows).toBeGreaterThanOrEqual(1100);
  });

  it('leaves nothing to be looked for with `not in`, which takes time by the square once there is much', async () => {
    const functions = await source.query<{ name: string; definition: string }[]>(
      `select f.proname as name, pg_get_functiondef(f.oid) as definition from pg_proc f
       where f.pronamespace = 'public'::regnamespace and f.prokind = 'f'
         and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')`,
    );
    expect(functions.map(({ name }) => name)).toContain('settle_touched');
    for (const { name, definition } of functions)
      expect([name, /not in\s*\(\s*select/i.test(definition)]).toEqual([name, false]);
  });
});
