import { Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { isPerson } from '../../../popularity/is-person.js';
import { PopularityService } from '../../../popularity/popularity.service.js';
import { ThemeLearningQuery } from '../../../reviews/api/theme-learning-query.dto.js';
import { ThemeStatisticsQuery } from '../api/theme-statistics-query.dto.js';
import { ThemeStatisticsQueries } from '../theme-statistics.queries.js';
import { ThemePageQueries } from '../theme-page.queries.js';
import { presentSeenAgainPage, type SeenAgainPageView } from './theme-picture.presenter.js';
import { presentThemePage, type ThemePageView } from './theme.presenter.js';

@PageRoutes('themes')
export class ThemePagesController {
  constructor(
    private readonly themes: ThemePageQueries,
    private readonly statistics: ThemeStatisticsQueries,
    private readonly popularity: PopularityService,
  ) {}

  @Get(':slug')
  @Public()
  @Render('themes/theme')
  async theme(
    @Param('slug') slug: string,
    @Query() { page = 1 }: ThemeLearningQuery,
    @Req() request: Request,
  ): Promise<{ theme: ThemePageView }> {
    const theme = presentThemePage(await this.themes.page(slug, { reviewsPage: page }));
    // Whoever turns the pages has opened the theme before.
    if (page === 1 && isPerson(request)) this.popularity.count([theme.slug]);
    return { theme };
  }

  @Get(':slug/seen-again')
  @Public()
  @Render('themes/seen-again')
  async seenAgain(
    @Param('slug') slug: string,
    @Query() { page }: ThemeStatisticsQuery,
  ): Promise<{ again: SeenAgainPageView }> {
    return { again: presentSeenAgainPage(await this.statistics.read(slug, { page })) };
  }
}
