import { describe, expect, it } from '@jest/globals';
import type { SearchAnswer } from '../search.model.js';
import { presentHelp } from './help.presenter.js';

const help = {
  correction: null,
  shorter: [{ query: 'unseen adults', total: 1200 }],
  nearest: [{ slug: 'a', label: 'A' }],
};
const present = (given: Partial<SearchAnswer>): ReturnType<typeof presentHelp> =>
  presentHelp({ help, total: 0, ...given } as SearchAnswer, (words) => `/search?q=${words}`);

describe('presentHelp', () => {
  it('offers the nearest themes and shorter searches where little was found', () => {
    expect(present({ total: 4 })).toEqual({
      correction: null,
      nearest: help.nearest,
      shorter: [{ words: 'unseen adults', total: '1,200', href: '/search?q=unseen adults' }],
      isFew: true,
    });
    expect(present({ total: 5 })).toMatchObject({ nearest: [], shorter: [], isFew: false });
  });

  it('offers a correction however much was found', () => {
    expect(present({ total: 90, help: { ...help, correction: 'neglect' } }).correction).toEqual({
      words: 'neglect',
      href: '/search?q=neglect',
    });
  });
});
