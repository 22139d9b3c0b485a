import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { resolved, operationsOf, type Described } from '../../src/describing/openapi-types.js';
import { FILTER_NAMES } from '../../src/search/search-filters.js';
import type { FacetValue, SearchAnswer } from '../../src/search/api/search-answer.model.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

interface List {
  total?: number;
  items: { id: string }[];
  unknown: string[];
}
interface Agency {
  slug: string;
  name: string;
  url: string;
  recommendationCount: number;
}

const ORIGIN = 'https://library.example';
const PUBLISHER = 'St Élan’s & Marfield Partnership';
const review = (label: string, addressees: string[], more: object = {}): object => ({
  ...{ kind: 'review', publisher: PUBLISHER, label, title: `${label}: rota`, type: 'sar', about: 'adults' },
  ...{
    publishedOn: '2024-05',
    learning: [{ theme: 'Rota harm', statement: `The rota was lost: ${label}.` }],
  },
  recommendations: addressees.map((name, at) => ({
    ...{
      number: String(at + 1),
      text: `Write the rota down: ${name}.`,
      addressees: [name],
      themes: ['Rota harm'],
    },
  })),
  ...more,
});

/** How each filter may be asked for the same: by slug, by name, and in other capitals. */
const ASKED: Record<string, { same: string[]; other: string }> = {
  theme: { same: ['rota-harm', 'ROTA-HARM', 'Rota harm', 'rota HARM', 'Lost rotas'], other: 'Another harm' },
  publisher: {
    same: [PUBLISHER, PUBLISHER.toUpperCase()],
    other: 'Elsewhere Board',
  },
  agency: {
    same: ['marfield-police', 'MARFIELD-POLICE', 'Marfield Police', 'mArFiElD pOlIcE'],
    other: 'Elsewhere Council',
  },
};

let library: TestLibrary;
let filtered: [path: string, filter: string][];
const get = async <Answer = List>(path: string, query: object = {}): Promise<Answer> =>
  (await request(library.url).get(path).query(query).expect(200)).body as Answer;

beforeAll(async () => {
  library = await startLibrary('empty', null, { API_LIMIT: '0', PUBLIC_URL: ORIGIN });
  await library.add([
    { kind: 'theme', label: 'Rota harm', altLabels: ['Lost rotas'], hiddenLabels: ['Rotten rotas'] },
    { kind: 'theme', label: 'Another harm' },
    { kind: 'theme', label: 'Harm taken back' },
    { kind: 'theme', label: 'Harm below', broader: 'Harm taken back' },
    review('Adult Below', [], {
      learning: [{ theme: 'Harm below', statement: 'The rota was below.' }],
      recommendations: [{ number: '1', text: 'Keep a rota below.', themes: ['Harm below'] }],
    }),
    review('Adult A', ['Marfield Police', 'Marfield Council', 'Elsewhere Council']),
    review('Adult B', ['Marfield Police'], { publishedOn: '2022' }),
    review('Adult C', ['Gone Agency']),
    review('Adult D', [], {
      publisher: 'Elsewhere Board',
      learning: [{ theme: 'Another harm' }],
      type: 'lcspr',
    }),
    ...['Rota harm', 'Another harm', 'Harm below'].flatMap((theme) => [
      { kind: 'briefing', publisher: PUBLISHER, title: `Briefing: ${theme}`, themes: [theme] },
      { kind: 'resource', publisher: PUBLISHER, title: `Form: ${theme}`, type: 'form', themes: [theme] },
    ]),
  ]);
  const [{ gone, publisher }] = await library.source.query<[{ gone: string; publisher: string }]>(
    `select r.slug as gone, p.slug as publisher from review r join partnership p on p.id = r.publisher_id
     where r.label = 'Adult C'`,
  );
  ASKED.publisher!.same.push(publisher, publisher.toUpperCase());
  for (const address of [`/reviews/${gone}`, '/themes/harm-taken-back'])
    await withdraw(library.source, WITHDRAWABLE_NOUNS, address, 'other');
  const records = new Records(library.source);
  await records.anAgency('Never Asked Agency');
  const draft = await records.aReview({ label: 'Adult Draft', state: 'draft' });
  await records.aRecommendation(draft, { addressees: [await records.anAgency('Agency of a draft')] });
  await library.settled();
  const description = await get<Described>('/api/v1/openapi.json');
  filtered = [...operationsOf(description)]
    .filter(
      ({ method, operation }) =>
        method === 'get' && operation.security?.some((need) => Object.keys(need).length === 0),
    )
    .flatMap(({ path, operation }) =>
      (operation.parameters ?? [])
        .map((parameter) => resolved(description, parameter))
        .filter(({ name, in: place }) => place === 'query' && Object.hasOwn(ASKED, name))
        .map(({ name }): [string, string] => [path, name]),
    );
});
afterAll(async () => await library.close());

