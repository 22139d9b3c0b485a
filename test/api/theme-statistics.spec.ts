import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { Review } from '../../src/reviews/review.entity.js';
import type { Theme } from '../../src/themes/theme.entity.js';
import type { ThemeStatistics } from '../../src/overviews/theme/theme-statistics.model.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { namedRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';
import { statementsOf } from '../support/statements.js';

let library: TestLibrary;
let records: Records;

const get = (path: string): Test => request(library.url).get(`/api/v1/themes/${path}`);
const statistics = async (slug: string, parameters = ''): Promise<ThemeStatistics> =>
  (await get(`${slug}/statistics${parameters}`).expect(200)).body as ThemeStatistics;

/** Labels of the later reviews, each with the number of earlier recommendations. */
const later = ({ recurrence }: ThemeStatistics): [string, number][] =>
  recurrence.laterReviews.items.map(({ review, earlierRecommendations }) => [
    review.label,
    earlierRecommendations,
  ]);

/** A review of which only so much of the date is known. */
const reviewOf = async (label: string, on: string | null, learning: Theme[]): Promise<Review> =>
  await records.aReview({
    label,
    learning,
    ...(on && {
      publishedOn: `${on}-01-01`.slice(0, 10),
      publishedPrecision: ({ 4: 'year', 7: 'month', 10: 'day' } as const)[on.length as 4 | 7 | 10],
      year: Number(on.slice(0, 4)),
    }),
  });

beforeAll(async () => {
  library = await startLibrary('empty', null);
  records = new Records(library.source);
});
afterAll(async () => await library.close());

describe('reviews a year', () => {
  beforeAll(async () => {
    const harm = await records.aTheme('Harm');
    const neglect = await records.aTheme('Neglect', { broader: harm });
    const narrow = await records.aTheme('Medical neglect', { broader: neglect });
    const old = await records.aTheme('Old word for neglect', { replacedBy: neglect });
    const other = await records.aTheme('Other');
    await reviewOf('a', '2018-05-02', [neglect, narrow]);
    await reviewOf('b', '2018', [old]);
    await reviewOf('c', '2020-03', [narrow]);
    await reviewOf('d', null, [neglect]);
    await reviewOf('e', '2022', [other]);
    await reviewOf('f', '2012', [other]);
    const recommending = await reviewOf('g', '2020', [other]);
    await records.aRecommendation(recommending, { themes: [neglect] });
    await records.aReview({ label: 'h', publishedOn: '2016-01-01', learning: [neglect], state: 'withdrawn' });
    await records.aReview({ label: 'i', publishedOn: '2031-01-01', learning: [neglect], state: 'scheduled' });
  });

  it('counts each published review once, by learning or recommendation, on the theme or a narrower one', async () => {
    expect(await statistics('neglect')).toMatchObject({
      theme: { slug: 'neglect', label: 'Neglect' },
      reviews: 5,
      withoutYear: 1,
      years: [
        { year: 2018, reviews: 2, allReviews: 2 },
        { year: 2019, reviews: 0, allReviews: 0 },
        { year: 2020, reviews: 2, allReviews: 2 },
        { year: 2021, reviews: 0, allReviews: 0 },
        { year: 2022, reviews: 0, allReviews: 1 },
      ],
    });
    expect((await statistics('medical-neglect')).years.map(({ reviews }) => reviews)).toEqual([
      1, 0, 1, 0, 0,
    ]);
  });

  it('agrees with the counts of the theme', async () => {
    for (const slug of ['neglect', 'harm', 'medical-neglect', 'other', 'old-word-for-neglect']) {
      const { counts } = (await get(slug).expect(200)).body as { counts: { reviews: number } };
      expect([slug, (await statistics(slug)).reviews]).toEqual([slug, counts.reviews]);
    }
  });

  it('has no years of a theme that no review carries', async () => {
    await records.aTheme('Unseen');
    expect(await statistics('unseen')).toEqual({
      theme: { slug: 'unseen', label: 'Unseen' },
      reviews: 0,
      years: [],
      withoutYear: 0,
      together: [],
      recurrence: {
        firstRecommended: null,
        recommendations: 0,
        laterReviews: { page: 1, limit: 20, total: 0, items: [] },
      },
    });
  });

  it('is for themes that there are, and takes no parameters but those of a page', async () => {
    await get('nobody/statistics').expect(404);
    await get('%00/statistics').expect(404);
    await get('neglect/statistics?page=0').expect(400);
    await get('neglect/statistics?sort=year').expect(400);
  });
});

describe('themes found together', () => {
  beforeAll(async () => {
    const group = await records.aTheme('Group');
    const main = await records.aTheme('Main', { broader: group });
    const below = await records.aTheme('Below main', { broader: main });
    const everywhere = await records.aTheme('Everywhere');
    const often = await records.aTheme('Often');
    const rising = await records.aTheme('Rising', { broader: often });
    const proposed = await records.aTheme('Not yet placed', { status: 'proposed' });
    const replaced = await records.aTheme('Was rising', { replacedBy: rising });
    for (let n = 0; n < 6; n += 1)
      await records.aReview({
        learning: [n % 2 ? main : below, everywhere, proposed, ...(n < 3 ? [rising] : [])],
      });
    const fourth = await records.aReview({ learning: [main, everywhere, group] });
    await records.aRecommendation(fourth, { themes: [replaced] });
    for (let n = 0; n < 20; n += 1) await records.aReview({ learning: [everywhere] });
    await records.aReview({ learning: [main, often], state: 'draft' });
  });

  it('puts what stands out before what is everywhere, counts what is narrower, and names no relatives', async () => {
    const { together, reviews } = await statistics('main');
    expect(reviews).toBe(7);
    expect(together.map(({ slug, reviews: both }) => [slug, both])).toEqual([
      ['rising', 4],
      ['everywhere', 7],
    ]);
    expect(together[0]).toEqual({
      slug: 'rising',
      label: 'Rising',
      url: '/themes/rising',
      reviews: 4,
      lift: expect.any(Number),
    });
    expect(together[0]!.lift).toBeGreaterThan(together[1]!.lift);
  });

  it('is mutual', async () => {
    expect((await statistics('often')).together.map(({ slug, reviews }) => [slug, reviews])).toEqual([
      ['main', 4],
      ['everywhere', 4],
    ]);
  });
});

