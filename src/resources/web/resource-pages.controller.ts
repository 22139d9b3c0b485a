import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ResourceListQuery } from '../api/resource-query.dto.js';
import { ResourceQueries } from '../resource.queries.js';
import { presentResourceList, type ResourceListView } from './resource-list.presenter.js';
import { presentResourcePage, type ResourcePageView } from './resource.presenter.js';

@PageRoutes('resources')
export class ResourcePagesController {
  constructor(private readonly resources: ResourceQueries) {}

  @Get()
  @Public()
  @Render('resources/resources')
  async list(@Query() given: ResourceListQuery): Promise<ResourceListView> {
    const { query } = await this.resources.read(given);
    const [list, choices, upcoming] = await Promise.all([
      this.resources.list(query),
      this.resources.choices(query),
      this.resources.list({ when: 'upcoming', limit: 1 }),
    ]);
    return presentResourceList(list, choices, query, upcoming.total > 0);
  }

  @Get(':slug')
  @Public()
  @Render('resources/resource')
  async resource(@Param('slug') slug: string): Promise<{ resource: ResourcePageView }> {
    return { resource: presentResourcePage(await this.resources.find(slug)) };
  }
}
