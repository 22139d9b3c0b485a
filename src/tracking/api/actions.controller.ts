import { Body, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ActionsService } from '../actions.service.js';
import type { Follower } from '../follower.js';
import { TrackedAction } from '../tracked-item.model.js';
import type { Asked, Done } from '../tracking-log.js';
import { TrackingAnswers } from './answers.js';
import { AskedBy, Who } from './asked.decorator.js';
import {
  ActionChangeBody,
  DecisionBody,
  DeliveryBody,
  MilestoneBody,
  MomentQuery,
  MoveDueBody,
  SetOwnerBody,
  UpdateBody,
} from './tracking.dto.js';
import { ChangedAction } from './changed.model.js';

/** Promises of agencies. */
@ApiRoutes('tracking/actions')
export class TrackedActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly answers: TrackingAnswers,
  ) {}

  /** One action. */
  @Get(':id')
  @Requires('tracking.read')
  async find(
    @Who() who: Follower,
    @Param('id') id: string,
    @Query() query: MomentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TrackedAction> {
    const action = await this.answers.action(who, id, this.answers.moment(query));
    response.setHeader('ETag', `"${action.version}"`);
    return action;
  }

  /** Other words, another lead agency, or other supporting ones. */
  @Post(':id/change')
  @Requires('tracking.contribute')
  async change(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ActionChangeBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.change(who, id, body, asked), response);
  }

  /** What was done. */
  @Post(':id/updates')
  @Requires('tracking.contribute')
  async update(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: UpdateBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.update(who, id, body, asked), response);
  }

  /** How far it is. From an agency lead, “stopped” is a request: 202. */
  @Post(':id/delivery')
  @Requires('tracking.contribute')
  async deliver(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: DeliveryBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.deliver(who, id, body, asked), response);
  }

  /** Sets the date, or moves it with a reason. From an agency lead, a move is a request: 202. */
  @Post(':id/due')
  @Requires('tracking.contribute')
  async setDue(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: MoveDueBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.setDue(who, id, body, asked), response);
  }

  /** Agrees to what an agency lead asked for, another date or to stop, or refuses it. */
  @Post(':id/due-requests/:number')
  @Requires('tracking.lead')
  async decide(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() body: DecisionBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.decide(who, id, number, body, asked), response);
  }

  /** Who is to do it. */
  @Post(':id/owner')
  @Requires('tracking.contribute')
  async setOwner(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { owner }: SetOwnerBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.setOwner(who, id, owner, asked), response);
  }

  /** A step on the way, new or changed. */
  @Post(':id/milestones')
  @Requires('tracking.contribute')
  async setMilestone(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: MilestoneBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answer(who, await this.actions.setMilestone(who, id, body, asked), response);
  }

  private async answer(who: Follower, done: Done, response: Response): Promise<ChangedAction> {
    return await this.answers.changedAction(who, done, response);
  }
}
