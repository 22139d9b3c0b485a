import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import type { Follower } from '../follower.js';
import { SaidBefore } from '../said-before.js';
import { SaidBeforeAnswer } from '../said-before.model.js';
import type { Asked } from '../tracking-log.js';
import { TrackingAnswers } from './answers.js';
import { AskedBy, Who } from './asked.decorator.js';
import { EarlierBody, MomentQuery } from './tracking.dto.js';

/** Earlier recommendations on the same matter. */
@ApiRoutes('tracking/items')
export class SaidBeforeController {
  constructor(
    private readonly saidBefore: SaidBefore,
    private readonly answers: TrackingAnswers,
  ) {}

  /** Earlier recommendations on the matter of an item, with what came of those that the partnership follows itself. */
  @Get(':id/earlier')
  @Requires('tracking.read')
  async find(
    @Who() who: Follower,
    @Param('id') id: string,
    @Query() query: MomentQuery,
  ): Promise<SaidBeforeAnswer> {
    return await this.saidBefore.of(who, id, this.answers.moment(query));
  }

  /** Says that an earlier recommendation is on the same matter, or that it is not. */
  @Post(':id/earlier')
  @HttpCode(201)
  @Requires('tracking.lead')
  async decide(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: EarlierBody,
  ): Promise<SaidBeforeAnswer> {
    await this.saidBefore.decide(who, id, body, asked);
    return await this.saidBefore.of(who, id, this.answers.moment());
  }
}
