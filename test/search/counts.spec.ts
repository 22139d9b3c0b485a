import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { FILTER_NAMES } from '../../src/search/search-filters.js';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { aReview, find } from '../support/find.js';

const night = (number: number): string => `on night ${number}`;
const reviews = [
  ...Array.from({ length: 24 }, (_, n) =>
    aReview('Oakmere Partnership', `Oak ${n}`, '2018', [
      [
        'Working across agencies',
        `The rota was muddled and the exhaustion of carers went unsaid ${night(n)}.`,
      ],
    ]),
  ),
  ...Array.from({ length: 4 }, (_, n) =>
    aReview('Elmford Partnership', `Elm ${n}`, n < 2 ? '2019' : '2020', [
      ['Working across agencies', `A muddled rota, and exhaustion ${night(n)}.`],
      ['Record keeping by lamplight', `The ledger was blank ${night(n)}.`],
    ]),
  ),
  ...Array.from({ length: 11 }, (_, n) =>
    aReview('Elmford Partnership', `Ash ${n}`, '2020', [
      ['Working across agencies', `The rota was lost ${night(n)}.`],
    ]),
  ),
];

describe.each([
  ['Meilisearch', testMeili],
  ['PostgreSQL', () => null],
])('the number beside a filter, asked of %s', (_, meili) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('fixtures', meili());
    await library.add(reviews);
  });
  afterAll(async () => await library.close());

  /** Every value of every filter, and what choosing it finds instead. */
  async function lies(q: string, chosen: Record<string, string> = {}): Promise<string[]> {
    const { facets } = await find(library, q, { ...chosen, limit: 1 });
    const found: string[] = [];
    for (const name of FILTER_NAMES) {
      for (const [value, count] of Object.entries(facets[name]).slice(0, 12)) {
        const { total } = await find(library, q, { ...chosen, [name]: value, limit: 1 });
        if (total !== count) found.push(`${name} ${value} says ${count} and finds ${total}`);
      }
    }
    return found;
  }

  it('is what choosing it finds, where the search without it has enough', async () => {
    expect(await lies('rota exhaustion')).toEqual([]);
  });

  it('is what choosing it finds, where words are let go', async () => {
    expect(await lies('rota ledger')).toEqual([]);
    expect(await lies('exhaustion ledger midnight')).toEqual([]);
  });

  it('is what choosing it finds beside other filters', async () => {
    expect(await lies('rota exhaustion', { publisher: 'Elmford Partnership' })).toEqual([]);
    expect(await lies('rota exhaustion', { publisher: 'Elmford Partnership', year: '2020' })).toEqual([]);
  });

  it('counts a theme that stands above the results as little as the list does', async () => {
    expect(await lies('domestic abuse')).toEqual([]);
  });
});

describe('a list of filter values', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('empty');
    await library.add([
      ...Array.from({ length: 130 }, (_, n) => ({
        ...aReview(`Number ${n} Partnership`, `Adult ${n}`, '2021', [['Discharge', 'The ferry was late.']]),
        recommendations: [{ number: '1', text: 'Mind the ferry.', addressees: [`Harbour ${n}`] }],
      })),
      aReview('Number 1 Partnership', 'Adult Y', '2021', [['Discharge', 'The tram was late.']]),
    ]);
  });
  afterAll(async () => await library.close());

  it('says that it is cut, in the answer and on the page', async () => {
    const answer = await find(library, 'ferry');
    expect([...answer.facetsCut].sort()).toEqual(['agency', 'publisher']);
    expect(Object.keys(answer.facets.publisher)).toHaveLength(100);
    const page = await request(library.url).get('/search?q=ferry').expect(200);
    expect(page.text.match(/Only the 100 most common are listed/g)).toHaveLength(2);
  });

  it('leads to every value by the words of its name, and counts it truly', async () => {
    const all = await find(library, 'ferry');
    const missing = Array.from({ length: 130 }, (_, n) => `Number ${n} Partnership`).filter(
      (name) => !(name in all.facets.publisher),
    );
    expect(missing).toHaveLength(30);
    for (const name of missing) {
      const offered = await find(library, 'ferry', { publisherNamed: name });
      expect(offered.facets.publisher).toMatchObject({ [name]: 1 });
      expect([offered.total, offered.facetsCut]).toEqual([all.total, ['agency']]);
    }
    const { facets } = await find(library, 'ferry', {
      agencyNamed: 'harb 12',
      publisher: 'Number 121 Partnership',
    });
    expect(facets.agency).toEqual({ 'Harbour 121': 1 });
    expect(
      Object.keys((await find(library, 'ferry', { agencyNamed: 'harb 12' })).facets.agency),
    ).toHaveLength(11);
    expect((await find(library, 'ferry', { themeNamed: 'DISCH' })).facets.theme).toEqual({ discharge: 130 });
  });

  it('is searched on the page by a form alone', async () => {
    const offered = async (words: string, more = ''): Promise<string> => {
      const page = await request(library.url)
        .get(`/search?q=ferry&publisherNamed=${words}${more}`)
        .expect(200);
      return /<legend>Publisher<\/legend>.*?<\/fieldset>/s.exec(page.text)![0];
    };
    const some = await offered('number+12');
    expect(some).toMatch(/<input[^>]* name="publisherNamed" type="text"[^>]* value="number 12"/);
    expect(some.match(/type="checkbox"/g)).toHaveLength(11);
    expect(some).toContain('Only those with “number 12” in their name are listed.');
    // What is chosen stays chosen, though it is not looked for.
    expect(await offered('number+12', '&publisher=Number+7+Partnership')).toMatch(
      /value="Number 7 Partnership" checked/,
    );
    expect(await offered('zeppelin')).toContain('No name here has “zeppelin” in it');
    const answer = await request(library.url)
      .get(`/api/v1/search?publisherNamed=${'a'.repeat(101)}`)
      .expect(400);
    expect(answer.body).toMatchObject({ errors: [{ field: 'publisherNamed' }] });
  });

  it('says so too where the filter itself is on', async () => {
    const answer = await find(library, 'ferry', { publisher: 'Number 7 Partnership' });
    expect(answer.facetsCut).toContain('publisher');
    expect(answer.facetsCut).not.toContain('agency');
  });

  it('says nothing where it is whole', async () => {
    expect((await find(library, 'tram')).facetsCut).toEqual([]);
    const page = await request(library.url).get('/search?q=tram').expect(200);
    expect(page.text).not.toContain('Only the ');
  });
});
