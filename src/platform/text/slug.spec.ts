import { describe, expect, it } from '@jest/globals';
import { reviewSlugOf, SlugBook, slugOf } from './slug.js';

describe('slugOf', () => {
  it.each([
    ['Parental mental health', 'parental-mental-health'],
    ['Mum’s new partner & “hidden” men', 'mums-new-partner-hidden-men'],
    ['Bwrdd Diogelu Gogledd Cymru – tŷ', 'bwrdd-diogelu-gogledd-cymru-ty'],
    ['Straße, Œuvre, Łódź', 'strasse-oeuvre-lodz'],
    ['子供', 'theme'],
    ['—', 'theme'],
  ])('makes an address of %s', (text, slug) => {
    expect(slugOf(text, 'theme')).toBe(slug);
  });

  it('ends at a word, within 80 characters', () => {
    const slug = slugOf('word '.repeat(40), 'theme');
    expect(slug).toBe(Array.from({ length: 16 }, () => 'word').join('-'));
    expect(slugOf('x'.repeat(200), 'theme')).toHaveLength(80);
  });
});

describe('reviewSlugOf', () => {
  it.each([
    ['Darlington Safeguarding Partnership', 'Child J', 2025, 'darlington-child-j-2025'],
    ['Derby and Derbyshire Safeguarding Children Partnership', 'Theo', 2024, 'derby-derbyshire-theo-2024'],
    ['Kent and Medway Multi-Agency Safeguarding Adults Board', 'Mr Y', null, 'kent-medway-mr-y'],
    ['Action for Children', 'Jay Review', 2024, 'action-for-children-jay-review-2024'],
    ['The Safeguarding Board', 'A', null, 'the-safeguarding-board-a'],
    ['Anytown LSCB', 'Review 2020', 2020, 'anytown-review-2020'],
  ])('of %s, %s', (publisher, label, year, slug) => {
    expect(reviewSlugOf(publisher, label, year)).toBe(slug);
  });

  it('keeps the year of a long name', () => {
    const slug = reviewSlugOf('Anytown', 'An analysis of what happened '.repeat(5), 2020);
    expect(slug).toMatch(/-2020$/);
    expect(slug.length).toBeLessThanOrEqual(80);
  });
});

describe('SlugBook', () => {
  it('numbers what is taken, within the length', () => {
    const book = new SlugBook(new Set(['a', 'a-2', 'x'.repeat(80)]));
    expect([book.claim('a'), book.claim('a'), book.claim('b'), book.claim('b')]).toEqual([
      'a-3',
      'a-4',
      'b',
      'b-2',
    ]);
    expect(book.claim('x'.repeat(80))).toBe(`${'x'.repeat(78)}-2`);
  });
});
