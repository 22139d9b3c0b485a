import { describe, expect, it } from '@jest/globals';
import { sayReviewTypeInFull } from './review.js';

describe('the words for a review', () => {
  it('give a type its abbreviation where it has one', () => {
    expect(sayReviewTypeInFull('sar')).toBe('Safeguarding adults review (SAR)');
    expect(sayReviewTypeInFull('rapid-review')).toBe('Rapid review');
    expect(sayReviewTypeInFull(null)).toBe('');
  });
});
