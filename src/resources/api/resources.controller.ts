import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { ResourceDetail, ResourceList } from '../resource.model.js';
import { ResourceQueries } from '../resource.queries.js';
import { ResourceListQuery } from './resource-query.dto.js';

@ApiRoutes('resources')
export class ResourcesController {
  constructor(private readonly resources: ResourceQueries) {}

  /** Resources: guidance, training, events, forms, helplines. */
  @Get()
  @Public()
  // What has begun sorts behind what is to come.
  @Revalidated('minute')
  @ApiProblems(400)
  async list(@Query() query: ResourceListQuery): Promise<ResourceList> {
    return await this.resources.list(query);
  }

  /** One resource. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('slug') slug: string): Promise<ResourceDetail> {
    return await this.resources.find(slug);
  }
}
