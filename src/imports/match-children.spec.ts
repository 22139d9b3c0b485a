import { describe, expect, it } from '@jest/globals';
import { matchChildren } from './match-children.js';

const byKey = (known: string, given: string): boolean => known[0] === given[0];
const same = (known: string, given: string): boolean => known === given;

describe('matchChildren', () => {
  it('pairs equal keys in order', () => {
    expect(matchChildren(['a1', 'b1', 'a2'], ['a3', 'a4', 'a5', 'c1'], [byKey])).toEqual([
      'a1',
      'a2',
      undefined,
      undefined,
    ]);
  });

  it('prefers the surer test, wherever the part stands', () => {
    expect(matchChildren(['a1', 'a2'], ['a3', 'a1'], [same, byKey])).toEqual(['a2', 'a1']);
  });
});
