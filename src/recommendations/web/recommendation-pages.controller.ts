import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import { RecommendationQueries } from '../recommendation.queries.js';
import { presentRecommendationList, type RecommendationListView } from './recommendation-list.presenter.js';
import { presentRecommendationPage, type RecommendationPageView } from './recommendation.presenter.js';

@PageRoutes('recommendations')
export class RecommendationPagesController {
  constructor(private readonly recommendations: RecommendationQueries) {}

  @Get()
  @Public()
  @Render('recommendations/recommendations')
  async list(@Query() query: RecommendationListQuery): Promise<RecommendationListView> {
    const [list, choices] = await Promise.all([
      this.recommendations.list(query),
      this.recommendations.choices(query),
    ]);
    return presentRecommendationList(list, choices, query);
  }

  @Get(':id')
  @Public()
  @Render('recommendations/recommendation')
  async recommendation(@Param('id') id: string): Promise<{ recommendation: RecommendationPageView }> {
    return { recommendation: presentRecommendationPage(await this.recommendations.find(id)) };
  }
}
