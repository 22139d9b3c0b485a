import { Get, Inject, Query, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { ThemeQueries } from '../../themes/theme.queries.js';
import { USUAL_ITEMS } from '../api/embed-query.dto.js';
import { IntranetsQuery } from './intranets-query.dto.js';
import { foremostTheme, presentIntranets, type IntranetsView } from './intranets.presenter.js';

/** How to put the library on pages of one's own. */
@PageRoutes('intranets')
export class IntranetsController {
  constructor(
    private readonly themes: ThemeQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @Render('embed/intranets')
  async intranets(
    @Query() { theme, q = '', number = USUAL_ITEMS }: IntranetsQuery,
    @Req() request: Request,
  ): Promise<{ chosen: IntranetsView | null }> {
    const tree = await this.themes.tree();
    const wanted = theme ? await this.themes.family(theme) : foremostTheme(tree);
    const origin = libraryOrigin(request, this.config);
    return { chosen: wanted && presentIntranets(tree, wanted, q, number, origin) };
  }
}