describe('filters by theme, publisher and agency', () => {
  /** What is found, whatever the list. */
  async function found(path: string, query: object): Promise<{ ids: string[]; unknown: string[] }> {
    const { items, unknown, total } = await get(path, { q: 'rota', limit: 100, ...query });
    if (total !== undefined) expect(items).toHaveLength(total);
    return { ids: items.map(({ id }) => id).toSorted(), unknown };
  }
  /** Those of lists; what is embedded has its items in words, and `q` belongs to searches alone. */
  const lists = (): [string, string][] => filtered.filter(([path]) => !path.includes('/embed/'));
  const asks = (path: string, query: object): object =>
    path.endsWith('/search') ? query : { ...query, q: [] };

  it('are where the description says', () => {
    expect(filtered.map(([path, name]) => `${path.replace('/api/v1/', '')} ${name}`).toSorted()).toEqual([
      ...['briefings publisher', 'briefings theme', 'changes publisher', 'changes theme'],
      ...['embed/search agency', 'embed/search publisher', 'embed/search theme'],
      ...['learning publisher', 'learning theme'],
      ...['recommendations agency', 'recommendations publisher', 'recommendations theme'],
      ...['resources publisher', 'resources theme', 'reviews publisher', 'reviews theme'],
      ...['search agency', 'search publisher', 'search theme'],
    ]);
  });

  it('take slugs and names in any capitals, and mean the same', async () => {
    for (const [path, name] of lists()) {
      const { same, other } = ASKED[name]!;
      const [first, ...others] = await Promise.all(
        same.map(async (value) => await found(path, asks(path, { [name]: value }))),
      );
      expect({ path, name, found: first!.ids.length > 0, unknown: first!.unknown }).toEqual({
        ...{ path, name, found: true, unknown: [] },
      });
      for (const each of others) expect({ path, name, ...each }).toEqual({ path, name, ...first });
      // Two values find either.
      const both = await found(path, asks(path, { [name]: [same[0], other] }));
      const alone = await found(path, asks(path, { [name]: other }));
      expect({ path, name, ids: both.ids }).toEqual({
        ...{ path, name },
        ids: [...new Set([...first!.ids, ...alone.ids])].toSorted(),
      });
    }
  });

  it('find nothing by what names nothing, and say so; nor by what only drafts and hidden names say', async () => {
    const nothing: Record<string, string[]> = {
      // What was withdrawn is unknown, and what was narrower than it is found under its own name alone.
      theme: ['No such theme', 'Rotten rotas', 'harm-taken-back', 'Harm taken back'],
      publisher: ['No such partnership', '%', 'Partnership 1'],
      agency: ['No such agency', 'Gone Agency', 'Never Asked Agency', 'Agency of a draft'],
    };
    for (const [path, name] of lists())
      for (const value of nothing[name]!) {
        expect({ path, name, ...(await found(path, asks(path, { [name]: value }))) }).toEqual({
          ...{ path, name, ids: [], unknown: [`${name}=${value}`] },
        });
        const known = ASKED[name]!.same[0];
        const { ids, unknown } = await found(path, asks(path, { [name]: [value, known] }));
        expect([ids, unknown]).toEqual([
          (await found(path, asks(path, { [name]: known }))).ids,
          [`${name}=${value}`],
        ]);
      }
  });

  it('narrow what is embedded in the same way', async () => {
    for (const [name, { same }] of Object.entries(ASKED)) {
      const answers = await Promise.all(
        same.map(async (value) => {
          const { entries } = await get<{ entries: { url: string }[] }>('/api/v1/embed/search', {
            ...{ q: 'rota', limit: 10, [name]: value },
          });
          return entries.map(({ url }) => url);
        }),
      );
      expect(answers[0]!.length).toBeGreaterThan(0);
      for (const each of answers) expect(each).toEqual(answers[0]);
    }
  });
});

