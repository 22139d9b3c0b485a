import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { FRAMED_ROUTES } from '../platform/pages/framed-pages.js';
import { SAME_FOR_ALL } from '../platform/pages/same-for-all.js';
import { PopularityModule } from '../popularity/popularity.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SearchModule } from '../search/search.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { CrawlersController } from './crawlers.controller.js';
import { EveryPageQueries } from './every-page.queries.js';
import { HomePageController } from './home-page.controller.js';
import { PageLocals } from './page-locals.middleware.js';
import { ProblemPagesController } from './problem-pages.controller.js';
import { SitemapQueries } from './sitemap.queries.js';
import { StandingPagesController } from './standing-pages.controller.js';

/** The site round the pages of the rooms: the layout that all of them share, the home page, and what says the same to everyone. */
@Module({
  imports: [ThemesModule, ReviewsModule, PopularityModule, SearchModule],
  controllers: [HomePageController, StandingPagesController, ProblemPagesController, CrawlersController],
  providers: [SitemapQueries, EveryPageQueries],
  exports: [EveryPageQueries],
})
export class SiteModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(PageLocals)
      .exclude('api/v1/{*path}', ...SAME_FOR_ALL, ...FRAMED_ROUTES)
      // Every address, known or not: a page that says “not found” shows the contact lines as well.
      .forRoutes({ path: '{*path}', method: RequestMethod.ALL });
  }
}
