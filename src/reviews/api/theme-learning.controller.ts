import { Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { LearningPointList } from '../learning.model.js';
import { LearningQueries } from '../learning.queries.js';
import { ThemeLearningQuery } from './theme-learning-query.dto.js';

/** What reviews teach, by theme: under the address of the theme, for that is what people have. */
@ApiRoutes('themes')
export class ThemeLearningController {
  constructor(private readonly learning: LearningQueries) {}

  /**
   * What published reviews teach on a theme and on narrower ones, newest review first. Reviews that only name the theme
   * are found with `/api/v1/reviews?theme=`.
   */
  @Get(':slug/learning')
  @Public()
  @Revalidated()
  @ApiProblems(400, 404)
  @ApiGone()
  @ApiOperation({ operationId: 'Themes_learning' })
  async list(@Param('slug') slug: string, @Query() query: ThemeLearningQuery): Promise<LearningPointList> {
    return await this.learning.ofTheme(slug, query);
  }
}
