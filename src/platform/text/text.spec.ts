import { describe, expect, it } from '@jest/globals';
import { cutAtWord, notSaid } from './text.js';

describe('cutAtWord', () => {
  it.each([
    ['Short enough', 20, 'Short enough'],
    ['Nobody asked, so nobody knew', 14, 'Nobody asked…'],
    ['Nobody asked so nobody knew', 15, 'Nobody asked…'],
    ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
    ['He was not seen – and not heard', 18, 'He was not seen…'],
  ])('cuts “%s” at %i to “%s”', (text, longest, cut) => {
    expect(cutAtWord(text, longest)).toBe(cut);
    expect(cut.length).toBeLessThanOrEqual(longest);
  });

  it('cuts no character in half', () => {
    expect(cutAtWord('😀😀😀', 4)).toBe('😀…');
  });
});

describe('notSaid', () => {
  it('drops what the heading says, in whatever form', () => {
    const themes = [{ label: 'Self-neglect' }, { label: 'Hoarding' }];
    expect(notSaid(themes, 'Self neglect')).toEqual([{ label: 'Hoarding' }]);
  });
});
