import { Get, Header, Inject, Query } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access/public.decorator.js';
import { Revalidated } from '../platform/http/access/revalidated.decorator.js';
import { PageRoutes } from '../platform/http/access/routes.decorators.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import {
  NO_ROBOTS,
  presentRobots,
  presentSitemap,
  presentSitemapIndex,
  standingPages,
} from './crawlers.presenter.js';
import { EveryPageQueries } from './every-page.queries.js';
import { SitemapQuery } from './sitemap-query.dto.js';
import { MOST_IN_A_SITEMAP, SitemapQueries } from './sitemap.queries.js';

/** What search engines ask for. */
@PageRoutes()
export class CrawlersController {
  constructor(
    private readonly sitemaps: SitemapQueries,
    private readonly everyPage: EveryPageQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('robots.txt')
  @Public()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  robots(): string {
    return this.config.demo ? NO_ROBOTS : presentRobots(this.config.publicUrl);
  }

  /** All public addresses; where they are too many for one sitemap, a list of sitemaps. */
  @Get('sitemap.xml')
  @Public()
  @Revalidated()
  @Header('Content-Type', 'application/xml; charset=utf-8')
  async sitemap(@Query() { page }: SitemapQuery): Promise<string> {
    const origin = this.config.publicUrl;
    // Every address in a sitemap names its host, and only the setting knows which that is.
    if (origin === undefined) throw new LibraryError('not-found', 'This library has no sitemap.');
    const pages = Math.ceil((await this.sitemaps.count()) / MOST_IN_A_SITEMAP);
    if (page === undefined && pages > 1) return presentSitemapIndex(origin, pages);
    const standing = (page ?? 1) === 1 ? standingPages((await this.everyPage.read()).sections) : [];
    return presentSitemap(origin, [...standing, ...(await this.sitemaps.page(page ?? 1))]);
  }
}
