import type { ThemeSummary } from './theme.model.js';

const byReviews = (one: ThemeSummary, other: ThemeSummary): number =>
  one.counts.reviewCount - other.counts.reviewCount;

/** The orders of the list of themes, of what already is in the order of labels. */
export const THEME_SORTS = {
  label: (themes) => themes,
  '-label': (themes) => themes.toReversed(),
  reviews: (themes) => themes.toSorted(byReviews),
  '-reviews': (themes) => themes.toSorted((one, other) => byReviews(other, one)),
} as const satisfies Record<string, (themes: ThemeSummary[]) => ThemeSummary[]>;

export type ThemeSort = keyof typeof THEME_SORTS;
