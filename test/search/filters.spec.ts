import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';

const PUBLISHER = 'Ashbury & Ford Safeguarding Partnership';
const AGENCY = 'Ashbury Ambulance Service';

describe.each([
  ['with Meilisearch', (): ReturnType<typeof testMeili> => testMeili()],
  ['without Meilisearch', (): null => null],
])('publisher, agency and year, %s', (_, meili) => {
  let library: TestLibrary;
  const slugs: Record<string, string> = {};

  beforeAll(async () => {
    library = await startLibrary('empty', meili());
    const review = (publisher: string, label: string, addressee: string, year: string): object => ({
      ...{ kind: 'review', publisher, label, title: label, publishedOn: year },
      recommendations: [{ number: '1', text: 'Act.', addressees: [addressee] }],
    });
    await library.add([
      review(PUBLISHER, 'Child One', AGENCY, '2021'),
      review('Elsewhere Board', 'Child Two', 'Elsewhere Police', '2022'),
    ]);
    for (const [name, table, value] of [
      ['publisher', 'partnership', PUBLISHER],
      ['agency', 'agency', AGENCY],
    ] as const) {
      const [row] = await library.source.query<{ slug: string }[]>(
        `select slug from ${table} where name = $1`,
        [value],
      );
      slugs[name] = row!.slug;
    }
  });
  afterAll(async () => await library.close());

  const total = async (path: string): Promise<number> =>
    ((await request(library.url).get(`/api/v1/${path}`).expect(200)).body as { total: number }).total;

  it.each(['reviews', 'recommendations', 'search'])(
    'mean the same in %s: a slug or an exact name',
    async (list) => {
      for (const publisher of [PUBLISHER, slugs.publisher!])
        expect(await total(`${list}?publisher=${encodeURIComponent(publisher)}`)).toBe(1);
      expect(await total(`${list}?publisher=Ashbury`)).toBe(0);
      if (list !== 'reviews') {
        for (const agency of [AGENCY, slugs.agency!])
          expect(await total(`${list}?agency=${encodeURIComponent(agency)}`)).toBe(1);
        expect(await total(`${list}?agency=Ambulance`)).toBe(0);
      }
      expect(await total(`${list}?year=2021&year=2022`)).toBe(2);
      expect(await total(`${list}?year=2021&publisher=${slugs.publisher}`)).toBe(1);
      expect(await total(`${list}?year=2022&publisher=${slugs.publisher}`)).toBe(0);
      await request(library.url).get(`/api/v1/${list}?year=recent`).expect(400);
    },
  );
});
