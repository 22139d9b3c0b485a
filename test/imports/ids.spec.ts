import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixtureFiles } from '../../src/imports/fixtures.js';
import { importBundles } from '../../src/imports/import.service.js';
import { recordId } from '../../src/platform/bundle/record-id.js';
import { AgencyService } from '../../src/recommendations/agency.service.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { clear, importRecords } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const all = async <Row>(query: string): Promise<Row[]> => await database.dataSource.query<Row[]>(query);
const add = async (...records: object[]): Promise<unknown> =>
  await importRecords(database.dataSource, ...records);

/** What every record is known by, whatever its id and address. */
const KNOWN_BY: Record<string, string> = {
  partnership: 't.name',
  theme: 't.label',
  agency: `concat_ws(' of ', t.name, (select p.name from partnership p where p.id = t.partnership_id))`,
  review: `concat_ws(', ', t.label, t.identity_year, t.publisher_id)`,
  learning_point: `concat_ws(', ', t.review_id, t.position, t.statement)`,
  recommendation: `concat_ws(', ', t.review_id, t.position, t.text)`,
  review_document: `concat_ws(', ', t.review_id, t.position, t.kind)`,
  briefing: `concat_ws(', ', t.title, t.publisher_id)`,
  resource: `concat_ws(', ', t.title, t.publisher_id, t.starts_on)`,
};

/** The ids of all records, each with what it is known by. */
async function ids(): Promise<Record<string, string[]>> {
  const kinds: Record<string, string[]> = {};
  for (const [table, known] of Object.entries(KNOWN_BY)) {
    const rows = await all<{ line: string }>(
      `select t.id || ' ' || ${known} as line from ${table} t order by 1`,
    );
    kinds[table] = rows.map(({ line }) => line);
  }
  return kinds;
}

