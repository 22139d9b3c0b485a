import { Body, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ActionsService } from '../actions.service.js';
import { AgenciesService } from '../agencies.service.js';
import type { ListedAgency } from '../agency-list.js';
import { EntriesService } from '../entries.service.js';
import type { Follower } from '../follower.js';
import { TrackingSettings } from '../tracking-settings.js';
import type { Asked } from '../tracking-log.js';
import { TrackingAnswers } from './answers.js';
import { AskedBy, Who } from './asked.decorator.js';
import { requireOwn } from './items.controller.js';
import {
  CorrectionBody,
  ExecutiveBody,
  NewAgencyBody,
  AgenciesQuery,
  ReasonBody,
  ReplaceOwnerBody,
  SettingsBody,
  SuccessionBody,
} from './tracking.dto.js';
import { ChangedItem } from './changed.model.js';
import {
  AgenciesAnswer,
  AgencyAnswer,
  RedactionAnswer,
  ReplacedOwners,
  SettingsAnswer,
} from './lists.model.js';

/** Entries, and the lists that they refer to. */
@ApiRoutes('tracking')
export class TrackingListsController {
  constructor(
    private readonly entries: EntriesService,
    private readonly actions: ActionsService,
    private readonly agencyList: AgenciesService,
    private readonly settings: TrackingSettings,
    private readonly answers: TrackingAnswers,
  ) {}

  /** Puts an entry right by another one; both stay readable. */
  @Post('entries/:id/correction')
  @Requires('tracking.contribute')
  async correct(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: CorrectionBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    return await this.answers.changedItem(who, await this.entries.correct(who, id, body, asked), response);
  }

  /** Deletes the words of an entry for good; the entry stays. For administrators. */
  @Post('entries/:id/redaction')
  @Requires('tracking.redact')
  async redact(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<RedactionAnswer> {
    return await this.entries.redact(who, id, reason, asked);
  }

  /** Takes the name and e-mail address of somebody who does actions away for good. For administrators. */
  @Post('owners/:id/redaction')
  @HttpCode(204)
  @Requires('tracking.redact')
  async anonymise(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<void> {
    await this.entries.anonymiseOwner(who, id, reason, asked);
  }

  /** The partnership’s list of agencies, and the national ones. */
  @Get('agencies')
  @Requires('tracking.read')
  async agencies(@Who() who: Follower, @Query() query: AgenciesQuery): Promise<AgenciesAnswer> {
    requireOwn(who, query.partnership);
    const { past, asOf } = this.answers.moment(query);
    return { items: (await this.agencyList.list(who, past ? asOf : null)).map(agencyOf) };
  }

  /** Enters an agency. */
  @Post('agencies')
  @Requires('tracking.lead')
  async enterAgency(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() body: NewAgencyBody,
  ): Promise<AgencyAnswer> {
    requireOwn(who, body.partnership);
    return await this.agency(who, (await this.agencyList.enter(who, body, asked)).subject);
  }

  /** Who is told of what is long overdue at an agency. */
  @Put('agencies/:id/executive')
  @Requires('tracking.lead')
  async setExecutive(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { executive }: ExecutiveBody,
  ): Promise<AgencyAnswer> {
    await this.agencyList.setExecutive(who, id, executive, asked);
    return await this.agency(who, id);
  }

  /** An agency becomes another from a day on: open actions pass to that one, what is over keeps the old name. */
  @Post('agencies/:id/succession')
  @Requires('tracking.lead')
  async succeed(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() body: SuccessionBody,
  ): Promise<AgencyAnswer> {
    return await this.agency(who, (await this.agencyList.succeed(who, id, body, asked)).subject);
  }

  /** Puts somebody in the place of somebody who leaves, on all open actions. */
  @Post('owners/replacement')
  @Requires('tracking.lead')
  async replaceOwner(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() { from, to }: ReplaceOwnerBody,
  ): Promise<ReplacedOwners> {
    return await this.actions.replaceOwner(who, from, to, asked);
  }

  /** What the partnership has decided about following. */
  @Get('settings')
  @Requires('tracking.read')
  async settingsOf(@Who() who: Follower): Promise<SettingsAnswer> {
    return await this.settings.find(who.partnership.id);
  }

  /** Changes it: what is followed already keeps its days. */
  @Put('settings')
  @Requires('tracking.lead')
  async changeSettings(@Who() who: Follower, @Body() body: SettingsBody): Promise<SettingsAnswer> {
    return await this.settings.set(who, body);
  }

  private async agency(who: Follower, id: string): Promise<AgencyAnswer> {
    return agencyOf((await this.agencyList.list(who)).find((one) => one.id === id)!);
  }
}

const agencyOf = ({ id, name, otherNames, partnershipId, ...told }: ListedAgency): AgencyAnswer => ({
  ...{
    id,
    name,
    otherNames,
    isNational: partnershipId === null,
    executive: told.executive,
    members: told.members,
  },
  ...{ endedOn: told.endedOn, succession: told.succession, successors: told.successors },
});
