import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { Revalidated } from '../../access/revalidated.decorator.js';
import { ApiRoutes } from '../../access/routes.decorators.js';
import { ApiProblems } from '../../errors/api-problems.decorator.js';
import { LearningPointList } from '../../reviews/learning.model.js';
import { ThemeDetail, ThemeList } from '../theme.model.js';
import { ThemeQueries } from '../theme.queries.js';
import { ThemeLearningQuery, ThemeListQuery } from './theme-query.dto.js';

@ApiRoutes('themes')
export class ThemesController {
  constructor(private readonly themes: ThemeQueries) {}

  /** Themes of the thesaurus, without those that another theme has replaced. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: ThemeListQuery): Promise<ThemeList> {
    return await this.themes.list(query);
  }

  /** One theme: what it means, what to look for, ask and do. `replacedBy` names the theme to use instead, if any. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  async find(@Param('slug') slug: string): Promise<ThemeDetail> {
    return await this.themes.find(slug);
  }

  /** What published reviews teach on a theme and on narrower ones, newest review first. */
  @Get(':slug/learning')
  @Public()
  @Revalidated()
  @ApiProblems(400, 404)
  async learning(
    @Param('slug') slug: string,
    @Query() query: ThemeLearningQuery,
  ): Promise<LearningPointList> {
    return await this.themes.learning(slug, query);
  }
}
