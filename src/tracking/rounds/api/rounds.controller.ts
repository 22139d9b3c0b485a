import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import { requireOwn } from '../../api/items.controller.js';
import { ReasonBody } from '../../api/tracking.dto.js';
import type { Follower } from '../../follower.js';
import type { Asked } from '../../tracking-log.js';
import { RoundItem, RoundMailing } from '../round.model.js';
import { RoundQueries } from '../rounds.queries.js';
import { RoundsService } from '../rounds.service.js';
import { RoundBody, RoundMailingQuery } from './rounds.dto.js';
import { RoundList } from '../round.model.js';

/** Asking the owners of actions what has become of them: one e-mail and one link for each. */
@ApiRoutes('tracking/rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly queries: RoundQueries,
  ) {}

  /** Rounds with who was asked and who has answered, the latest first. */
  @Get()
  @Requires('tracking.lead')
  async list(@Who() who: Follower): Promise<RoundList> {
    return { items: await this.queries.list(who) };
  }

  /** Opens a round. Nobody is asked before it is sent. */
  @Post()
  @Requires('tracking.lead')
  async open(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() { partnership, ...wish }: RoundBody,
  ): Promise<RoundItem> {
    requireOwn(who, partnership);
    const { subject } = await this.rounds.open(who, wish, asked);
    return await this.queries.find(who, subject);
  }

  /** One round, with who has answered and who has not, by person and action. */
  @Get(':id')
  @Requires('tracking.lead')
  async find(@Who() who: Follower, @Param('id') id: string): Promise<RoundItem> {
    return await this.queries.find(who, id);
  }

  /** Sends each owner one e-mail with the link to their actions; nobody gets it twice. With `preview=true` it says who would. */
  @Post(':id/send')
  @HttpCode(200)
  @Requires('tracking.lead')
  async send(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Query() { preview }: RoundMailingQuery,
  ): Promise<RoundMailing> {
    if (preview === 'true') return await this.rounds.previewSending(who, id);
    return await this.rounds.send(who, id, asked);
  }

  /** Reminds those who have not answered, each once a day. With `preview=true` it says who would be. */
  @Post(':id/chase')
  @HttpCode(200)
  @Requires('tracking.lead')
  async chase(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Query() { preview }: RoundMailingQuery,
  ): Promise<RoundMailing> {
    if (preview === 'true') return await this.rounds.previewReminding(who, id);
    return await this.rounds.remind(who, id, asked);
  }

  /** Ends a round: its links work no more. */
  @Post(':id/close')
  @HttpCode(200)
  @Requires('tracking.lead')
  async close(@Who() who: Follower, @AskedBy() asked: Asked, @Param('id') id: string): Promise<RoundItem> {
    await this.rounds.close(who, id, asked);
    return await this.queries.find(who, id);
  }

  /** Takes the name of a round out for good; that it was there stays. */
  @Post(':id/redaction')
  @HttpCode(204)
  @Requires('tracking.redact')
  async redact(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.rounds.redact(who, id, reason, asked);
  }
}
