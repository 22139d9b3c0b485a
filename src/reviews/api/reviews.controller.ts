import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { Revalidated } from '../../access/revalidated.decorator.js';
import { ApiRoutes } from '../../access/routes.decorators.js';
import { ApiProblems } from '../../errors/api-problems.decorator.js';
import { ReviewDetail, ReviewList } from '../review.model.js';
import { ReviewQueries } from '../review.queries.js';
import { ReviewListQuery } from './review-query.dto.js';

@ApiRoutes('reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewQueries) {}

  /** Published practice reviews. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: ReviewListQuery): Promise<ReviewList> {
    return await this.reviews.list(query);
  }

  /** One review with its learning points, recommendations, documents and briefings. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  async find(@Param('slug') slug: string): Promise<ReviewDetail> {
    return await this.reviews.find(slug);
  }
}
