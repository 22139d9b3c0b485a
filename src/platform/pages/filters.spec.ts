import { describe, expect, it } from '@jest/globals';
import { chosenFilters, filterGroup } from './filters.js';

const options = (number: number): { value: string; label: string; count: number }[] =>
  Array.from({ length: number }, (_, index) => ({ value: `v${index}`, label: `V${index}`, count: 5 }));

describe('filterGroup', () => {
  it('leaves out what would find nothing, but never what is chosen', () => {
    const group = filterGroup(
      'type',
      'Type',
      [{ value: 'a', label: 'A', count: 0 }, ...options(1)],
      ['b'],
      (value) => value.toUpperCase(),
    );
    expect(group.items.map(({ label, count, checked }) => [label, count, checked])).toEqual([
      ['V0', 5, false],
      ['B', null, true],
    ]);
  });

  it('hides a long tail, with every chosen value in sight', () => {
    const group = filterGroup('theme', 'Theme', options(20), ['v15']);
    expect(group.items.map(({ value }) => value)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v15']);
    expect(group.more).toHaveLength(12);
  });

  it('lets choose one of very many by name', () => {
    const group = filterGroup('theme', 'Theme', options(30).toReversed(), ['v3']);
    expect([group.items.length, group.more.length, group.rest.length]).toEqual([8, 0, 22]);
    expect(group.rest.slice(0, 3).map(({ label }) => label)).toEqual(['V0', 'V1', 'V10']);
    const asGiven = filterGroup('theme', 'Theme', options(30).toReversed(), [], undefined, 'as given');
    expect(asGiven.rest[0]!.label).toBe('V22');
  });

  it('does not hide one or two', () => {
    expect(filterGroup('theme', 'Theme', options(9), []).more).toEqual([]);
  });
});

describe('chosenFilters', () => {
  it('takes one value off, keeps the rest and goes back to the first page', () => {
    const groups = [filterGroup('theme', 'Theme', options(2), ['v0', 'v1'])];
    const chosen = chosenFilters('/search', { q: 'mum', theme: ['v0', 'v1'], page: 3 }, groups);
    expect(chosen).toEqual([
      { legend: 'Theme', label: 'V0', without: '/search?q=mum&theme=v1' },
      { legend: 'Theme', label: 'V1', without: '/search?q=mum&theme=v0' },
    ]);
  });
});
