import type { BriefingSummary } from '../../briefings/briefing.model.js';
import type { Page } from '../../platform/http/listing/page.js';
import type { RecommendationItem } from '../../recommendations/recommendation.model.js';
import type { ResourceSummary } from '../../resources/resource.model.js';
import type { LearningGroup } from '../../reviews/learning.model.js';
import type { ThemeStatistics } from './theme-statistics.model.js';
import type { ThemeDetail } from '../../themes/theme.model.js';

/** The first few of a longer list. */
export interface Some<Item> {
  total: number;
  items: Item[];
}

/** All that the page of a theme shows. */
export interface ThemePage {
  theme: ThemeDetail;
  /** Learning points grouped by review, newest review first; `total` and `limit` count reviews. */
  learning: Page<LearningGroup>;
  recommendations: Some<RecommendationItem>;
  briefings: Some<BriefingSummary>;
  resources: Some<ResourceSummary>;
  /** Of the later reviews only the newest; null where the page shows only more of the reviews. */
  statistics: ThemeStatistics | null;
}
