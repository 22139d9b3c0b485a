import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import request from 'supertest';
import { importBundles } from '../../src/imports/import.service.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { bundleFile } from '../support/bundles.js';
import { aReview, find } from '../support/find.js';
import { eventually } from '../support/eventually.js';

describe('while the index is behind', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('fixtures');
  });
  afterAll(async () => await library.close());

  const ready = async (): Promise<unknown> =>
    (await request(library.url).get('/health/ready').expect(200)).body;
  const page = async (): Promise<string> =>
    (await request(library.url).get('/search?q=pangolin').expect(200)).text;

  it('nothing is said of it, and nothing asked, as long as it is in step', async () => {
    await eventually(async () => expect((await find(library, 'neglect')).behind).toBe(0));
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    await find(library, 'neglect');
    const statements = JSON.stringify(asked.mock.calls.map(([statement]: unknown[]) => statement));
    asked.mockRestore();
    expect(statements).toContain('content_change');
    expect(statements).not.toContain('as behind');
    expect(await page()).not.toContain('are being added to the search');
    expect(await ready()).toMatchObject({ status: 'ready', parts: { index: 'up' } });
  });

  it('the answer, the page and the health say by how much, and visitors are served', async () => {
    const reviews = Array.from({ length: 130 }, (_, n) =>
      aReview('Pangolin Partnership', `Pangolin ${n}`, '2022', [['Neglect', 'A pangolin was seen.']]),
    );
    const holder = library.source.createQueryRunner();
    await holder.startTransaction();
    try {
      // No document can be written for as long as this lasts, as if there were very many.
      await holder.query('lock table search_document in share mode');
      await importBundles(library.source, [await bundleFile(reviews)]);
      const { behind, total } = await find(library, 'pangolin');
      expect(total).toBe(0);
      expect(behind).toBeGreaterThanOrEqual(130);
      expect(await page()).toContain(`${behind} new or changed records cannot be found yet`);
      expect(await ready()).toMatchObject({
        ...{ status: 'ready', notReady: [] },
        parts: { index: `behind by ${behind} records` },
      });
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
    await library.settled();
    await eventually(async () => expect((await find(library, 'pangolin')).behind).toBe(0));
    expect(await find(library, 'pangolin')).toMatchObject({ total: 130 });
    expect(await ready()).toMatchObject({ status: 'ready', parts: { index: 'up' } });
  });
});
