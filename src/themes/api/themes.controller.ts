import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { Revalidated } from '../../access/revalidated.decorator.js';
import { ApiRoutes } from '../../access/routes.decorators.js';
import { ApiProblems } from '../../errors/api-problems.decorator.js';
import { LearningPointList } from '../../reviews/learning.model.js';
import { ThemeStatistics } from '../theme-statistics.model.js';
import { ThemeStatisticsQueries } from '../theme-statistics.queries.js';
import { ThemeDetail, ThemeList } from '../theme.model.js';
import { ThemeQueries } from '../theme.queries.js';
import { ThemeLearningQuery, ThemeListQuery, ThemeStatisticsQuery } from './theme-query.dto.js';

@ApiRoutes('themes')
export class ThemesController {
  constructor(
    private readonly themes: ThemeQueries,
    private readonly themeStatistics: ThemeStatisticsQueries,
  ) {}

  /** Themes of the thesaurus, without those that another theme has replaced. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: ThemeListQuery): Promise<ThemeList> {
    return await this.themes.list(query);
  }

  /** One theme: what it means, what to look for, ask and do. `replacedBy` names the theme to use instead, if any. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  async find(@Param('slug') slug: string): Promise<ThemeDetail> {
    return await this.themes.find(slug);
  }

  /** What published reviews teach on a theme and on narrower ones, newest review first. */
  @Get(':slug/learning')
  @Public()
  @Revalidated()
  @ApiProblems(400, 404)
  async learning(
    @Param('slug') slug: string,
    @Query() query: ThemeLearningQuery,
  ): Promise<LearningPointList> {
    return await this.themes.learning(slug, query);
  }

  /**
   * A theme in numbers: how many reviews a year carry it, the themes that are found in the same reviews, and which
   * reviews carry it after recommendations on it had been published (newest first, by `page` and `limit`).
   */
  @Get(':slug/statistics')
  @Public()
  @Revalidated()
  @ApiProblems(400, 404)
  async statistics(
    @Param('slug') slug: string,
    @Query() query: ThemeStatisticsQuery,
  ): Promise<ThemeStatistics> {
    return await this.themeStatistics.read(slug, query);
  }
}
