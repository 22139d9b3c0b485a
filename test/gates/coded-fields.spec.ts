import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { importBundles } from '../../src/imports/import.service.js';
import { codesOf } from '../../src/platform/text/closed-list.js';
import { namesOf, type CodedField } from '../../src/platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../src/reviews/review.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { bundleFile } from '../support/bundles.js';

/**
 * The way of every coded field of a review through the whole library, made from the list of fields: a new one joins by
 * being declared, and what is forgotten of it fails here.
 */
const FIELDS = namesOf(REVIEW_CODES).map((name): [string, CodedField] => [name, REVIEW_CODES[name]]);

/** More than one page of a list, so that there are addresses of other pages. */
const MANY = 23;

const review = (label: string, codes: object): object => ({
  kind: 'review',
  publisher: 'Coded Partnership',
  label,
  publishedOn: '2020',
  ...codes,
  learning: [{ theme: 'Handover', statement: `The handover was rushed, said ${label}.` }],
  recommendations: [{ number: '1', text: `Write the handover down, says ${label}.` }],
});

const text = (file: string): Promise<string> => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');

interface Found {
  total: number;
  items: Record<string, unknown>[];
}

describe.each(FIELDS)('the coded field %s of a review', (name, field) => {
  const [many, one, other] = codesOf(field.words) as [string, string, string | undefined];
  let library: TestLibrary;

  const get = async <Body = Found>(path: string): Promise<Body> =>
    (await request(library.url).get(`/api/v1${path}`).expect(200)).body as Body;
  const page = async (path: string): Promise<string> =>
    (await request(library.url).get(path).set('accept', 'text/html').expect(200)).text;
  const value = async (label: string): Promise<unknown> => {
    const rows = await library.source.query<Record<string, unknown>[]>(
      `select "${name}" as value from review where label = $1`,
      [label],
    );
    return rows[0]?.value;
  };

  beforeAll(async () => {
    library = await startLibrary('empty');
    await library.add([
      ...Array.from({ length: MANY }, (_, place) => review(`Case ${place}`, { [name]: many })),
      review('The one', { [name]: one }),
      review('Nobody knows', {}),
    ]);
  });
  afterAll(async () => await library.close());

  it('is read from a bundle and stored, and empty where a bundle says nothing', async () => {
    expect([await value('Case 0'), await value('The one'), await value('Nobody knows')]).toEqual([
      many,
      one,
      null,
    ]);
  });

  it('takes its codes alone, in a bundle and in the database', async () => {
    const wrong = await bundleFile([review('Wrong', { [name]: 'no such code' })]);
    await expect(importBundles(library.source, [wrong])).rejects.toMatchObject({
      problems: [{ field: name }],
    });
    await expect(library.source.query(`update review set "${name}" = 'no such code'`)).rejects.toThrow(
      /check/,
    );
  });

  it('is in the API: of a review, in lists, and wherever a review is named', async () => {
    const { items } = await get(`/reviews?${name}=${one}`);
    expect(items).toMatchObject([{ label: 'The one', [name]: one }]);
    const detail = await get<Record<string, unknown>>(`/reviews/${String(items[0]!.slug)}`);
    expect(detail[name]).toBe(one);
    const [recommendation] = (await get(`/recommendations?${name}=${one}`)).items;
    expect(recommendation).toMatchObject({ review: { [name]: one } });
    expect((await get('/themes/handover/learning?limit=1')).items[0]!.review).toHaveProperty(name);
    const [result] = (await get(`/search?q=handover&${name}=${one}`)).items;
    expect(result).toMatchObject({ review: { [name]: one } });
  });

  it('narrows every list, and widens with a second value', async () => {
    for (const list of ['reviews', 'recommendations']) {
      expect((await get(`/${list}?${name}=${many}`)).total).toBe(MANY);
      expect((await get(`/${list}?${name}=${many}&${name}=${one}`)).total).toBe(MANY + 1);
      if (other) expect((await get(`/${list}?${name}=${other}`)).total).toBe(0);
      await request(library.url).get(`/api/v1/${list}?${name}=no-such-code`).expect(400);
    }
  });

  it.each(['reviews', 'recommendations'])('stays on in the addresses of the page of %s', async (list) => {
    const html = await page(`/${list}?${name}=${many}`);
    expect(html).toContain(`Remove the filter ${field.title}`);
    expect(html).toContain(`${name}=${many}&amp;page=2`);
    expect(html).toContain(`name="${name}" type="checkbox" value="${many}" checked`);
    expect(await page(`/${list}?${name}=${one}`)).toContain('The one');
  });

  it('is offered as a filter of reviews in words, with how many each value finds', async () => {
    const html = await page('/reviews');
    expect(html).toMatch(new RegExp(`name="${name}" type="checkbox" value="${many}"[^]*?\\(${MANY}<`));
    expect(html).toContain(field.words[one]!);
  });

  it('is a fact of the page of a review, in words', async () => {
    const { items } = await get(`/reviews?${name}=${one}`);
    const html = await page(`/reviews/${String(items[0]!.slug)}`);
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(new RegExp(`${field.title}\\s+${field.words[one]!}`));
  });

  it('narrows a search, is counted, and alone is a search', async () => {
    const { facets } = await get<Found & { facets: Record<string, unknown> }>('/search?q=handover');
    expect(facets[name]).toMatchObject({ [many]: MANY, [one]: 1 });
    const found = await get<Found & { facets: Record<string, unknown> }>(`/search?q=handover&${name}=${one}`);
    expect(found.total).toBe(1);
    // The counts of a filter that is on say what each of its other values would bring.
    expect(found.facets[name]).toMatchObject({ [many]: MANY, [one]: 1 });
    const html = await page(`/search?${name}=${many}`);
    expect(html).toContain(`${MANY} results`);
    expect(html).toContain(`Remove the filter ${field.title}`);
    expect(html).toContain(`${name}=${many}&amp;page=2`);
    await request(library.url).get(`/api/v1/search?${name}=no-such-code`).expect(400);
  });

  it('is known to the search again when nothing else of a review has changed', async () => {
    await library.add([review('Nobody knows', { [name]: one })]);
    expect(await value('Nobody knows')).toBe(one);
    expect((await get(`/search?q=handover&${name}=${one}`)).total).toBe(2);
  });

  it('is described where the API and the bundle are', async () => {
    // Types are written down when the code is built: the file that the drift gate compares has them.
    const { paths, components } = JSON.parse(await text('openapi.json')) as {
      paths: Record<
        string,
        { get: { parameters: { name: string; schema: { items?: { enum?: string[] } } }[] } }
      >;
      components: { schemas: Record<string, { properties: Record<string, unknown> }> };
    };
    for (const path of ['/api/v1/reviews', '/api/v1/recommendations', '/api/v1/search']) {
      const parameter = paths[path]!.get.parameters.find((each) => each.name === name);
      expect(parameter?.schema.items?.enum).toEqual(codesOf(field.words).toSorted());
    }
    for (const schema of ['ReviewRef', 'ReviewSummary', 'ReviewDetail', 'FoundReviewRef', 'SearchFacets'])
      expect(components.schemas[schema]!.properties).toHaveProperty(name);
    expect(await text('docs/bundle.md')).toMatch(new RegExp(`\\n\\| \`${name}\`[^\\n]*\`${many}\``));
  });
});

describe('the coded fields, while PostgreSQL stands in for the search', () => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const codes = (at: number): object =>
      Object.fromEntries(FIELDS.map(([name, { words }]) => [name, codesOf(words)[at]]));
    await library.add([review('First', codes(0)), review('Second', codes(1))]);
  });
  afterAll(async () => await library.close());

  it.each(FIELDS)('%s narrows and is counted as well', async (name, { words }) => {
    const [first, second] = codesOf(words);
    const { body } = (await request(library.url)
      .get(`/api/v1/search?q=handover&${name}=${first}`)
      .expect(200)) as {
      body: unknown;
    };
    expect(body).toMatchObject({
      total: 1,
      degraded: true,
      facets: { [name]: { [first!]: 1, [second!]: 1 } },
    });
  });
});
