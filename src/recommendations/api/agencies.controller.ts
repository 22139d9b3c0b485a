import { Get, Param, Query } from '@nestjs/common';
import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { Problem } from '../../platform/http/errors/problem.model.js';
import { AskedAgencyList, AskedAgency } from '../agency.model.js';
import { AgencyQueries } from '../agency.queries.js';
import { AgencyListQuery } from './agency-query.dto.js';

@ApiRoutes('agencies')
export class AgenciesController {
  constructor(private readonly agencies: AgencyQueries) {}

  /** Who is asked to act: every agency that a recommendation of a published review is addressed to. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: AgencyListQuery): Promise<AskedAgencyList> {
    return await this.agencies.list(query);
  }

  /** One agency. What is asked of it is found with `/api/v1/recommendations?agency=`. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @ApiProblems(404)
  @ApiResponse({
    status: 410,
    description: 'Nothing that is published asks it for anything any more.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  })
  async find(@Param('slug') slug: string): Promise<AskedAgency> {
    return await this.agencies.find(slug);
  }
}
