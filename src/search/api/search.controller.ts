import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { Deepest } from '../../platform/http/listing/deepest.decorator.js';
import { neverKeep } from '../../publishing/kept-answers/never-keep.js';
import { SearchQuery } from './search-query.dto.js';
import { SearchAnswer } from './search-answer.model.js';
import { DEEPEST_RESULT, SearchService } from '../search.service.js';

@ApiRoutes('search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  /** Search by issue: what reviews taught about it, with the themes that the words name on top. */
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @Deepest(DEEPEST_RESULT)
  @ApiProblems(400)
  @Get()
  async search(
    @Query() query: SearchQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SearchAnswer> {
    const answer = await this.service.search(query);
    // In a moment it will find more, though no content has changed.
    if (answer.degraded || answer.behind > 0) neverKeep(response);
    return answer;
  }
}