describe('/api/v1/agencies', () => {
  const NAMES = ['Elsewhere Council', 'Marfield Council', 'Marfield Police'];

  it('has those that something public asks for something, and no other', async () => {
    const { total, items } = await get<{ total: number; items: Agency[] }>('/api/v1/agencies');
    expect([total, items.map(({ name }) => name)]).toEqual([3, NAMES]);
    expect(items[2]).toEqual({
      ...shownRecord(ORIGIN, 'agency', [
        ...([
          'marfield-police',
          '/recommendations?agency=marfield-police',
          '/agencies/marfield-police',
        ] as const),
      ]),
      ...{ name: 'Marfield Police', recommendationCount: 2 },
    });
    for (const agency of items) {
      expect(await get(`/api/v1/agencies/${agency.slug}`)).toEqual(agency);
      expect(await get('/api/v1/recommendations', { agency: agency.slug })).toMatchObject({
        total: agency.recommendationCount,
      });
      await request(library.url).get(agency.url).expect(200);
    }
    await request(library.url).get('/api/v1/agencies/gone-agency').expect(410);
    for (const slug of ['never-asked-agency', 'agency-of-a-draft', 'none', '%00', "'"])
      await request(library.url)
        .get(`/api/v1/agencies/${encodeURIComponent(slug)}`)
        .expect(404);
  });

  it('is ordered by name or by how much is asked, and read in parts', async () => {
    const names = async (query: object): Promise<string[]> =>
      (await get<{ items: Agency[] }>('/api/v1/agencies', query)).items.map(({ name }) => name);
    expect(await names({ sort: '-name' })).toEqual(NAMES.toReversed());
    expect((await names({ sort: '-recommendationCount' }))[0]).toBe('Marfield Police');
    expect(await names({ limit: 2, page: 2 })).toEqual(['Marfield Police']);
    const parts: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const part: { items: Agency[]; cursor: string | null } = await get('/api/v1/agencies', {
        cursor,
        limit: 1,
      });
      parts.push(...part.items.map(({ name }) => name));
      ({ cursor } = part);
    }
    expect(parts.toSorted()).toEqual(NAMES);
    for (const query of ['sort=slug', 'limit=0', 'agency=police', 'cursor=x'])
      await request(library.url).get(`/api/v1/agencies?${query}`).expect(400);
  });
});

describe('facetValues', () => {
  const search = async (query: object): Promise<SearchAnswer> =>
    await get('/api/v1/search', { limit: 1, ...query });

  it.each([
    ['of everything', {}],
    ['of words', { q: 'rota' }],
    ['under another filter', { q: 'rota', publisher: PUBLISHER.toLowerCase() }],
  ])('count what choosing each finds: %s', async (_, query) => {
    const { facets, facetValues, facetsCut } = await search(query);
    expect(facetsCut).toEqual([]);
    let chosen = 0;
    for (const name of FILTER_NAMES) {
      const values: FacetValue[] = facetValues[name];
      expect(Object.fromEntries(values.map(({ value, count }) => [value, count]))).toEqual(facets[name]);
      expect(values.map(({ count }) => count)).toEqual(
        values.map(({ count }) => count).toSorted((one, other) => other - one),
      );
      if (name in query) continue;
      for (const { value, label, count } of values) {
        expect(label).toMatch(/\S/);
        const { total, unknown } = await search({ ...query, [name]: value });
        expect({ name, value, total, unknown }).toEqual({ name, value, total: count, unknown: [] });
        chosen += 1;
      }
    }
    expect(chosen).toBeGreaterThan(8);
  });

  it('say each value as people do', async () => {
    const { facetValues } = await search({});
    const labels = (name: (typeof FILTER_NAMES)[number]): string[] =>
      facetValues[name].map(({ value, label }) => `${value}: ${label}`);
    expect(labels('theme')).toEqual([
      ...['rota-harm: Rota harm', 'another-harm: Another harm', 'harm-below: Harm below'],
    ]);
    expect(labels('type')).toContain('sar: Safeguarding adults review');
    expect(labels('kind')).toContain('learning-point: Learning points');
    expect(labels('agency').toSorted()).toEqual(
      ['Elsewhere Council', 'Marfield Council', 'Marfield Police'].map((name) => `${name}: ${name}`),
    );
  });
});
