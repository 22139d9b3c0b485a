import { Get, Query } from '@nestjs/common';
import { Public } from '../../access/public.decorator.js';
import { Revalidated } from '../../access/revalidated.decorator.js';
import { ApiRoutes } from '../../access/routes.decorators.js';
import { ApiProblems } from '../../errors/api-problems.decorator.js';
import { SearchQuery } from '../search-query.dto.js';
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
