import { Body, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { TrackingAnswers } from '../../api/answers.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import { ReasonBody } from '../../api/tracking.dto.js';
import type { Follower } from '../../follower.js';
import type { Asked } from '../../tracking-log.js';
import { PublicLines } from '../public-lines.service.js';
import { LineBody, ReleaseBody } from './lines.dto.js';
import { ChangedItem } from '../../api/changed.model.js';

/** What the public is told of what came of a recommendation: written by one, released by another. */
@ApiRoutes('tracking/items/:id/public-line')
export class PublicLinesController {
  constructor(
    private readonly lines: PublicLines,
    private readonly answers: TrackingAnswers,
  ) {}

  /** Writes the line. A text that may identify somebody is refused with its `hits`, until each is cleared with a reason. */
  @Post()
  @Requires('tracking.lead')
  async write(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: LineBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.lines.write(who, id, body, asked), response);
  }

  /** Releases it with how the item stands now: by somebody else than who wrote it. */
  @Post('approve')
  @Requires('tracking.approve')
  async approve(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ReleaseBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.lines.approve(who, id, body, asked), response);
  }

  /** Takes it away at once, with a reason. */
  @Post('withdrawal')
  @Requires('tracking.approve')
  async withdraw(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.lines.withdraw(who, id, reason, asked), response);
  }
}
