import { describe, expect, it } from '@jest/globals';
import { compose } from './compose.js';
import type { Suggestion, SuggestionKind } from './api/suggest-answer.model.js';

const some = (kind: SuggestionKind, count: number): Suggestion[] =>
  Array.from({ length: count }, (_, n) => ({
    kind,
    label: `${kind} ${n}`,
    hint: null,
    url: `/${n}`,
    slug: `${n}`,
  }));

/** How many of each kind are left, in the order in which they stand. */
const counts = (themes: number, reviews: number, briefings: number, limit = 8): number[] => {
  const found = [...some('briefing', briefings), ...some('review', reviews), ...some('theme', themes)];
  const kinds = compose(found, limit).map(({ kind }) => kind);
  expect(kinds).toEqual([...kinds].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  return ORDER.map((kind) => kinds.filter((each) => each === kind).length);
};
const ORDER: SuggestionKind[] = ['theme', 'review', 'briefing'];

describe('the list of suggestions', () => {
  it.each([
    [[20, 20, 20], [4, 3, 1], 'every kind has its share'],
    [[20, 0, 0], [8, 0, 0], 'themes alone may fill it'],
    [[1, 20, 20], [1, 5, 2], 'what themes leave free goes to the others by their shares'],
    [[0, 1, 20], [0, 1, 7], 'or to briefings'],
    [[20, 1, 0], [7, 1, 0], 'or back to themes'],
    [[1, 1, 1], [1, 1, 1], 'nothing is made up'],
  ])('%j leave %j: %s', ([themes, reviews, briefings], left) => {
    expect(counts(themes!, reviews!, briefings!)).toEqual(left);
  });

  it.each([1, 2, 3, 5, 20])('holds %i at most, and as many as there are', (limit) => {
    expect(counts(30, 30, 30, limit).reduce((sum, count) => sum + count)).toBe(limit);
    expect(counts(30, 0, 0, limit)).toEqual([limit, 0, 0]);
  });

  it('keeps the order within a kind', () => {
    expect(compose(some('theme', 3), 8).map(({ label }) => label)).toEqual(['theme 0', 'theme 1', 'theme 2']);
  });
});
