import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { PopularityModule } from '../popularity/popularity.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ReviewDetailController } from './review/api/review-detail.controller.js';
import { RelatedReviewQueries } from './review/related-reviews.queries.js';
import { ReviewDetailQueries } from './review/review-detail.queries.js';
import { ReviewProgressQueries } from './review/review-progress.queries.js';
import { ReviewPageController } from './review/web/review-page.controller.js';
import { ThemeStatisticsController } from './theme/api/theme-statistics.controller.js';
import { ThemePageQueries } from './theme/theme-page.queries.js';
import { ThemeStatisticsQueries } from './theme/theme-statistics.queries.js';
import { ThemePagesController } from './theme/web/theme-pages.controller.js';

/** What brings several nouns together: a review with all that belongs to it, a theme with all that is about it. */
@Module({
  imports: [
    ThemesModule,
    ReviewsModule,
    RecommendationsModule,
    BriefingsModule,
    ResourcesModule,
    PopularityModule,
  ],
  controllers: [
    ReviewDetailController,
    ReviewPageController,
    ThemeStatisticsController,
    ThemePagesController,
  ],
  providers: [
    ReviewDetailQueries,
    ReviewProgressQueries,
    RelatedReviewQueries,
    ThemePageQueries,
    ThemeStatisticsQueries,
  ],
  exports: [ReviewDetailQueries],
})
export class OverviewsModule {}