/** Evenly spread numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

async function recordsOf(file: string): Promise<object[]> {
  const text = await readFile(file, 'utf8');
  if (!file.endsWith('.jsonl')) return JSON.parse(text) as object[];
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
}

const review = (more: object): object => ({
  kind: 'review',
  publisher: 'Anytown',
  label: 'Child K',
  ...more,
});

describe('ids', () => {
  it('are the same in a library that is built anew, in whatever order its bundle has its records', async () => {
    const files = await fixtureFiles('all');
    await importBundles(database.dataSource, files);
    const before = await ids();
    for (const [kind, lines] of Object.entries(before))
      expect([kind, lines.length > 5]).toEqual([kind, true]);
    await clear(database.owner);
    const records = (await Promise.all(files.map(recordsOf))).flat();
    await add(...shuffled(records, chance(12)));
    expect(await ids()).toEqual(before);
  });

  it('are made in a way that never changes', () => {
    expect(recordId('review', ['anytown', 'Child K', '2024'])).toBe('e8dbd200-dbb7-5e5c-8b89-79f73b5e7006');
    expect(recordId('review', ['anytown', 'Child K', '2024'], 2)).toBe(
      '682dc52c-f6a8-5068-9f47-47e0bfb8a2d0',
    );
    expect(recordId('agency', [null, 'police'])).toBe('212e2e0b-2e8a-5087-a3da-49d432a6cb3e');
  });

  it('hang on what identifies a record alone, and not on what else is said of it', async () => {
    await add(review({ publishedOn: '2024-05', title: 'One', summary: 'One', reference: 'R1' }));
    const before = await all<{ id: string }>('select id from review');
    await clear(database.owner);
    await add(
      review({
        publisher: 'ANYTOWN ',
        publishedOn: '2024-11-03',
        title: 'Two',
        type: 'scr',
        reference: 'R2',
      }),
    );
    expect(await all('select id from review')).toEqual(before);
  });

  it('are kept by what has one already', async () => {
    const old = '11111111-2222-4333-8444-555555555555';
    await add(review({ publishedOn: '2024' }));
    await database.owner.query('update review set id = $1', [old]);
    await add(review({ publishedOn: '2024', summary: 'Said anew', recommendations: [{ text: 'Look.' }] }));
    expect(await all('select id from review')).toEqual([{ id: old }]);
    expect(await all('select id from recommendation')).toEqual([
      { id: recordId('recommendation', [old, 'look']) },
    ]);
  });

  it('do not pass to another record that takes over an identity', async () => {
    await add(review({ publishedOn: '2024', reference: 'R1' }));
    const [first] = await all<{ id: string }>('select id from review');
    await add(review({ label: 'Child L', publishedOn: '2024', reference: 'R1' }));
    await add(review({ publishedOn: '2024', reference: 'R2' }));
    const now = await all<{ id: string; label: string }>('select id, label from review order by label desc');
    expect(now[0]).toEqual({ id: first!.id, label: 'Child L' });
    expect(now[1]).toEqual({ id: recordId('review', ['anytown', 'Child K', '2024'], 2), label: 'Child K' });
  });

  it('do not pass to another text of a review, in this library or in one that is built of the later bundle', async () => {
    const asked = (...texts: string[]): object =>
      review({ recommendations: texts.map((text, at) => ({ number: String(at + 1), text })) });
    const [LOOK, TRAIN] = ['Look into every room of the home', 'Train all who work with infants in this'];
    await add(asked(LOOK));
    const [look] = await all<{ id: string }>('select id from recommendation');
    await add(asked(TRAIN, LOOK));
    const both = await all<{ id: string; text: string }>(
      'select id, text from recommendation order by position',
    );
    expect(both.map(({ text }) => text)).toEqual([TRAIN, LOOK]);
    expect(both[1]!.id).toBe(look!.id);
    await clear(database.owner);
    await add(asked(TRAIN, LOOK));
    expect(await all('select id, text from recommendation order by position')).toEqual(both);
  });

  it('of agencies hang on whose they are; one that a person enters has the id that a bundle would give it', async () => {
    await add(
      { kind: 'agency', name: 'Police' },
      { kind: 'agency', name: 'Police', partnership: 'Anytown' },
      { kind: 'agency', name: 'police', partnership: 'Othertown' },
    );
    const agencies = await all<{ id: string }>('select id from agency');
    expect(new Set(agencies.map(({ id }) => id))).toEqual(
      new Set([null, 'anytown', 'othertown'].map((owner) => recordId('agency', [owner, 'police']))),
    );
    const [anytown] = await all<{ id: string; slug: string }>(
      `select id, slug from partnership where name = 'Anytown'`,
    );
    const given = { name: 'The  Council', otherNames: [] };
    const id = await database.dataSource.transaction(
      async (manager) => await new AgencyService().enter(manager, anytown!, given),
    );
    expect(id).toBe(recordId('agency', ['anytown', 'the council']));
  });

  it.each([1, 2, 3, 4, 5])(
    'are all different, and the same again, where much is said twice (seed %d)',
    async (seed) => {
      const random = chance(seed);
      const some = <Item>(from: readonly Item[], most: number): Item[] =>
        Array.from(
          { length: 1 + Math.floor(random() * most) },
          () => from[Math.floor(random() * from.length)]!,
        );
      const words = ['Look again.', 'look AGAIN', 'Ask the child', 'Nobody asked', 'Train all staff'];
      const themes = ['Neglect', 'neglect!', 'Home care', 'Unseen adults'];
      const records = Array.from({ length: 12 }, (_, at) =>
        review({
          ...{ label: `Child ${at % 4}`, publisher: ['Anytown', 'anytown', 'Othertown'][at % 3] },
          publishedOn: String(2000 + at),
          learning: some(themes, 5).map((theme) => ({
            theme,
            ...(random() < 0.7 && { statement: some(words, 1)[0] }),
          })),
          recommendations: some(words, 5).map((text) => ({
            text,
            addressees: some(['Police', 'police', 'NHS'], 2),
          })),
          documents: some(['full-report', 'summary'], 3).map((kind) => ({ kind })),
        }),
      );
      await add(...records);
      const before = await ids();
      const given = Object.values(before).flatMap((lines) => lines.map((line) => line.slice(0, 36)));
      expect(new Set(given).size).toBe(given.length);
      await clear(database.owner);
      await add(...shuffled(records, random));
      const known = (kinds: Record<string, string[]>): unknown => ({
        ...kinds,
        // Of names that are one, the first to be written is kept.
        ...Object.fromEntries(
          ['theme', 'agency', 'partnership'].map((kind) => [
            kind,
            kinds[kind]!.map((line) => line.slice(0, 36)),
          ]),
        ),
      });
      expect(known(await ids())).toEqual(known(before));
    },
  );
});
