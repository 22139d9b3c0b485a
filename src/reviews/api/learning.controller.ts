import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { LearningPointDetail, LearningPointList } from '../learning.model.js';
import { LearningQueries } from '../learning.queries.js';
import { LearningListQuery } from './learning-query.dto.js';

@ApiRoutes('learning')
export class LearningController {
  constructor(private readonly learning: LearningQueries) {}

  /** What published reviews teach, point by point. Themes that reviews only name are none. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: LearningListQuery): Promise<LearningPointList> {
    return await this.learning.list(query);
  }

  /** One learning point; or a theme that a review only names, which is shown on the review's page as well. */
  @Get(':id')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('id') id: string): Promise<LearningPointDetail> {
    return await this.learning.find(id);
  }
}
