import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { clear, forgetJobs, importRecords, problemsOfRecords, queued } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const add = async (...records: object[]): ReturnType<typeof importRecords> =>
  await importRecords(database.dataSource, ...records);
const agency = (name: string, more: object = {}): object => ({ kind: 'agency', name, ...more });
const review = (publisher: string, label: string, ...addressees: string[]): object => ({
  ...{ kind: 'review', publisher, label, recommendations: [{ text: `Act on ${label}`, addressees }] },
});
/** Whom each recommendation is addressed to: “A: Police of Anytown”. */
async function addressed(): Promise<string[]> {
  const found = await database.dataSource.query<{ said: string }[]>(
    `select r.label || ': ' || a.name || coalesce(' of ' || p.name, '') as said
       from recommendation_addressee ca join recommendation c on c.id = ca.recommendation_id
       join review r on r.id = c.review_id join agency a on a.id = ca.agency_id
       left join partnership p on p.id = a.partnership_id order by 1`,
  );
  return found.map(({ said }) => said);
}
const slugs = async (): Promise<string[]> =>
  (await database.dataSource.query<{ slug: string }[]>('select slug from agency order by slug')).map(
    ({ slug }) => slug,
  );

describe('an agency', () => {
  it('belongs to the partnership whose review names it', async () => {
    const { named } = await add(
      review('Anytown', 'A', 'Police'),
      review('Bigtown', 'B', 'police'),
      review('Anytown', 'C', 'POLICE'),
    );
    expect(named.agencies).toBe(2);
    expect(await addressed()).toEqual([
      'A: Police of Anytown',
      'B: police of Bigtown',
      'C: Police of Anytown',
    ]);
    expect(await slugs()).toEqual(['police', 'police-bigtown']);
  });

  it('of the national directory is everybody’s, by any of its names', async () => {
    await add(
      review('Anytown', 'A', 'Ofsted', 'Home Office'),
      agency('Office for Standards in Education', { otherNames: ['Ofsted'] }),
      agency('Home Office'),
      review('Bigtown', 'B', 'ofsted'),
    );
    expect(await addressed()).toEqual([
      'A: Home Office',
      'A: Office for Standards in Education',
      'B: Office for Standards in Education',
    ]);
  });

  it('of a partnership goes before the national one of the same name', async () => {
    await add(agency('Police'), agency('Anytown Police', { otherNames: ['Police'], partnership: 'Anytown' }));
    await add(review('Anytown', 'A', 'Police'), review('Bigtown', 'B', 'Police'));
    expect(await addressed()).toEqual(['A: Anytown Police of Anytown', 'B: Police']);
  });

  it('that was known by a name alone keeps its id and address, and takes in its other names', async () => {
    await add(review('Anytown', 'A', 'Police'), review('Anytown', 'B', 'Constabulary'));
    const [before] = await database.dataSource.query<{ id: string }[]>(
      `select id from agency where name = 'Police'`,
    );
    await forgetJobs(database.dataSource);
    const record = agency('Anytown Police', {
      otherNames: ['Police', 'Constabulary'],
      partnership: 'anytown',
    });
    expect((await add(record)).counts.agency).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect((await queued(database.dataSource)).review).toHaveLength(2);
    expect(await addressed()).toEqual(['A: Anytown Police of Anytown', 'B: Anytown Police of Anytown']);
    expect(await database.dataSource.query(`select id, slug from agency`)).toEqual([
      { id: before!.id, slug: 'police' },
    ]);
    expect((await add(record)).counts.agency).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  it('has its names for itself within its partnership', async () => {
    expect(
      await problemsOfRecords(
        database.dataSource,
        agency('Police', { partnership: 'Anytown' }),
        agency('Police', { partnership: 'Bigtown' }),
        agency('Constabulary', { otherNames: ['The force', 'Police'], partnership: 'Anytown' }),
      ),
    ).toEqual([
      {
        line: 3,
        field: 'otherNames[1]',
        message: 'otherNames[1] “Police” is already a name of another agency there',
      },
    ]);
  });
});
