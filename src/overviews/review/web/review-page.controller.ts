import { Get, Param, Render } from '@nestjs/common';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { presentReview, type ReviewView } from './review.presenter.js';

@PageRoutes('reviews')
export class ReviewPageController {
  constructor(private readonly reviews: ReviewDetailQueries) {}

  @Get(':slug')
  @Public()
  @Render('reviews/review')
  async review(@Param('slug') slug: string): Promise<{ review: ReviewView }> {
    return { review: presentReview(await this.reviews.find(slug)) };
  }
}
