import type { ReviewList } from '../reviews/review.model.js';
import { presentReviewEntry, type ReviewEntryView } from '../reviews/web/review.presenter.js';
import type { ThemeNode } from '../themes/theme.model.js';
import { presentThemeIndex, type ThemeIndexGroup } from '../themes/web/theme.presenter.js';
import { EXAMPLES } from './examples.js';
import type { SearchBox } from './search-box.js';

export interface HomeView {
  searchBox: SearchBox;
  groups: ThemeIndexGroup[];
  latest: ReviewEntryView[];
  /** How many reviews there are in all. */
  reviews: number;
}

export const presentHome = (tree: readonly ThemeNode[], reviews: ReviewList): HomeView => ({
  searchBox: { value: '', problem: null, examples: EXAMPLES },
  groups: presentThemeIndex(tree),
  latest: reviews.items.map(presentReviewEntry),
  reviews: reviews.total,
});
