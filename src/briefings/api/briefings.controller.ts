import { Get, Param, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { BriefingDetail, BriefingList } from '../briefing.model.js';
import { BriefingQueries } from '../briefing.queries.js';
import { BriefingListQuery } from './briefing-query.dto.js';

@ApiRoutes('briefings')
export class BriefingsController {
  constructor(private readonly briefings: BriefingQueries) {}

  /** Briefings: short papers to share. */
  @Get()
  @Public()
  @Revalidated()
  @ApiProblems(400)
  async list(@Query() query: BriefingListQuery): Promise<BriefingList> {
    return await this.briefings.list(query);
  }

  /** One briefing with what is known of its content. */
  @Get(':slug')
  @Public()
  @Revalidated()
  @HoldsDeprecated('2026-11-27')
  @ApiProblems(404)
  @ApiGone()
  async find(@Param('slug') slug: string): Promise<BriefingDetail> {
    return await this.briefings.find(slug);
  }
}
