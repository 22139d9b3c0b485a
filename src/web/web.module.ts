import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { BriefingPagesController } from '../briefings/web/briefing-pages.controller.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PopularityModule } from '../popularity/popularity.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { RecommendationPagesController } from '../recommendations/web/recommendation-pages.controller.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { ResourcePagesController } from '../resources/web/resource-pages.controller.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ReviewPagesController } from '../reviews/web/review-pages.controller.js';
import { SearchModule } from '../search/search.module.js';
import { SearchPageController } from '../search/web/search-page.controller.js';
import { ThemeDirectoryModule } from '../themes/theme-directory.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ThemePagesController } from '../themes/web/theme-pages.controller.js';
import { HomePageController } from './home-page.controller.js';
import { PageLocals } from './page-locals.middleware.js';
import { StandingPagesController } from './standing-pages.controller.js';

/**
 * All pages. Each noun keeps its own in its `web/` folder; they come together here, for a page shows more than its noun
 * and the nouns' modules must not go round in a ring.
 */
@Module({
  imports: [
    ThemesModule,
    ThemeDirectoryModule,
    ReviewsModule,
    RecommendationsModule,
    BriefingsModule,
    ResourcesModule,
    PartnershipsModule,
    SearchModule,
    PopularityModule,
  ],
  controllers: [
    HomePageController,
    SearchPageController,
    ThemePagesController,
    ReviewPagesController,
    RecommendationPagesController,
    BriefingPagesController,
    ResourcePagesController,
    StandingPagesController,
  ],
})
export class WebModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(PageLocals)
      .exclude('api/{*path}', 'health/{*path}')
      // Every address, known or not: a page that says “not found” shows the contact lines as well.
      .forRoutes({ path: '{*path}', method: RequestMethod.ALL });
  }
}
