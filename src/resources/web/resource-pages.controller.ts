import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ThemeDirectory } from '../../themes/theme-directory.js';
import { ResourceListQuery } from '../api/resource-query.dto.js';
import { ResourceQueries } from '../resource.queries.js';
import { USEFUL_FIRST } from '../resource.sql.js';
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
    const [list, themes] = await Promise.all([
      this.resources.list(query, orderOf(query)),
      this.themes.read(),
    ]);
    return presentResourceList(list, themes, query);
  }

  @Get(':slug')
  @Public()
  @Render('resources/resource')
  async resource(@Param('slug') slug: string): Promise<{ resource: ResourcePageView }> {
    return { resource: presentResourcePage(await this.resources.find(slug)) };
  }
}

/** The page itself offers no orders: it has one of its own, unless an address asks for another. */
const orderOf = ({ sort }: ResourceListQuery): string | undefined =>
  sort === 'title' ? USEFUL_FIRST : undefined;
