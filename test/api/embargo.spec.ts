import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { contentRevision } from '../../src/publishing/content-revision.js';
import { schedule } from '../../src/publishing/schedule.js';
import type { Review } from '../../src/reviews/review.entity.js';
import type { Theme } from '../../src/themes/theme.entity.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Records } from '../support/records.js';

describe('an embargo', () => {
  let library: TestLibrary;
  let records: Records;
  let theme: Theme;

  const status = async (path: string): Promise<number> => (await request(library.url).get(path)).status;
  const body = async (path: string): Promise<unknown> =>
    (await request(library.url).get(`/api/v1${path}`)).body;

  async function aReviewIn(label: string, seconds: number): Promise<Review> {
    const review = await records.aReview({
      label,
      publishedOn: '2024-05-01',
      learning: [theme],
      state: 'draft',
    });
    await records.aRecommendation(review, { themes: [theme] });
    const [clock] = await library.source.query<{ now: Date }[]>('select now()');
    await library.source.transaction(
      async (manager) =>
        await schedule(manager, 'review', review.id, new Date(clock!.now.getTime() + seconds * 1000)),
    );
    return review;
  }

  beforeAll(async () => {
    library = await startLibrary('empty');
    records = new Records(library.source);
    theme = await records.aTheme('Cold homes');
    await records.aReview({ label: 'Child Early', publishedOn: '2023-05-01', learning: [theme] });
  });
  afterAll(async () => await library.close());

  it('ends by the clock alone, on pages, in lists and in what is kept until content changes', async () => {
    const { slug, id } = await aReviewIn('Child Late', 4);
    // What waits for its instant is nothing that anybody is told of.
    await eventually(async () => expect(await body('/search?q=cold')).toMatchObject({ behind: 0 }));
    // No job is there to do anything.
    await library.source.query(`delete from graphile_worker._private_jobs`);
    expect(await status(`/reviews/${slug}`)).toBe(404);
    expect(await body('/themes')).toMatchObject({ items: [{ counts: { reviews: 1 } }] });
    expect(await body('/themes/cold-homes/statistics')).toMatchObject({ reviews: 1 });
    const before = await contentRevision(library.source);
    await eventually(async () => expect(await status(`/reviews/${slug}`)).toBe(200));
    expect(await contentRevision(library.source)).not.toBe(before);
    expect(await body('/themes')).toMatchObject({ items: [{ counts: { reviews: 2, recommendations: 1 } }] });
    expect(await body('/themes/cold-homes/statistics')).toMatchObject({ reviews: 2 });
    expect(await body('/reviews')).toMatchObject({ total: 2 });
    const [row] = await library.source.query<{ state: string }[]>(`select state from review where id = $1`, [
      id,
    ]);
    expect(row).toEqual({ state: 'scheduled' });
  });

  it('lets the search find it from the same instant on, by the job that waited for it', async () => {
    const review = await aReviewIn('Child Quagga', 4);
    await library.settled();
    expect(await body('/search?q=quagga')).toMatchObject({ total: 0 });
    await eventually(async () => expect(await body('/search?q=quagga')).toMatchObject({ total: 1 }));
    expect(await status(`/reviews/${review.slug}`)).toBe(200);
  });

  it('can be moved: the last instant counts, and only one job waits', async () => {
    const review = await aReviewIn('Child Moved', 3600);
    await library.source.transaction(
      async (manager) => await schedule(manager, 'review', review.id, new Date(Date.now() + 7_200_000)),
    );
    const jobs = await library.source.query<object[]>(
      `select 1 from graphile_worker.jobs where key = $1 and run_at > now() + interval '90 minutes'`,
      [`embargo of ${review.id}`],
    );
    expect(jobs).toHaveLength(1);
    expect(await status(`/reviews/${review.slug}`)).toBe(404);
  });
});
