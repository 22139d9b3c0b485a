import { Get, Param, Query, Render } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { PageRoutes } from '../../access/routes.decorators.js';
import { ThemeLearningQuery } from '../api/theme-query.dto.js';
import { ThemeQueries } from '../theme.queries.js';
import {
  presentThemeIndex,
  presentThemePage,
  type ThemeIndexGroup,
  type ThemePageView,
} from './theme.presenter.js';

@PageRoutes('themes')
export class ThemePagesController {
  constructor(private readonly themes: ThemeQueries) {}

  @Get()
  @Public()
  @Render('themes/themes')
  async list(): Promise<{ groups: ThemeIndexGroup[] }> {
    return { groups: presentThemeIndex(await this.themes.tree()) };
  }

  @Get(':slug')
  @Public()
  @Render('themes/theme')
  async theme(
    @Param('slug') slug: string,
    @Query() { page }: ThemeLearningQuery,
  ): Promise<{ theme: ThemePageView }> {
    return { theme: presentThemePage(await this.themes.page(slug, { reviewsPage: page })) };
  }
}
