import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { statementsOf } from '../support/statements.js';

const ROWS = 12;

describe('what a list asks of the database', () => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    const first = await records.aTheme('First');
    const agency = await records.anAgency('Police');
    for (let row = 0; row < ROWS; row += 1) {
      const theme = await records.aTheme(`Theme ${row}`, { broader: first });
      const review = await records.aReview({ learning: [first, theme] });
      await records.aRecommendation(review, { themes: [first, theme], addressees: [agency] });
      await records.aBriefing({ themes: [theme, first], reviews: [review] });
      await records.aResource({ themes: [theme, first] });
    }
  });
  afterAll(async () => await library.close());

  it('is six statements at most for the page of a theme, and one for the theme alone, cold or warm', async () => {
    const asked = async (path: string): Promise<number> =>
      (await statementsOf(async () => await request(library.url).get(path).expect(200))).length;
    // The first page that anybody asks for: nothing is kept yet, not even the contact lines.
    const cold = await asked('/themes/first');
    expect(cold).toBeGreaterThan(3);
    expect(cold).toBeLessThanOrEqual(6);
    expect(await asked('/themes/first')).toBeLessThan(cold);
    expect(await asked('/api/v1/themes/first')).toBe(1);
    expect(await asked('/api/v1/themes/first')).toBe(0);
  });

  it.each([
    'themes',
    'themes/first/learning',
    'reviews',
    'reviews?theme=first',
    'recommendations',
    'recommendations?theme=first',
    'briefings',
    'resources',
    'partnerships',
  ])('is no more for many %s than for one', async (list) => {
    const statements = async (limit: number): Promise<number> => {
      // Content that changes leaves nothing that is kept.
      await library.source.query('update theme set definition = definition');
      const path = `/api/v1/${list}${list.includes('?') ? '&' : '?'}limit=${limit}`;
      const asked = await statementsOf(async () => {
        const { items } = (await request(library.url).get(path).expect(200)).body as { items: unknown[] };
        expect(items.length).toBeGreaterThanOrEqual(Math.min(limit, ROWS));
      });
      return asked.length;
    };
    await statements(1);
    const forOne = await statements(1);
    expect(forOne).toBeGreaterThan(0);
    expect(forOne).toBeLessThanOrEqual(3);
    expect(await statements(100)).toBe(forOne);
  });

  it('is nothing for another page of a list while the content stays, and everything again when it does not', async () => {
    const asked = async (page: number): Promise<string[]> => {
      const path = `/api/v1/reviews?limit=2&sort=title&page=${page}`;
      return await statementsOf(async () => {
        const answer = await request(library.url).get(path).expect(200);
        const body = answer.body as { items: unknown[] };
        expect(body).toMatchObject({ page, limit: 2, total: ROWS });
        expect(body.items).toHaveLength(2);
      });
    };
    await library.source.query('update theme set definition = definition');
    // The order of the list, and the records on the page.
    expect(await asked(1)).toHaveLength(2);
    expect(await asked(2)).toHaveLength(1);
    await request(library.url).get('/api/v1/reviews?limit=100').expect(200);
    expect(await asked(3)).toHaveLength(0);
    await library.source.query('update theme set definition = definition');
    expect(await asked(4)).toHaveLength(2);
  });
});
