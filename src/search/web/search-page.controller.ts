import { Get, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { isPerson } from '../../popularity/is-person.js';
import { PopularityService } from '../../popularity/popularity.service.js';
import { ThemeQueries } from '../../themes/theme.queries.js';
import { ExampleSearches } from './example-searches.js';
import { FILTER_NAMES } from '../search-filters.js';
import type { SearchQuery } from '../api/search-query.dto.js';
import { SearchService } from '../search.service.js';
import { keptWords, problemsOf, readSearchForm, type SearchProblem } from './search-form.js';
import {
  presentSearchResults,
  presentSearchStart,
  type SearchResultsView,
  type SearchStartView,
} from './search.presenter.js';

@PageRoutes('search')
export class SearchPageController {
  constructor(
    private readonly searches: SearchService,
    private readonly examples: ExampleSearches,
    private readonly themes: ThemeQueries,
    private readonly popularity: PopularityService,
  ) {}

  /** The parameters are read here, not by the route's pipe: what is wrong comes back in the form, not as an error page. */
  @Get()
  @Public()
  @Render('search/search')
  async search(
    @Query() given: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SearchStartView | SearchResultsView> {
    const form = await readSearchForm(given);
    if (form.query === null) return await this.again(response, form.problems, form.kept);
    if (asksForNothing(form.query))
      return presentSearchStart(await this.themes.tree(), await this.examples.read());
    try {
      const { query } = await this.searches.read(form.query, 'name');
      const answer = await this.searches.search(query);
      if (answer.page === 1 && isPerson(request))
        this.popularity.count(answer.themes.map(({ slug }) => slug));
      return presentSearchResults(answer, query);
    } catch (error) {
      return await this.again(response, problemsOf(error, given), keptWords(given));
    }
  }

  private async again(response: Response, problems: SearchProblem[], kept: string): Promise<SearchStartView> {
    response.status(400);
    return presentSearchStart(await this.themes.tree(), [], problems, kept);
  }
}

const asksForNothing = (query: SearchQuery): boolean =>
  !query.q && FILTER_NAMES.every((name) => !query[name]?.length);
