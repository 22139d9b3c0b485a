import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { RecommendationDetail, RecommendationList } from '../recommendation.model.js';
import { RecommendationQueries } from '../recommendation.queries.js';
import { RecommendationListQuery } from './recommendation-query.dto.js';

@ApiRoutes('recommendations')
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationQueries) {}

  /** Recommendations of published reviews. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: RecommendationListQuery): Promise<RecommendationList> {
    return await this.recommendations.list(query);
  }

  /**
   * The recommendation of a review that has this number, as its `url` has it. Numbers may change: an `id` does not. One
   * that had the number before is found where none has it now.
   */
  @Get(':review/:number')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  @ApiGone()
  async at(@Param('review') review: string, @Param('number') number: string): Promise<RecommendationDetail> {
    return (await this.recommendations.at(review, number)).item;
  }

  /** One recommendation. */
  @Get(':id')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('id') id: string): Promise<RecommendationDetail> {
    return await this.recommendations.find(id);
  }
}
