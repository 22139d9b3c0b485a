import { Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../../platform/http/errors/api-problems.decorator.js';
import { ApiGone } from '../../../publishing/api-gone.decorator.js';
import { ThemeStatistics } from '../theme-statistics.model.js';
import { ThemeStatisticsQueries } from '../theme-statistics.queries.js';
import { ThemeStatisticsQuery } from './theme-statistics-query.dto.js';

@ApiRoutes('themes')
export class ThemeStatisticsController {
  constructor(private readonly statistics: ThemeStatisticsQueries) {}

  /**
   * A theme in numbers: how many reviews a year carry it, the themes that are found in the same reviews, and which
   * reviews carry it after recommendations on it had been published (newest first, by `page` and `limit`).
   */
  @Get(':slug/statistics')
  @Public()
  @Revalidated()
  @ApiProblems(400, 404)
  @ApiGone()
  @ApiOperation({ operationId: 'Themes_statistics' })
  async read(@Param('slug') slug: string, @Query() query: ThemeStatisticsQuery): Promise<ThemeStatistics> {
    return await this.statistics.read(slug, query);
  }
}
