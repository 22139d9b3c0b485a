import { Get, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ReviewListQuery } from '../api/review-query.dto.js';
import { ReviewQueries } from '../review.queries.js';
import { presentReviewList, type ReviewListView } from './review-list.presenter.js';

@PageRoutes('reviews')
export class ReviewPagesController {
  constructor(private readonly reviews: ReviewQueries) {}

  @Get()
  @Public()
  @Render('reviews/reviews')
  async list(@Query() given: ReviewListQuery): Promise<ReviewListView> {
    const { query } = await this.reviews.read(given);
    const [list, choices] = await Promise.all([this.reviews.list(query), this.reviews.choices(query)]);
    return presentReviewList(list, choices, query);
  }
}
