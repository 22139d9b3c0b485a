import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';

interface Problem {
  status: number;
  errors: { field: string; message: string }[];
}

const LISTS = [
  ...['themes', 'reviews', 'learning', 'recommendations', 'agencies', 'briefings', 'resources'],
  'partnerships',
];

describe('the parameters of every list', () => {
  let library: TestLibrary;
  const get = (path: string): Test => request(library.url).get(`/api/v1/${path}`);

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    const theme = await records.aTheme('Theme');
    const one = await records.aReview({ label: 'One', learning: [theme] });
    await records.aRecommendation(one, { themes: [theme] });
  });
  afterAll(async () => await library.close());

  const refused = async (path: string, field: string): Promise<void> => {
    const body: unknown = (
      await get(path)
        .expect(400)
        .expect('content-type', /^application\/problem\+json/)
    ).body;
    const problem = body as Problem;
    expect(problem).toMatchObject({ type: `${library.url}/problems/invalid-request`, status: 400 });
    expect([path, ...problem.errors.map((error) => error.field)]).toContain(field);
    expect(problem.errors.every(({ message }) => message.toLowerCase().includes(field.toLowerCase()))).toBe(
      true,
    );
  };

  describe.each([...LISTS, 'themes/theme/learning'])('%s', (list) => {
    it.each([
      ['page=0', 'page'],
      ['page=-1', 'page'],
      ['page=1.5', 'page'],
      ['page=one', 'page'],
      ['page=', 'page'],
      ['page=1001', 'page'],
      ['page=1&page=2', 'page'],
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=NaN', 'limit'],
      ['limit=1e99', 'limit'],
      ['q=word', 'q'],
      ['Theme=x', 'Theme'],
      ['page[]=1&page[]=2', 'page'],
      ['page[a]=1', 'page[a]'],
    ])('refuses ?%s and names the parameter', async (parameters, field) => {
      await refused(`${list}?${parameters}`, field);
    });

    it('answers a page beyond the end with nothing', async () => {
      const body: unknown = (await get(`${list}?page=1000&limit=100`).expect(200)).body;
      expect(body).toMatchObject({ page: 1000, limit: 100, items: [] });
    });

    it('refuses names that every object already has, as any other that it does not know', async () => {
      for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
        await refused(`${list}?${name}=x`, name);
    });
  });

  it.each(LISTS)('refuses any other sort of %s, also what would be SQL', async (list) => {
    for (const sort of [
      '',
      'id',
      'toString',
      '-',
      'label;drop table review',
      'title desc',
      'title&sort=-title',
    ]) {
      await refused(`${list}?sort=${encodeURI(sort)}`, 'sort');
    }
  });

  it.each([
    ['themes?status=withdrawn', 'status'],
    ['reviews?type=LCSPR', 'type'],
    ['reviews?type=sar&type=nonsense', 'type'],
    ['reviews?about=animals', 'about'],
    ['reviews?year=1899', 'year'],
    ['reviews?year=2200', 'year'],
    ['reviews?year=2024.0', 'year'],
    ['reviews?year=0x7e8', 'year'],
    ['reviews?year=2024-01', 'year'],
    ['recommendations?scope=global', 'scope'],
    ['recommendations?type=nonsense', 'type'],
    ['recommendations?year=abcd', 'year'],
    ['briefings?year=20244', 'year'],
    ['resources?when=now', 'when'],
    ['resources?when=past&when=upcoming', 'when'],
    ['resources?year=24', 'year'],
    ['resources?about=adults', 'about'],
    ['learning?learningKind=theme-named', 'learningKind'],
    ['learning?review=a%00b', 'review'],
    ['learning?agency=police', 'agency'],
    ['agencies?publisher=x', 'publisher'],
    ['reviews?theme=a%00b', 'theme'],
    ['reviews?publisher=a%0Ab', 'publisher'],
    [`reviews?theme=${'x'.repeat(201)}`, 'theme'],
    [`briefings?type=${'x'.repeat(201)}`, 'type'],
    [`reviews?${Array.from({ length: 21 }, (_, index) => `theme=t${index}`).join('&')}`, 'theme'],
    [`reviews?${Array.from({ length: 21 }, (_, index) => `year=${1950 + index}`).join('&')}`, 'year'],
  ])('refuses %s', async (path, field) => {
    await refused(path, field);
  });

  it.each([
    'reviews?theme=%27%20or%20%271%27%3D%271',
    'reviews?publisher=%27%3B%20drop%20table%20review%3B%20--',
    'reviews?publisher=%7B1%2C2%7D',
    'reviews?publisher=%5C&publisher=%22&publisher=%7D',
    'recommendations?agency=%25',
    'recommendations?review=%27%20or%201%3D1',
    'learning?review=%7B%22&theme=%5C&publisher=%24%31',
    'briefings?type=%5C%27',
    'resources?type=$1',
    'themes?broader=%27%22%5C',
    'partnerships?type=%F0%9F%92%A9',
    'reviews?theme=%E0%A4%A',
  ])('finds nothing, and breaks nothing, with %s', async (path) => {
    const body: unknown = (await get(path).expect(200)).body;
    expect(body).toMatchObject({ total: 0, items: [] });
    expect(((await get('reviews').expect(200)).body as { total: number }).total).toBe(1);
  });

  it.each([
    'themes/nobody',
    'reviews/nobody',
    'briefings/nobody',
    'resources/nobody',
    'partnerships/nobody',
    'recommendations/nobody',
    'learning/nobody',
    'learning/%00',
    'learning/00000000-0000-5000-8000-000000000000',
    'agencies/nobody',
    'agencies/a%00b',
    'reviews/%27%20or%20%271%27%3D%271',
    'reviews/a%00b',
    'themes/a%00b',
    'themes/a%00b/learning',
    'briefings/%00',
    `reviews/${'x'.repeat(5000)}`,
    'reviews/__proto__',
    'nothing',
  ])('answers 404 as a problem: %s', async (path) => {
    const body: unknown = (
      await get(path)
        .expect(404)
        .expect('content-type', /^application\/problem\+json/)
    ).body;
    expect(body).toMatchObject({
      type: `${library.url}/problems/not-found`,
      ...{ title: 'Not found', status: 404 },
    });
  });

  it('keeps reading what is listed once, whatever the repeats and blanks', async () => {
    const body: unknown = (await get('reviews?theme=theme&theme=theme&theme=&type=&year=').expect(200)).body;
    expect(body).toMatchObject({ total: 1 });
  });
});
