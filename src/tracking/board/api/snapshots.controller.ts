import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import { requireOwn } from '../../api/items.controller.js';
import type { Follower } from '../../follower.js';
import { countsOf, ItemList } from '../../item-list.js';
import { type Asked, withoutVersion } from '../../tracking-log.js';
import { BoardMovement } from '../board-movement.js';
import { BoardSnapshots, momentOfSnapshot } from '../board-snapshots.js';
import { MovementQuery, SnapshotBody } from './snapshots.dto.js';
import { MovementAnswer } from '../movement.model.js';
import { SnapshotAnswer, SnapshotList } from '../snapshot.model.js';

/** How everything stood for meetings of the board. The board’s paper is a report: `reports/board.docx?snapshot=`. */
@ApiExtraModels(SnapshotAnswer)
@ApiRoutes('tracking/snapshots')
export class SnapshotsController {
  constructor(
    private readonly snapshots: BoardSnapshots,
    private readonly movements: BoardMovement,
    private readonly lists: ItemList,
  ) {}

  /** Those that were taken, the latest first. */
  @Get()
  @Requires('tracking.read')
  async list(@Who() who: Follower): Promise<SnapshotList> {
    return { items: await this.snapshots.list(who) };
  }

  /** Takes one: everything that is recorded by now counts, and nothing later. */
  @Post()
  @Requires('tracking.lead')
  async take(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() { partnership, ...wish }: SnapshotBody,
  ): Promise<SnapshotAnswer> {
    requireOwn(who, partnership);
    const { subject } = await this.snapshots.take(who, wish, withoutVersion(asked));
    return await this.find(who, subject);
  }

  /** One snapshot, with what was counted in it. */
  @Get(':id')
  @Requires('tracking.read')
  async find(@Who() who: Follower, @Param('id') id: string): Promise<SnapshotAnswer> {
    const snapshot = await this.snapshots.find(who, id);
    const { found } = await this.lists.standings(who, momentOfSnapshot(snapshot));
    return { ...snapshot, counts: countsOf(found) };
  }

  /** Says that this is the one that the board had. */
  @Post(':id/sign-off')
  @HttpCode(200)
  @Requires('tracking.lead')
  async signOff(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
  ): Promise<SnapshotAnswer> {
    await this.snapshots.signOff(who, id, withoutVersion(asked));
    return await this.find(who, id);
  }

  /** What has moved up to this snapshot since another: the one before it, unless one is named. */
  @Get(':id/movement')
  @Requires('tracking.read')
  async movement(
    @Who() who: Follower,
    @Param('id') id: string,
    @Query() { since }: MovementQuery,
  ): Promise<MovementAnswer> {
    const snapshot = await this.snapshots.find(who, id);
    const before = since ? await this.snapshots.find(who, since) : await this.snapshots.before(who, snapshot);
    return await this.movements.since(who, momentOfSnapshot(snapshot), before);
  }
}
