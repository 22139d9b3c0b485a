import { count } from '../../platform/text/words.js';
import type { ThemeNode } from '../theme.model.js';

/** A theme in the index of all themes, with those below it. */
export interface ThemeIndexEntry {
  slug: string;
  label: string;
  url: string;
  /** “2 reviews”, or empty. */
  seen: string;
  narrower: ThemeIndexEntry[];
}

export interface ThemeIndexGroup {
  slug: string;
  label: string;
  url: string;
  definition: string | null;
  /** How many themes it has below it, in words. */
  size: string;
  /** “2 reviews”, or empty: those of the group and of all below it. */
  seen: string;
  /** The themes below it that most reviews name; of equals, the first by name. For the home page. */
  foremost: ThemeIndexEntry[];
  themes: ThemeIndexEntry[];
}

const FOREMOST = 4;

export function presentThemeIndex(tree: readonly ThemeNode[]): ThemeIndexGroup[] {
  return tree.map((top) => {
    const below = top.narrower.flatMap(withDescendants);
    return {
      slug: top.slug,
      label: top.label,
      url: top.url,
      definition: top.definition,
      size: count(below.length, 'theme'),
      seen: saySeen(top),
      foremost: below
        .toSorted(
          (a, b) => b.counts.reviewCount - a.counts.reviewCount || a.label.localeCompare(b.label, 'en-GB'),
        )
        .slice(0, FOREMOST)
        .map(presentIndexEntry),
      themes: top.narrower.map(presentIndexEntry),
    };
  });
}

const withDescendants = (node: ThemeNode): ThemeNode[] => [node, ...node.narrower.flatMap(withDescendants)];

const saySeen = ({ counts }: Pick<ThemeNode, 'counts'>): string =>
  counts.reviewCount > 0 ? count(counts.reviewCount, 'review') : '';

const presentIndexEntry = ({ slug, label, url, counts, narrower }: ThemeNode): ThemeIndexEntry => ({
  slug,
  label,
  url,
  seen: saySeen({ counts }),
  narrower: narrower.map(presentIndexEntry),
});
