import { count } from '../../platform/text/words.js';
import type { ThemeNode } from '../theme.model.js';
import type { StructuredData } from '../../platform/pages/structured-data.js';
import { THESAURUS } from '../../publishing/schema-org.js';
import { presentThemeIndex, type ThemeIndexGroup } from './theme-index.presenter.js';

/** The tree of all themes, group by group. */
export interface ThemeTreeView {
  groups: (ThemeIndexGroup & { isOpen: boolean })[];
  /** “101 themes in 7 groups”. */
  size: string;
  /** To open every group, or to close them all where all are open. */
  toggle: { href: string; text: string };
  /** For search engines. */
  structured: StructuredData;
}

const ALL = 'all';

/** @param open slugs of the groups to show open, or `all` */
export function presentThemeTree(tree: readonly ThemeNode[], open: readonly string[] = []): ThemeTreeView {
  const groups = presentThemeIndex(tree).map((group) => ({
    ...group,
    isOpen: open.includes(ALL) || open.includes(group.slug),
  }));
  const allOpen = groups.every(({ isOpen, themes }) => isOpen || themes.length === 0);
  return {
    groups,
    structured: THESAURUS,
    size: `${count(
      tree.reduce((sum, node) => sum + nodesOf(node), 0),
      'theme',
    )} in ${count(groups.length, 'group')}`,
    toggle: allOpen
      ? { href: '/themes', text: 'Close all groups' }
      : { href: `/themes?open=${ALL}`, text: 'Open all groups' },
  };
}

const nodesOf = ({ narrower }: ThemeNode): number =>
  1 + narrower.reduce((sum, below) => sum + nodesOf(below), 0);
