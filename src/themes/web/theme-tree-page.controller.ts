import { Get, Query, Render } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ThemeQueries } from '../theme.queries.js';
import { presentThemeTree, type ThemeTreeView } from './theme-tree.presenter.js';
import { ThemeTreeQuery } from './theme-tree-query.dto.js';

@PageRoutes('themes')
export class ThemeTreePageController {
  constructor(private readonly themes: ThemeQueries) {}

  @Get()
  @Public()
  @Render('themes/themes')
  async tree(@Query() { open }: ThemeTreeQuery): Promise<ThemeTreeView> {
    return presentThemeTree(await this.themes.tree(), open);
  }
}
