import { describe, expect, it } from '@jest/globals';
import { themeCounts } from '../../../test/support/library-record.js';
import type { ThemeNode } from '../theme.model.js';
import { presentThemeTree } from './theme-tree.presenter.js';

const node = (slug: string, narrower: ThemeNode[] = [], reviews = 0): ThemeNode => ({
  slug,
  label: slug,
  url: `/themes/${slug}`,
  definition: null,
  counts: themeCounts({ reviewCount: reviews }),
  narrower,
});
const tree = [
  node('one', [node('below', [node('deep')])], 1200),
  node('two', [node('other')]),
  node('alone'),
];

describe('presentThemeTree', () => {
  it('counts the themes and says what each group was seen in', () => {
    const { size, groups } = presentThemeTree(tree);
    expect(size).toBe('6 themes in 3 groups');
    expect(groups.map(({ seen }) => seen)).toEqual(['1,200 reviews', '', '']);
  });

  it('opens what the address names', () => {
    const opened = (open?: string[]): boolean[] =>
      presentThemeTree(tree, open).groups.map(({ isOpen }) => isOpen);
    expect(opened()).toEqual([false, false, false]);
    expect(opened(['two', 'nothing'])).toEqual([false, true, false]);
    expect(opened(['all'])).toEqual([true, true, true]);
  });

  it('offers to open all, and to close them where all are open', () => {
    expect(presentThemeTree(tree).toggle).toEqual({ href: '/themes?open=all', text: 'Open all groups' });
    expect(presentThemeTree(tree, ['one', 'two']).toggle.href).toBe('/themes');
    expect(presentThemeTree(tree, ['all']).toggle.text).toBe('Close all groups');
  });
});
