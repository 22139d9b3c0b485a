import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { clear, everything, importRecords } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const add = async (...records: object[]): ReturnType<typeof importRecords> =>
  await importRecords(database.dataSource, ...records);
const theme = (label: string, more: object = {}): object => ({ kind: 'theme', label, ...more });
const review = (...learning: object[]): object => ({
  ...{ kind: 'review', publisher: 'Anytown', label: 'Adult A', learning },
});
const points = async (): Promise<{ theme: string; phrase: string | null }[]> =>
  await database.dataSource.query(
    `select t.label as theme, p.phrase from learning_point p join theme t on t.id = p.theme_id order by p.position`,
  );

const CARE = theme('Neglect and acts of omission', {
  altLabels: ['home care', 'pressure ulcers'],
  hiddenLabels: ['bed blockers'],
});

describe('the words of the source for a theme', () => {
  it('are kept where they are not the name of the theme', async () => {
    await add(
      CARE,
      review({ theme: 'Home care' }, { theme: 'NEGLECT and acts-of-omission' }, { theme: 'New' }),
    );
    expect(await points()).toEqual([
      { theme: 'Neglect and acts of omission', phrase: 'Home care' },
      { theme: 'Neglect and acts of omission', phrase: null },
      { theme: 'New', phrase: null },
    ]);
  });

  it('are not kept where they are a hidden name, from the start or from now on', async () => {
    await add(CARE, review({ theme: 'bed blockers' }, { theme: 'home care' }));
    expect((await points()).map(({ phrase }) => phrase)).toEqual([null, 'home care']);
    await add(theme('Neglect and acts of omission', { hiddenLabels: ['home care', 'bed blockers'] }));
    expect((await points()).map(({ phrase }) => phrase)).toEqual([null, null]);
  });

  it('follow the record, and the point keeps its id', async () => {
    const ids = async (): Promise<{ id: string }[]> =>
      await database.dataSource.query(`select id from learning_point order by position`);
    await add(CARE, review({ theme: 'home care' }, { theme: 'pressure ulcers' }));
    const before = await ids();
    await add(review({ theme: 'Pressure ulcers' }, { theme: 'neglect and acts of omission' }));
    expect((await points()).map(({ phrase }) => phrase)).toEqual(['Pressure ulcers', null]);
    expect(await ids()).toEqual(before);
  });

  it('stay the same when the bundle is imported again', async () => {
    const bundle = [CARE, review({ theme: 'home care' }, { theme: 'bed blockers' })];
    await add(...bundle);
    const before = await everything(database.dataSource);
    await add(...bundle);
    expect(await everything(database.dataSource)).toEqual(before);
  });

  it('are the old name where the theme was taken in by another or replaced', async () => {
    await add(
      theme('Old name'),
      review({ theme: 'home care' }, { theme: 'old name' }, { theme: 'bed blockers' }),
    );
    await add(CARE, theme('Old name', { replacedBy: 'Neglect and acts of omission' }));
    expect(await points()).toEqual([
      { theme: 'Neglect and acts of omission', phrase: 'home care' },
      { theme: 'Neglect and acts of omission', phrase: 'Old name' },
      { theme: 'Neglect and acts of omission', phrase: null },
    ]);
  });
});
