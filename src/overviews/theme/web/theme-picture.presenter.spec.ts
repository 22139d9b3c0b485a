import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../../test/support/library-record.js';
import { noCodes } from '../../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../../reviews/review.js';
import type { LaterReview, ThemeStatistics } from '../theme-statistics.model.js';
import { presentSeenAgainPage, presentThemePicture } from './theme-picture.presenter.js';

const laterReview = (label: string, earlierRecommendations: number): LaterReview => ({
  review: {
    ...aRecord('review', `/reviews/${label.toLowerCase()}`),
    reference: null,
    label,
    title: label,
    publisher: 'Somewhere',
    ...noCodes(REVIEW_CODES),
    publishedOn: '2020-05',
    summaryByLibrary: false,
  },
  earlierRecommendations,
});

const statistics = (
  given: Partial<ThemeStatistics> = {},
  later: LaterReview[] = [],
  total = later.length,
): ThemeStatistics => ({
  theme: { slug: 'neglect', label: 'Neglect' },
  reviews: 3,
  years: [
    { year: 2018, reviews: 1, allReviews: 4 },
    { year: 2019, reviews: 0, allReviews: 1000 },
    { year: 2020, reviews: 2, allReviews: 2 },
  ],
  withoutYear: 0,
  together: [],
  recurrence: {
    firstRecommended: 2015,
    recommendations: 9,
    laterReviews: { page: 1, limit: 5, total, items: later },
  },
  ...given,
});

const other = (label: string, reviews: number): ThemeStatistics['together'][number] => ({
  slug: label.toLowerCase(),
  label,
  url: `/themes/${label.toLowerCase()}`,
  reviews,
  lift: 2,
});

describe('presentThemePicture', () => {
  it('has nothing to show of a theme that no review carries', () => {
    expect(presentThemePicture(statistics({ reviews: 0, years: [] }))).toBeNull();
  });

  it('says in words what the drawing of the years shows', () => {
    const { years } = presentThemePicture(statistics({ reviews: 5, withoutYear: 2 }))!;
    expect(years.sentence).toBe(
      'Found in 3 reviews, published from 2018 to 2020. 2 more have no known year.',
    );
    expect(years.drawing).toMatchObject({
      title: 'Reviews about Neglect in each year',
      description:
        'A bar for every year from 2018 to 2020. The most are 2 reviews in 2020. The table below has every number.',
    });
    expect(years.rows[1]).toEqual({ year: '2019', reviews: '0', allReviews: '1,000' });
  });

  it('draws nothing of one year, or of none', () => {
    const one = statistics({
      reviews: 2,
      withoutYear: 1,
      years: [{ year: 2018, reviews: 1, allReviews: 4 }],
    });
    expect(presentThemePicture(one)!.years).toEqual({
      sentence: 'Found in one review, published in 2018. One more has no known year.',
      drawing: null,
      rows: [],
    });
    const none = statistics({ reviews: 1, withoutYear: 1, years: [] });
    expect(presentThemePicture(none)!.years.sentence).toBe(
      'Found in one review. The year of the review is not known.',
    );
  });

  it('says how many of the reviews carry another theme, the longest bar first', () => {
    const { together } = presentThemePicture(
      statistics({ together: [other('Alcohol', 1), other('Gaps', 2)] }),
    )!;
    expect(together.sentence).toContain('how many of its 3 reviews are also about each');
    expect(together.rows).toEqual([
      { slug: 'gaps', label: 'Gaps', reviews: '2', share: '67%' },
      { slug: 'alcohol', label: 'Alcohol', reviews: '1', share: '33%' },
    ]);
    expect(together.drawing?.description).toBe('Gaps: 2 reviews; Alcohol: 1 review.');
  });

  it('names themes found together once, and draws nothing', () => {
    const of = (reviews: number): unknown[] => {
      const { together } = presentThemePicture(statistics({ reviews, together: [other('Gaps', 1)] }))!;
      return [together.sentence, together.drawing, together.names.map(({ slug }) => slug)];
    };
    expect(of(1)).toEqual(['That review is also about:', null, ['gaps']]);
    expect(of(2)).toEqual(['Each of these themes is also in one of those reviews:', null, ['gaps']]);
    expect(presentThemePicture(statistics())!.together.sentence).toBe(
      'No other theme is found in the same reviews.',
    );
  });

  it('says what was seen again, and never that anyone failed', () => {
    const { again } = presentThemePicture(statistics({}, [laterReview('A', 9), laterReview('B', 1)], 12))!;
    expect(again).toMatchObject({
      sentence: '12 reviews about this theme were published after recommendations on it.',
      details:
        'The first recommendation on it was published in 2015; 9 recommendations had been published before the newest of these reviews.',
      rest: { href: '/themes/neglect/seen-again', text: 'See all 12 later reviews' },
    });
    expect(again!.reviews.map(({ earlier }) => earlier)).toEqual([
      '9 recommendations on this theme came before it',
      '1 recommendation on this theme came before it',
    ]);
    expect(JSON.stringify(again)).not.toMatch(/fail/i);
  });

  it('says in one sentence that nothing was seen again, and nothing where nothing was said', () => {
    const none = presentThemePicture(statistics())!.again!;
    expect(none.sentence).toBe(
      'No review about this theme is known to have been published after recommendations on it.',
    );
    expect([none.details, none.reviews, none.rest]).toEqual(['', [], null]);
    const recurrence = { ...statistics().recurrence, firstRecommended: null };
    expect(presentThemePicture(statistics({ recurrence }))!.again).toBeNull();
  });
});

describe('presentSeenAgainPage', () => {
  it('pages through the later reviews', () => {
    const view = presentSeenAgainPage(statistics({}, [laterReview('A', 9)], 12));
    expect(view.shown).toBe('Showing 1 to 5 of 12 later reviews');
    expect(view.pagination?.next?.href).toBe('/themes/neglect/seen-again?page=2');
  });
});
