import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { PageRoutes } from '../../access/routes.decorators.js';
import { ThemeDirectory } from '../../themes/theme-directory.js';
import { ResourceListQuery } from '../api/resource-query.dto.js';
import { ResourceQueries } from '../resource.queries.js';
import { presentResourceList, type ResourceListView } from './resource-list.presenter.js';
import { presentResourcePage, type ResourcePageView } from './resource.presenter.js';

@PageRoutes('resources')
export class ResourcePagesController {
  constructor(
    private readonly resources: ResourceQueries,
    private readonly themes: ThemeDirectory,
  ) {}

  @Get()
  @Public()
  @Render('resources/resources')
  async list(@Query() query: ResourceListQuery): Promise<ResourceListView> {
    const [list, themes] = await Promise.all([this.resources.list(soonestFirst(query)), this.themes.read()]);
    return presentResourceList(list, themes, query);
  }

  @Get(':slug')
  @Public()
  @Render('resources/resource')
  async resource(@Param('slug') slug: string): Promise<{ resource: ResourcePageView }> {
    return { resource: presentResourcePage(await this.resources.find(slug)) };
  }
}

/** What is to come is read in the order of the calendar. */
const soonestFirst = (query: ResourceListQuery): ResourceListQuery =>
  query.when === 'upcoming' && query.sort === 'title' ? { ...query, sort: 'startsOn' } : query;
