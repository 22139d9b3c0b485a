import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { PartnershipDetail, PartnershipList } from '../partnership.model.js';
import { PartnershipQueries } from '../partnership.queries.js';
import { PartnershipListQuery } from './partnership-query.dto.js';

@ApiRoutes('partnerships')
export class PartnershipsController {
  constructor(private readonly partnerships: PartnershipQueries) {}

  /** Who publishes: partnerships, boards, national bodies, charities. */
  @Get()
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(400)
  async list(@Query() query: PartnershipListQuery): Promise<PartnershipList> {
    return await this.partnerships.list(query);
  }

  /** One partnership with its contact panel. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('slug') slug: string): Promise<PartnershipDetail> {
    return await this.partnerships.find(slug);
  }
}
