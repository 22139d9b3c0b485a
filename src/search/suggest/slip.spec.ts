import { describe, expect, it } from '@jest/globals';
import { isSlipOfPrefix } from './slip.js';

describe('a slip at the beginning of a word', () => {
  it.each([
    ['parantal', 'parental', 'a wrong letter'],
    ['helth', 'health', 'a letter missing'],
    ['negllect', 'neglect', 'a letter too many'],
    ['nelgect', 'neglect', 'two letters in each other’s place'],
    ['parenatl', 'parentally', 'the same, before the word is whole'],
    ['exploo', 'exploitation', 'the last letter so far'],
    ['explx', 'exploitation', 'a last letter that is wrong'],
    ['negle', 'neglect', 'nothing at all'],
    ['neglects', 'neglect', 'a letter after the end'],
  ])('%s may be %s: %s', (typed, word) => expect(isSlipOfPrefix(typed, word)).toBe(true));

  it.each([
    ['mother', 'bother'],
    ['hlth', 'health'],
    ['parntl', 'parental'],
    ['neglectful', 'neglect'],
    ['abuse', 'neglect'],
  ])('%s is not %s', (typed, word) => expect(isSlipOfPrefix(typed, word)).toBe(false));
});