describe('said before, seen again', () => {
  let said: Theme;

  beforeAll(async () => {
    said = await records.aTheme('Said');
    const narrow = await records.aTheme('Said narrowly', { broader: said });
    const first = await reviewOf('march 2015', '2015-03', [said]);
    await records.aRecommendation(first, { themes: [said] });
    await records.aRecommendation(first, { themes: [narrow] });
    const second = await reviewOf('some day of 2016', '2016', [said]);
    await records.aRecommendation(second, { themes: [said, narrow] });
    await reviewOf('before all', '2014', [said]);
    await reviewOf('the same month', '2015-03-30', [said]);
    await reviewOf('the next month', '2015-04', [narrow]);
    await reviewOf('in 2015', '2015', [said]);
    await reviewOf('late in 2016', '2016-12-31', [said]);
    await reviewOf('new year 2017', '2017-01-01', [said]);
    await reviewOf('undated', null, [said]);
    await reviewOf('of another theme', '2018', [await records.aTheme('Unsaid')]);
    const undated = await reviewOf('undated with a recommendation', null, [said]);
    await records.aRecommendation(undated, { themes: [said] });
    const draft = await records.aReview({ label: 'draft', publishedOn: '2013-01-01', state: 'draft' });
    await records.aRecommendation(draft, { themes: [said] });
  });

  it('names the reviews that surely came later, newest first, with how many recommendations came before', async () => {
    const answer = await statistics('said');
    expect(later(answer)).toEqual([
      ['new year 2017', 3],
      ['late in 2016', 2],
      ['some day of 2016', 2],
      ['the next month', 2],
    ]);
    expect(answer.recurrence).toMatchObject({
      firstRecommended: 2015,
      recommendations: 3,
      laterReviews: { page: 1, limit: 20, total: 4 },
    });
    expect(answer.recurrence.laterReviews.items[0]).toEqual({
      review: {
        ...namedRecord(library.url, 'review', [
          'review-new-year-2017',
          '/reviews/review-new-year-2017',
          '/reviews/review-new-year-2017',
        ]),
        reference: null,
        label: 'new year 2017',
        title: 'new year 2017: a review',
        publisher: expect.any(String),
        type: 'lcspr',
        about: 'children',
        publishedOn: '2017-01-01',
        summaryByLibrary: false,
      },
      earlierRecommendations: 3,
    });
  });

  it('counts for a narrower theme its own alone', async () => {
    expect(later(await statistics('said-narrowly'))).toEqual([
      ['some day of 2016', 1],
      ['the next month', 1],
    ]);
  });

  it('claims no order where dates do not say it', async () => {
    const year = await records.aTheme('Of one year');
    const one = await reviewOf('one of 2019', '2019', [year]);
    await records.aRecommendation(one, { themes: [year] });
    await reviewOf('other of 2019', '2019', [year]);
    await reviewOf('may 2019', '2019-05', [year]);
    expect((await statistics('of-one-year')).recurrence).toEqual({
      firstRecommended: 2019,
      recommendations: 0,
      laterReviews: { page: 1, limit: 20, total: 0, items: [] },
    });
  });

  it('is read page by page', async () => {
    const second = await statistics('said', '?page=2&limit=3');
    expect(later(second)).toEqual([['the next month', 2]]);
    expect(second.recurrence).toMatchObject({
      recommendations: 3,
      laterReviews: { page: 2, limit: 3, total: 4 },
    });
    expect(later(await statistics('said', '?page=9'))).toEqual([]);
  });

  it('follows what is published and withdrawn at once', async () => {
    const before = await statistics('said');
    const set = async (state: string): Promise<unknown> =>
      await library.source.query(`update review set state = $1 where label = 'march 2015'`, [state]);
    await set('withdrawn');
    const without = await statistics('said');
    expect(later(without)).toEqual([['new year 2017', 1]]);
    expect(without.recurrence.firstRecommended).toBe(2016);
    expect(without.reviews).toBe(before.reviews - 1);
    await set('published');
    expect(await statistics('said')).toEqual(before);
  });

  it('is counted once for many readers', async () => {
    await statistics('said');
    const statements = await statementsOf(async () => await statistics('said', '?limit=19'));
    // The theme, with the state that its counts are of; the page of later reviews is kept.
    expect(statements).toHaveLength(1);
  });

  it('does not outlive a proposed theme that a withdrawn review brought', async () => {
    const proposed = await records.aTheme('Brought by one', { status: 'proposed' });
    await records.aReview({ label: 'bringer', learning: [proposed] });
    expect((await statistics('brought-by-one')).reviews).toBe(1);
    await library.source.query(`update review set state = 'withdrawn' where label = 'bringer'`);
    await get('brought-by-one/statistics').expect(410);
  });
});
