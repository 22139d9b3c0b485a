import type { PopularThemes } from '../popularity/popularity.queries.js';
import type { ReviewList } from '../reviews/review.model.js';
import { presentReviewEntry, type ReviewEntryView } from '../reviews/web/review-entry.presenter.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import type { ThemeNode } from '../themes/theme.model.js';
import { presentThemeIndex, type ThemeIndexGroup } from '../themes/web/theme-index.presenter.js';
import type { SearchBox } from '../platform/pages/search-box.js';

export interface HomeView {
  searchBox: SearchBox;
  groups: ThemeIndexGroup[];
  /** A few themes to start from, by what makes them worth a look; a list without any is not there. */
  picks: { title: string; themes: ThemeRef[] }[];
  latest: ReviewEntryView[];
  /** How many reviews there are in all. */
  reviews: number;
}

export const presentHome = (
  tree: readonly ThemeNode[],
  reviews: ReviewList,
  { popular, recent, examples }: { popular: PopularThemes; recent: ThemeRef[]; examples: string[] },
): HomeView => ({
  searchBox: { value: '', problem: null, examples },
  groups: presentThemeIndex(tree),
  picks: [
    { title: popular.by === 'uses' ? 'Popular themes' : 'Seen in most reviews', themes: popular.themes },
    { title: 'In the latest reviews', themes: recent },
  ].filter(({ themes }) => themes.length > 0),
  latest: reviews.items.map(presentReviewEntry),
  reviews: reviews.total,
});
