import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { EveryPageQueries } from '../../src/site/every-page.queries.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

describe('/api/v1/partnerships', () => {
  let library: TestLibrary;

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    await records.aPartnership({ name: 'Action for Children', type: 'charity' });
    const darlington = await records.aPartnership({
      name: 'Darlington Partnership',
      type: 'joint-partnership',
      website: 'https://d.example/',
      sources: [{ title: 'Newsletter', url: 'https://n.example/' }],
    });
    await records.aContactLine(darlington, { position: 2, about: 'adult', phone: '2' });
    await records.aContactLine(darlington, {
      position: 1,
      about: 'child',
      audience: 'professionals',
      team: 'Advice Team',
      phone: '1',
    });
    const zealous = await records.aPartnership({ name: 'Zealous Partnership' });
    await records.aContactLine(zealous);
  });
  afterAll(async () => await library.close());

  it.each([
    ['', ['Action for Children', 'Darlington Partnership', 'Zealous Partnership']],
    ['?sort=-name&limit=1', ['Zealous Partnership']],
    ['?type=charity', ['Action for Children']],
    ['?type=nothing', []],
    ['?page=2', []],
  ])('lists: %s', async (parameters, names) => {
    const body: unknown = (await get(`/partnerships${parameters}`).expect(200)).body;
    expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(names);
  });

  const darlington = (origin: string): object => ({
    ...shownRecord(origin, 'partnership', [
      'darlington-partnership',
      '/reviews?publisher=darlington-partnership',
      '/partnerships/darlington-partnership',
    ]),
    name: 'Darlington Partnership',
    type: 'joint-partnership',
    link: 'https://d.example/',
    website: 'https://d.example/',
    contacts: [
      { about: 'child', audience: 'professionals', team: 'Advice Team', phone: '1' },
      { about: 'adult', audience: 'everyone', team: null, phone: '2' },
    ],
    sources: [{ title: 'Newsletter', link: 'https://n.example/' }],
  });

  it('shows one partnership with its contact panel', async () => {
    expect((await get('/partnerships/darlington-partnership').expect(200)).body).toEqual(
      darlington(library.url),
    );
    await get('/partnerships/nobody').expect(404);
  });

  it('gives pages the contact panel of the first partnership that has one', async () => {
    expect((await library.app.get(EveryPageQueries).read()).partnership).toEqual({
      ...darlington(''),
    });
  });
});
