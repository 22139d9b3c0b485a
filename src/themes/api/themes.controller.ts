import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { ThemeDetail, ThemeList } from '../theme.model.js';
import { ThemeQueries } from '../theme.queries.js';
import { ThemeListQuery } from './theme-query.dto.js';

@ApiRoutes('themes')
export class ThemesController {
  constructor(private readonly themes: ThemeQueries) {}

  /** Themes of the thesaurus, without those that another theme has replaced. */
  @Get()
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(400)
  async list(@Query() query: ThemeListQuery): Promise<ThemeList> {
    return await this.themes.list(query);
  }

  /**
   * One theme: what it means, what is an emergency, what to look for, ask and do. The guidance is written for this library:
   * show `guidance` with it. `replacedBy` names the theme to use instead, if any.
   */
  @Get(':slug')
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('slug') slug: string): Promise<ThemeDetail> {
    return await this.themes.find(slug);
  }
}
