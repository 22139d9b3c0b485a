import { Get, Param, Query, Redirect, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import { RecommendationQueries } from '../recommendation.queries.js';
import { presentRecommendationList, type RecommendationListView } from './recommendation-list.presenter.js';
import { presentRecommendationPage } from './recommendation.presenter.js';

@PageRoutes('recommendations')
export class RecommendationPagesController {
  constructor(private readonly recommendations: RecommendationQueries) {}

  @Get()
  @Public()
  @Render('recommendations/recommendations')
  async list(@Query() given: RecommendationListQuery): Promise<RecommendationListView> {
    const query = await this.byName(given);
    const [list, choices] = await Promise.all([
      this.recommendations.list(query),
      this.recommendations.choices(query),
    ]);
    return presentRecommendationList(list, choices, query);
  }

  /** People choose agencies by name; of an address with a slug the list, the box and the chip show what it is called. */
  private async byName(query: RecommendationListQuery): Promise<RecommendationListQuery> {
    if (!query.agency) return query;
    const names = await this.recommendations.agencyNames(query.agency);
    return { ...query, agency: [...new Set(query.agency.map((given) => names.get(given) ?? given))] };
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
