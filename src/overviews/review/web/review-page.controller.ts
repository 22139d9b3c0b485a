import { Get, Param, Render } from '@nestjs/common';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ReviewDetailQueries } from '../review-detail.queries.js';
import { ReviewProgressQueries } from '../review-progress.queries.js';
import { presentReviewProgress, type ReviewProgressView } from './review-progress.presenter.js';
import { presentReview, type ReviewView } from './review.presenter.js';

@PageRoutes('reviews')
export class ReviewPageController {
  constructor(
    private readonly reviews: ReviewDetailQueries,
    private readonly progress: ReviewProgressQueries,
  ) {}

  @Get(':slug')
  @Public()
  @Render('reviews/review')
  async review(@Param('slug') slug: string): Promise<{ review: ReviewView }> {
    return { review: presentReview(await this.reviews.find(slug)) };
  }

  /** What partnerships have published of what came of its recommendations. */
  @Get(':slug/progress')
  @Public()
  @Render('reviews/progress')
  async progressOf(@Param('slug') slug: string): Promise<{ view: ReviewProgressView }> {
    return { view: presentReviewProgress(await this.progress.find(slug)) };
  }
}
