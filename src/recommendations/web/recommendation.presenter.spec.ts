import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../test/support/library-record.js';
import { noCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../reviews/review.js';
import type { RecommendationDetail } from '../recommendation.model.js';
import { presentRecommendationItem, presentRecommendationPage } from './recommendation.presenter.js';

const item = (given: Partial<RecommendationDetail> = {}): RecommendationDetail => ({
  ...aRecord('recommendation', '/recommendations/8d1a'),
  number: '4b',
  text: 'Ask who else lives in the home.',
  scope: null,
  addressees: [],
  themes: [],
  progress: [],
  review: {
    ...aRecord('review', '/reviews/testshire-child-a-2025'),
    reference: null,
    label: 'Child A',
    title: 'Child A: a review',
    publisher: 'Testshire Partnership',
    ...noCodes(REVIEW_CODES),
    type: 'lcspr',
    publishedOn: '2025-02',
    summaryByLibrary: false,
  },
  sources: [],
  summarised: null,
  ...given,
});

describe('a recommendation', () => {
  it('is read by its own words, cut where they are many', () => {
    expect(presentRecommendationItem(item()).title).toBe('Ask who else lives in the home.');
    const { title, text } = presentRecommendationItem(item({ text: 'Ask again. '.repeat(40).trim() }));
    expect(title).toMatch(/^Ask again\. .{100,150}…$/);
    expect(text).not.toContain('…');
  });

  it('is quoted by its number and its review, or by its first words', () => {
    expect(presentRecommendationPage(item()).citation).toBe(
      'Testshire Partnership (February 2025), Child A: a review, recommendation 4b.',
    );
    expect(presentRecommendationPage(item({ number: null })).citation).toBe(
      'Testshire Partnership (February 2025), Child A: a review, recommendation “Ask who else lives in the home.”.',
    );
  });
});
