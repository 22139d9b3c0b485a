import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { BriefingListQuery } from '../api/briefing-query.dto.js';
import { BriefingQueries } from '../briefing.queries.js';
import { presentBriefingList, type BriefingListView } from './briefing-list.presenter.js';
import { presentBriefingPage, type BriefingPageView } from './briefing.presenter.js';

@PageRoutes('briefings')
export class BriefingPagesController {
  constructor(private readonly briefings: BriefingQueries) {}

  @Get()
  @Public()
  @Render('briefings/briefings')
  async list(@Query() given: BriefingListQuery): Promise<BriefingListView> {
    const { query } = await this.briefings.read(given);
    const [list, choices] = await Promise.all([this.briefings.list(query), this.briefings.choices(query)]);
    return presentBriefingList(list, choices, query);
  }

  @Get(':slug')
  @Public()
  @Render('briefings/briefing')
  async briefing(@Param('slug') slug: string): Promise<{ briefing: BriefingPageView }> {
    return { briefing: presentBriefingPage(await this.briefings.find(slug)) };
  }
}
