import { describe, expect, it } from '@jest/globals';
import { slips, slipsAllowed, SpellingIndex } from './spelling.js';

describe('slips between two words', () => {
  it.each([
    ['neglect', 'neglect', 0],
    ['neglet', 'neglect', 1],
    ['negelct', 'neglect', 1],
    ['heatlh', 'health', 1],
    ['criminaly', 'criminally', 1],
    ['safegaurdign', 'safeguarding', 2],
  ])('%s and %s: %i', (one, other, count) => {
    expect(slips(one, other)).toBe(count);
    expect(slips(other, one)).toBe(count);
  });

  it('are never allowed in short words: CSE is not CCE', () => {
    expect(slipsAllowed('cse')).toBe(0);
    expect(slipsAllowed('baby')).toBe(1);
    expect(slipsAllowed('safeguarding')).toBe(2);
  });
});

describe('a spelling index', () => {
  const index = new SpellingIndex();
  for (const word of 'mother bother bother neglect neglected cse'.split(' ')) index.add(word);

  it('finds what is meant', () => {
    expect(index.nearest('neglct')).toEqual({ word: 'neglect', slips: 1 });
    expect(index.nearest('neglecetd')).toEqual({ word: 'neglected', slips: 1 });
  });

  it('keeps the first letter', () => {
    expect(index.nearest('mpther')?.word).toBe('mother');
    expect(index.nearest('nother')).toBeNull();
  });

  it('says nothing of words that are too far, or too short', () => {
    expect(index.nearest('supervision')).toBeNull();
    expect(index.nearest('cce')).toBeNull();
  });
});
