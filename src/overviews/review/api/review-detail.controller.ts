import { Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../../platform/http/listing/holds-deprecated.decorator.js';
import { ApiGone } from '../../../publishing/api-gone.decorator.js';
import { ReviewDetail } from '../review-detail.model.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';

@ApiRoutes('reviews')
export class ReviewDetailController {
  constructor(private readonly reviews: ReviewDetailQueries) {}

  /** One review with its learning points, recommendations, documents and briefings. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(404)
  @ApiGone()
  @ApiOperation({ operationId: 'Reviews_find' })
  async find(@Param('slug') slug: string): Promise<ReviewDetail> {
    return await this.reviews.find(slug);
  }
}
