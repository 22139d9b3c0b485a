import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { PageRoutes } from '../../access/routes.decorators.js';
import { ReviewListQuery } from '../api/review-query.dto.js';
import { ReviewQueries } from '../review.queries.js';
import { presentReviewList, type ReviewListView } from './review-list.presenter.js';
import { presentReview, type ReviewView } from './review.presenter.js';

@PageRoutes('reviews')
export class ReviewPagesController {
  constructor(private readonly reviews: ReviewQueries) {}

  @Get()
  @Public()
  @Render('reviews/reviews')
  async list(@Query() query: ReviewListQuery): Promise<ReviewListView> {
    const [list, filters] = await Promise.all([this.reviews.list(query), this.reviews.filters()]);
    return presentReviewList(list, filters, query);
  }

  @Get(':slug')
  @Public()
  @Render('reviews/review')
  async review(@Param('slug') slug: string): Promise<{ review: ReviewView }> {
    return { review: presentReview(await this.reviews.find(slug)) };
  }
}
