import { describe, expect, it } from '@jest/globals';
import { aRecord, themeCounts } from '../../../test/support/library-record.js';
import { strongestTogether } from './theme-together.js';
import type { ThemeSummary } from '../../themes/theme.model.js';

const theme = (slug: string, reviews: number, broader: string | null = null): ThemeSummary => ({
  ...aRecord('theme', `/themes/${slug}`),
  label: slug.toUpperCase(),
  status: 'accepted',
  definition: null,
  broader: broader === null ? null : { slug: broader, label: broader },
  counts: themeCounts({ reviewCount: reviews }),
});

const strongest = (
  found: Record<string, number>,
  directory: ThemeSummary[],
  { carrying = 40, all = 100, limit = 8 } = {},
): string[] =>
  strongestTogether(
    Object.entries(found).map(([slug, reviews]) => ({ slug, reviews })),
    { carrying, all },
    directory,
    limit,
  ).map(({ slug }) => slug);

describe('strongestTogether', () => {
  it('puts what is often found with the theme before what is rare, and both before what is found everywhere', () => {
    const directory = [theme('everywhere', 98), theme('often', 30), theme('rare', 2)];
    expect(strongest({ everywhere: 39, often: 25, rare: 2 }, directory)).toEqual([
      'often',
      'rare',
      'everywhere',
    ]);
  });

  it('leaves out what was found once, unless everything was', () => {
    const directory = [theme('twice', 50), theme('once', 1), theme('once-too', 3)];
    expect(strongest({ twice: 2, once: 1 }, directory)).toEqual(['twice']);
    expect(strongest({ 'once-too': 1, once: 1 }, directory)).toEqual(['once', 'once-too']);
  });

  it('leaves out a group of which something narrower is found, and keeps one that is found by itself', () => {
    const directory = [theme('group', 40), theme('below', 30, 'group'), theme('alone', 20)];
    expect(strongest({ group: 30, below: 15, alone: 10 }, directory)).toEqual(['below', 'alone']);
    expect(strongest({ group: 30, below: 1, alone: 10 }, directory)).toEqual(['alone']);
    expect(strongest({ group: 30, alone: 10 }, directory)).toEqual(['group', 'alone']);
  });

  it('puts last what chance would bring together more often', () => {
    const directory = [theme('seldom', 50), theme('as-by-chance', 10)];
    expect(strongest({ seldom: 5, 'as-by-chance': 4 }, directory)).toEqual(['as-by-chance', 'seldom']);
  });

  it('says how many times as often as by chance', () => {
    const found = [{ slug: 'often', reviews: 25 }];
    expect(strongestTogether(found, { carrying: 40, all: 100 }, [theme('often', 30)], 8)).toEqual([
      { slug: 'often', label: 'OFTEN', url: '/themes/often', reviews: 25, lift: 2.08 },
    ]);
  });

  it('lists of one line in the thesaurus only the strongest, of equals the narrower', () => {
    const directory = [
      theme('top', 90),
      theme('wide', 60, 'top'),
      theme('narrow', 30, 'wide'),
      theme('narrowest', 28, 'narrow'),
      theme('other', 10, 'top'),
      theme('under-other', 10, 'other'),
    ];
    const found = { wide: 26, narrow: 25, narrowest: 5, other: 6, 'under-other': 6 };
    expect(strongest(found, directory)).toEqual(['narrow', 'under-other']);
  });

  it('lists no more than it is asked for, equals by number and by name, and nothing it does not know', () => {
    const directory = [theme('d', 4), theme('c', 2), theme('b', 2), theme('a', 2)];
    expect(strongest({ a: 2, b: 2, c: 2, d: 4, gone: 9 }, directory, { limit: 3 })).toEqual(['d', 'a', 'b']);
  });

  it('survives themes that are broader than each other, and counts that were read a moment apart', () => {
    const directory = [theme('one', 1, 'two'), theme('two', 0, 'one')];
    expect(strongest({ one: 3, two: 2 }, directory, { carrying: 4, all: 3 })).toHaveLength(1);
  });
});
