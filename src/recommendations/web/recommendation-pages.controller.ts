import { Get, Param, Query, Redirect, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ReviewSlugs } from '../../reviews/review-slugs.js';
import { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import { RecommendationQueries } from '../recommendation.queries.js';
import { presentRecommendationList, type RecommendationListView } from './recommendation-list.presenter.js';
import { presentRecommendationPage } from './recommendation.presenter.js';

@PageRoutes('recommendations')
export class RecommendationPagesController {
  constructor(
    private readonly recommendations: RecommendationQueries,
    private readonly reviews: ReviewSlugs,
  ) {}

  @Get()
  @Public()
  @Render('recommendations/recommendations')
  async list(@Query() given: RecommendationListQuery): Promise<RecommendationListView> {
    // Of an address with a slug the list, the box and the chip show what the agency is called.
    const { query } = await this.recommendations.read(given, 'name');
    const [list, choices, reviews] = await Promise.all([
      this.recommendations.list(query),
      this.recommendations.choices(query),
      this.reviews.labels(query.review ?? []),
    ]);
    return presentRecommendationList(list, choices, query, reviews);
  }

  /** The address that it had first, which the API goes by. */
  @Get(':id')
  @Public()
  @Redirect()
  async byId(@Param('id') id: string): Promise<{ url: string; statusCode: number }> {
    return { url: (await this.recommendations.find(id)).url, statusCode: 301 };
  }

  @Get(':review/:key')
  @Public()
  async recommendation(
    @Param('review') review: string,
    @Param('key') key: string,
    @Res() response: Response,
  ): Promise<void> {
    const { item, before } = await this.recommendations.at(review, key);
    if (item.url !== `/recommendations/${review}/${key}`) response.redirect(301, item.url);
    else
      response.render('recommendations/recommendation', {
        recommendation: presentRecommendationPage(item, before),
      });
  }
}
