import { Get, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { SearchQuery } from './search-query.dto.js';
import { SearchAnswer } from '../search.model.js';
import { SearchService } from '../search.service.js';

@ApiRoutes('search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  /** Search by issue: what reviews taught about it, with the themes that the words name on top. */
  @Public()
  @Revalidated()
  @ApiProblems(400)
  @Get()
  async search(@Query() query: SearchQuery): Promise<SearchAnswer> {
    return await this.service.search(query);
  }
}
