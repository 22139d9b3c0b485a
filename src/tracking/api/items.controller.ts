import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { ActionsService } from '../actions.service.js';
import { DeskQueries } from '../desk.js';
import { FiguresQueries } from '../figures.js';
import type { Follower } from '../follower.js';
import { HistoryQueries } from '../history.js';
import { ItemList } from '../item-list.js';
import { ItemsService } from '../items.service.js';
import type { Asked } from '../tracking-log.js';
import { TrackedItemAnswer, TrackedItemList } from '../tracked-item.model.js';
import { TrackingAnswers } from './answers.js';
import { AskedBy, Who } from './asked.decorator.js';
import {
  ActionBody,
  AddresseesBody,
  FiguresQuery,
  FollowBody,
  ImpactBody,
  JudgementBody,
  MomentQuery,
  NoteBody,
  ReasonBody,
  RecheckBody,
  ResponseBody,
  ResponseDueBody,
  TrackedItemsQuery,
} from './tracking.dto.js';
import { DeskAnswer } from '../desk.model.js';
import { FiguresAnswer } from '../figures.model.js';
import { HistoryAnswer } from '../history.model.js';
import { ChangedAction, ChangedItem } from './changed.model.js';

/** What a partnership follows. A key or a session says which partnership that is. */
@ApiRoutes('tracking')
export class TrackedItemsController {
  constructor(
    private readonly items: ItemsService,
    private readonly actions: ActionsService,
    private readonly lists: ItemList,
    private readonly desks: DeskQueries,
    private readonly figuresOf: FiguresQueries,
    private readonly histories: HistoryQueries,
    private readonly answers: TrackingAnswers,
  ) {}

  /** All that somebody may know of, by number, with what is counted. */
  @Get('items')
  @Requires('tracking.read')
  async list(@Who() who: Follower, @Query() query: TrackedItemsQuery): Promise<TrackedItemList> {
    requireOwn(who, query.partnership);
    return await this.lists.list(who, this.answers.moment(query), query);
  }

  /** One item. */
  @Get('items/:id')
  @Requires('tracking.read')
  async find(
    @Who() who: Follower,
    @Param('id') id: string,
    @Query() query: MomentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TrackedItemAnswer> {
    const item = await this.answers.item(who, id, this.answers.moment(query));
    response.setHeader('ETag', `"${item.version}"`);
    return item;
  }

  /** Everything that was recorded about an item, in that order; at a moment, what was known of it. */
  @Get('items/:id/history')
  @Requires('tracking.read')
  async history(
    @Who() who: Follower,
    @Param('id') id: string,
    @Query() query: MomentQuery,
  ): Promise<HistoryAnswer> {
    return { items: await this.histories.of(who, id, this.answers.moment(query)) };
  }

  /** What is late, waits or is unproven. */
  @Get('desk')
  @Requires('tracking.read')
  async desk(@Who() who: Follower, @Query() query: TrackedItemsQuery): Promise<DeskAnswer> {
    requireOwn(who, query.partnership);
    return await this.desks.desk(who, this.answers.moment(query), query);
  }

  /** Counts by agency, under the names of that time or of today. */
  @Get('figures')
  @Requires('tracking.read')
  async figures(@Who() who: Follower, @Query() query: FiguresQuery): Promise<FiguresAnswer> {
    requireOwn(who, query.partnership);
    return await this.figuresOf.byAgency(who, this.answers.moment(query), query.names ?? 'then');
  }

  /** Begins to follow a recommendation, a learning point, or a source of the partnership’s own. */
  @Post('items')
  @Requires('tracking.lead')
  async follow(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() body: FollowBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    requireOwn(who, body.partnership);
    return await this.answers.changedItem(who, await this.items.follow(who, body, asked), response);
  }

  /** Asks more agencies, or fewer. */
  @Post('items/:id/addressees')
  @Requires('tracking.lead')
  async address(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: AddresseesBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.address(who, id, body, asked), response);
  }

  /** Moves the day by which responses are asked for. */
  @Post('items/:id/response-due')
  @Requires('tracking.lead')
  async setResponseDue(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ResponseDueBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(
      who,
      await this.items.setResponseDue(who, id, body, asked),
      response,
    );
  }

  /** What an addressee says. An audit lead may enter it for an agency, which the entry says. */
  @Post('items/:id/responses')
  @Requires('tracking.contribute')
  async respond(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ResponseBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.respond(who, id, body, asked), response);
  }

  /** Adds an action. */
  @Post('items/:id/actions')
  @Requires('tracking.contribute')
  async addAction(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ActionBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    return await this.answers.changedAction(who, await this.actions.add(who, id, body, asked), response);
  }

  /** Evidence of impact; the level may fall. */
  @Post('items/:id/impact')
  @Requires('tracking.contribute')
  async setImpact(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: ImpactBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.setImpact(who, id, body, asked), response);
  }

  /** What the audit lead makes of it. */
  @Post('items/:id/judgements')
  @Requires('tracking.lead')
  async judge(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: JudgementBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.judge(who, id, body, asked), response);
  }

  /** What looking again at a closed item has shown; “not sustained” reopens it. */
  @Post('items/:id/rechecks')
  @Requires('tracking.lead')
  async recheck(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: RecheckBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.recheck(who, id, body, asked), response);
  }

  /** Reopens a closed item. */
  @Post('items/:id/reopen')
  @Requires('tracking.lead')
  async reopen(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.reopen(who, id, reason, asked), response);
  }

  /** Words beside an item; an audit lead’s are private unless they say otherwise. */
  @Post('items/:id/notes')
  @Requires('tracking.contribute')
  async note(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: NoteBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.items.note(who, id, body, asked), response);
  }
}

/** @throws LibraryError not-found for a partnership that is not one's own: there is nothing to know of it */
export function requireOwn({ partnership }: Follower, slug: string | undefined): void {
  if (slug !== undefined && slug !== partnership.slug)
    throw new LibraryError('not-found', 'There is no such partnership.');
}
