import { describe, expect, it } from '@jest/globals';
import type { SearchAnswer } from '../api/search-answer.model.js';
import { presentHelp } from './help.presenter.js';

const help = {
  correction: null,
  notInReviews: null,
  nothingSays: false,
  nearest: [{ slug: 'a', label: 'A' }],
};
const present = (given: Partial<SearchAnswer>): ReturnType<typeof presentHelp> =>
  presentHelp(
    { help, total: 0, page: 1, items: [], ...given } as SearchAnswer,
    (words) => `/search?q=${words}`,
  );

describe('presentHelp', () => {
  it('says where little was found, and offers near themes always', () => {
    expect(present({ total: 4 })).toEqual({
      correction: null,
      notInReviews: null,
      nearest: help.nearest,
      isFew: true,
    });
    expect(present({ total: 5 })).toMatchObject({ nearest: help.nearest, isFew: false });
    expect(present({ total: 50, page: 2 }).nearest).toEqual([]);
  });

  it('says what was searched for instead, however much was found', () => {
    expect(present({ total: 90, help: { ...help, correction: 'neglect' } }).correction).toEqual({
      words: 'neglect',
      href: '/search?q=neglect',
    });
  });
});
