import { Get, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ReviewList } from '../review.model.js';
import { ReviewQueries } from '../review.queries.js';
import { ReviewListQuery } from './review-query.dto.js';

@ApiRoutes('reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewQueries) {}

  /** Published practice reviews. */
  @Get()
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(400)
  async list(@Query() query: ReviewListQuery): Promise<ReviewList> {
    return await this.reviews.list(query);
  }
}
