import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { BriefingSummary } from '../../briefings/briefing.model.js';
import { BriefingQueries } from '../../briefings/briefing.queries.js';
import { listPages } from '../../platform/postgres/list-page.js';
import type { RecommendationItem } from '../../recommendations/recommendation.model.js';
import { RecommendationQueries } from '../../recommendations/recommendation.queries.js';
import type { ResourceSummary } from '../../resources/resource.model.js';
import { ResourceQueries } from '../../resources/resource.queries.js';
import type { LearningGroup } from '../../reviews/learning.model.js';
import { LearningQueries } from '../../reviews/learning.queries.js';
import { ThemeQueries } from '../../themes/theme.queries.js';
import type { ThemePage } from './theme-page.model.js';
import { ThemeStatisticsQueries } from './theme-statistics.queries.js';

const REVIEWS_PER_PAGE = 10;
/** How many of its recommendations, briefings and resources the page of a theme shows. */
const SHOWN = 10;
const LATER_REVIEWS_SHOWN = 5;

interface Lists {
  learning: LearningGroup;
  recommendations: RecommendationItem;
  briefings: BriefingSummary;
  resources: ResourceSummary;
}

/** Reads all that the page of a theme shows, in few statements: its theme first, then all the lists in one. */
@Injectable()
export class ThemePageQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemeQueries,
    private readonly learning: LearningQueries,
    private readonly recommendations: RecommendationQueries,
    private readonly briefings: BriefingQueries,
    private readonly resources: ResourceQueries,
    private readonly statistics: ThemeStatisticsQueries,
  ) {}

  /** @throws LibraryError not-found */
  async page(slug: string, { reviewsPage = 1 }: { reviewsPage?: number } = {}): Promise<ThemePage> {
    const theme = await this.themes.findWithFamily(slug);
    const { familyIds } = theme;
    const some = { limit: SHOWN };
    const [lists, statistics] = await Promise.all([
      listPages<Lists>(this.source, {
        learning: this.learning.byReview(familyIds, { page: reviewsPage, limit: REVIEWS_PER_PAGE }),
        recommendations: { query: some, statement: this.recommendations.listed(some, familyIds) },
        briefings: { query: some, statement: this.briefings.listed(some, familyIds) },
        resources: { query: some, statement: this.resources.listed(some, familyIds) },
      }),
      reviewsPage === 1 ? this.statistics.of(theme, { page: 1, limit: LATER_REVIEWS_SHOWN }) : null,
    ]);
    return { theme, ...lists, statistics };
  }
}
