import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { NoteContentChanges1764000500000 } from '../../migrations/1764000500000-note-content-changes.js';
import { migrations } from '../../src/migrations.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { dataSourceOptions } from '../../src/schema.js';
import { importRecords } from '../imports/library.js';
import { emptyDatabase } from '../support/database.js';

/** A migration's time, which ends its name. */
const stampOf = ({ name }: { name: string }): number => Number(name.slice(-13));

/** The migrations that version 0.1.0 had: the last of them is this one. */
const LAST_OF_THEN = NoteContentChanges1764000500000;
const OF_THEN = [...migrations]
  .toSorted((a, b) => stampOf(a) - stampOf(b))
  .filter((migration) => stampOf(migration) <= stampOf(LAST_OF_THEN));

/** What an address or a promise may hang on. */
const ADDRESSED: Record<string, string> = {
  partnership: 'id, slug, name',
  theme: 'id, slug, label',
  review: 'id, slug, label, state, summary',
  learning_point: 'id, review_id, theme_id',
  recommendation: 'id, review_id, number, text',
  review_document: 'id, review_id, kind, title, url',
  document_page: 'document_id, page, text',
  briefing: 'id, slug, title, state',
  resource: 'id, slug, title',
  briefing_review: 'briefing_id, review_id',
  recommendation_theme: 'recommendation_id, theme_id',
};

describe('a library of version 0.1.0', () => {
  let source: DataSource;
  let drop: () => Promise<void>;
  let before: Record<string, unknown[]>;
  let addressedBefore: string[];
  let agenciesBefore: { id: string; slug: string }[];

  const addressed = async (): Promise<Record<string, unknown[]>> => {
    const found = Object.entries(ADDRESSED).map(async ([table, columns]) => [
      table,
      await source.query<unknown[]>(`select ${columns} from ${table} order by ${columns}`),
    ]);
    return Object.fromEntries((await Promise.all(found)) as [string, unknown[]][]);
  };
  /** Who is asked what, by name. */
  const addressees = async (): Promise<string[]> => {
    const found = await source.query<{ said: string }[]>(
      `select a.name || ': ' || c.text as said from recommendation_addressee ca join agency a on a.id = ca.agency_id
         join recommendation c on c.id = ca.recommendation_id order by 1`,
    );
    return found.map(({ said }) => said);
  };

  beforeAll(async () => {
    const database = await emptyDatabase();
    drop = database.drop;
    const options = dataSourceOptions(database.url);
    const then = await new DataSource({ ...options, migrations: OF_THEN }).initialize();
    await migrate(then);
    const dump = await readFile(join(process.cwd(), 'test/migration/library-0.1.0.sql'), 'utf8');
    await then.query(dump);
    await then.query(`create extension pg_trgm`);
    await then.destroy();
    source = await new DataSource(options).initialize();
    [before, addressedBefore] = [await addressed(), await addressees()];
    agenciesBefore = await source.query(`select id, slug from agency`);
    await migrate(source);
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  it('keeps its content, with ids and addresses', async () => {
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    expect(await addressed()).toEqual(before);
    expect(await source.query(`select 1 from review_document where left_source_at is not null`)).toEqual([]);
  });

  it('gives up the extension that it used then', async () => {
    expect(await source.query(`select 1 from pg_extension where extname = 'pg_trgm'`)).toEqual([]);
  });

  it('asks the same of agencies of the same name, each of its own partnership', async () => {
    expect(await addressees()).toEqual(addressedBefore);
    const strangers = await source.query<object[]>(
      `select a.slug from recommendation_addressee ca join agency a on a.id = ca.agency_id
         join recommendation c on c.id = ca.recommendation_id join review r on r.id = c.review_id
        where a.partnership_id is distinct from r.publisher_id`,
    );
    expect(strangers).toEqual([]);
  });

  it('keeps id and address of an agency for the first partnership, and names the others in theirs', async () => {
    const after = await source.query<{ id: string; slug: string; name: string; owner: string }[]>(
      `select a.id, a.slug, a.name, p.slug as owner from agency a join partnership p on p.id = a.partnership_id
        order by a.slug`,
    );
    const kept = agenciesBefore.filter(({ slug }) => slug !== 'nobody');
    expect(after.map(({ id, slug }) => ({ id, slug }))).toEqual(expect.arrayContaining(kept));
    const police = after.filter(({ name }) => name === 'Police').map(({ slug, owner }) => [owner, slug]);
    expect(police).toEqual([
      ['anytown-safeguarding-board', 'police'],
      // Both plain addresses were taken: by “Police bigtown”, and by one that an editor had made.
      ['bigtown', expect.stringMatching(/^police-bigtown-[0-9a-f]{8}$/)],
      ['coldtown', expect.stringMatching(/^police-coldtown-[0-9a-f]{8}$/)],
    ]);
  });

  it('knows its records again, and takes them up anew with what was once dropped', async () => {
    const { counts, parts } = await importRecords(source, {
      ...{ kind: 'review', publisher: 'Bigtown', label: 'Child K' },
      recommendations: [
        { number: '1', text: 'Answer the telephone', addressees: ['Police', 'Bigtown Council'] },
        { number: '2', text: 'Answer letters', addressees: ['Police', 'Ofsted'] },
      ],
    });
    expect(counts.review).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(parts.recommendation).toEqual({ reworded: 0, left: 0, returned: 0 });
    expect((await addressed()).recommendation).toEqual(before.recommendation);
    expect(await addressees()).toEqual(addressedBefore);
  });

  it('can go back', async () => {
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    const later = migrations.filter((migration) => !OF_THEN.includes(migration));
    for (const migration of later.toSorted((a, b) => stampOf(b) - stampOf(a)))
      await new migration().down(runner);
    await runner.commitTransaction();
    await runner.release();
    expect(await addressed()).toEqual(before);
    expect(await addressees()).toEqual(addressedBefore);
  });
});
