import { describe, expect, it } from '@jest/globals';
import { paginationOf, sayShown } from './pagination.js';

const at = (page: number, total: number): string =>
  (paginationOf({ page, limit: 10, total }, String)?.items ?? [])
    .map((item) => ('ellipsis' in item ? '…' : item.current ? `[${item.number}]` : item.number))
    .join(' ');

describe('paginationOf', () => {
  it('is not there where one page holds everything', () => {
    expect(paginationOf({ page: 1, limit: 10, total: 10 }, String)).toBeNull();
    expect(paginationOf({ page: 1, limit: 10, total: 0 }, String)).toBeNull();
  });

  it.each([
    [1, 20, '[1] 2'],
    [1, 50, '[1] 2 … 5'],
    [3, 50, '1 2 [3] 4 5'],
    [5, 100, '1 … 4 [5] 6 … 10'],
    [10, 100, '1 … 9 [10]'],
  ])('on page %i of %i items shows %s', (page, total, shown) => {
    expect(at(page, total)).toBe(shown);
  });

  it('leads back from a page beyond the end', () => {
    expect(paginationOf({ page: 9, limit: 10, total: 15 }, String)).toEqual({
      previous: { href: '2' },
      items: [
        { number: 1, href: '1', current: false },
        { number: 2, href: '2', current: false },
      ],
    });
    expect(paginationOf({ page: 9, limit: 10, total: 0 }, String)).toEqual({
      previous: { href: '1' },
      items: [],
    });
  });
});

describe('sayShown', () => {
  it.each([
    [1, 0, 'No reviews'],
    [1, 1, '1 review'],
    [2, 57, 'Showing 11 to 20 of 57 reviews'],
    [6, 57, 'Showing 51 to 57 of 57 reviews'],
    [9, 57, '57 reviews, none on this page'],
  ])('on page %i of %i says “%s”', (page, total, words) => {
    expect(sayShown({ page, limit: 10, total }, 'review')).toBe(words);
  });
});
