import { Injectable } from '@nestjs/common';
import { BriefingQueries } from '../../briefings/briefing.queries.js';
import { RecommendationQueries } from '../../recommendations/recommendation.queries.js';
import { ResourceQueries } from '../../resources/resource.queries.js';
import { LearningQueries } from '../../reviews/learning.queries.js';
import { ThemeQueries } from '../../themes/theme.queries.js';
import type { ThemePage } from './theme-page.model.js';
import { ThemeStatisticsQueries } from './theme-statistics.queries.js';

const REVIEWS_PER_PAGE = 10;
/** How many of its recommendations, briefings and resources the page of a theme shows. */
const SHOWN = 10;
const LATER_REVIEWS_SHOWN = 5;

/** Reads all that the page of a theme shows. */
@Injectable()
export class ThemePageQueries {
  constructor(
    private readonly themes: ThemeQueries,
    private readonly learning: LearningQueries,
    private readonly recommendations: RecommendationQueries,
    private readonly briefings: BriefingQueries,
    private readonly resources: ResourceQueries,
    private readonly statistics: ThemeStatisticsQueries,
  ) {}

  /** @throws LibraryError not-found */
  async page(slug: string, { reviewsPage = 1 }: { reviewsPage?: number } = {}): Promise<ThemePage> {
    const theme = await this.themes.find(slug);
    const some = { theme: [slug], limit: SHOWN };
    const [learning, recommendations, briefings, resources, statistics] = await Promise.all([
      this.learning.byReview(slug, { page: reviewsPage, limit: REVIEWS_PER_PAGE }),
      this.recommendations.list(some),
      this.briefings.list(some),
      this.resources.list(some),
      reviewsPage === 1 ? this.statistics.read(slug, { page: 1, limit: LATER_REVIEWS_SHOWN }) : null,
    ]);
    return { theme, learning, recommendations, briefings, resources, statistics };
  }
}
