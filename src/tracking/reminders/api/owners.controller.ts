import { Body, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import type { Follower } from '../../follower.js';
import type { ListedOwner } from '../../owner-directory.js';
import type { Asked } from '../../tracking-log.js';
import { Deputies } from '../deputies.js';
import { AwayBody, RemindersBody } from './owners.dto.js';
import { DirectoryOwner, DirectoryOwners } from '../directory-owner.model.js';

/** Who owns actions, and where their mail goes. */
@ApiRoutes('tracking')
export class OwnersController {
  constructor(private readonly deputies: Deputies) {}

  /** Everybody in the partnership’s directory. */
  @Get('owners')
  @Requires('tracking.lead')
  async list(@Who() who: Follower): Promise<DirectoryOwners> {
    return { items: (await this.deputies.list(who)).map(ownerOf) };
  }

  /** Says from when to when somebody is away, and who has their mail meanwhile: of a deputy who is away, theirs. */
  @Put('owners/:id/away')
  @Requires('tracking.lead')
  async away(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { from, until, deputy }: AwayBody,
  ): Promise<DirectoryOwner> {
    await this.deputies.set(who, id, { away: { from, until, deputy } }, asked);
    return ownerOf(await this.deputies.find(who, id));
  }

  /** They are back, or do not go: their mail is theirs. */
  @Delete('owners/:id/away')
  @HttpCode(204)
  @Requires('tracking.lead')
  async back(@Who() who: Follower, @AskedBy() asked: Asked, @Param('id') id: string): Promise<void> {
    await this.deputies.set(who, id, { away: null }, asked);
  }

  /** Whether somebody gets reminders. They are asked for updates all the same. */
  @Put('owners/:id/reminders')
  @Requires('tracking.lead')
  async reminders(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { wanted }: RemindersBody,
  ): Promise<DirectoryOwner> {
    await this.deputies.set(who, id, { isLeftOut: !wanted }, asked);
    return ownerOf(await this.deputies.find(who, id));
  }
}

const ownerOf = ({ id, name, email, away, isLeftOut }: ListedOwner): DirectoryOwner => ({
  ...{ id, name, email, away, wantsReminders: !isLeftOut },
});
