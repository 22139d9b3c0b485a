import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { invalidField } from '../../../platform/http/errors/library-error.js';
import { parsePartialDate } from '../../../platform/dates/partial-date.js';
import { PageQuery } from '../../../platform/http/listing/page-query.dto.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import { requireOwn } from '../../api/items.controller.js';
import { ReasonBody } from '../../api/tracking.dto.js';
import { addDays, daysBetween, monthsBefore } from '../../day.js';
import type { Follower } from '../../follower.js';
import { TrackingLog, type Asked } from '../../tracking-log.js';
import { ReachAnswer, UseItem, UseList } from '../reach.model.js';
import { ReachQueries } from '../reach.queries.js';
import type { ReachPeriod } from '../reach.js';
import { UsesService } from '../uses.service.js';
import { ReachQuery, UseBody } from './uses.dto.js';

/** What teams have discussed of the library, and what it changed. */
@ApiRoutes('tracking/uses')
export class UsesController {
  constructor(
    private readonly uses: UsesService,
    private readonly queries: ReachQueries,
    private readonly log: TrackingLog,
  ) {}

  /** Those of the partnership, the latest discussion first, with those that were taken back; for agency leads, their agency’s. */
  @Get()
  @Requires('tracking.read')
  async list(@Who() who: Follower, @Query() query: PageQuery): Promise<UseList> {
    return await this.queries.list(who, query);
  }

  /** “We used this”: records that a team discussed a review, theme or briefing. */
  @Post()
  @Requires('tracking.contribute')
  async record(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() { partnership, ...wish }: UseBody,
  ): Promise<UseItem> {
    requireOwn(who, partnership);
    const { subject } = await this.uses.record(who, wish, asked);
    return await this.queries.find(who, subject);
  }

  /** Discussions and people by agency, and by quarter of the calendar year. */
  @Get('figures')
  @Requires('tracking.read')
  async figures(@Who() who: Follower, @Query() query: ReachQuery): Promise<ReachAnswer> {
    return await this.queries.figures(who, periodOf(query, this.log.today()));
  }

  /** Takes one back, with a reason: for whoever recorded it, and audit leads. That it was there stays. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('tracking.contribute')
  async withdraw(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<UseItem> {
    await this.uses.withdraw(who, id, reason, asked);
    return await this.queries.find(who, id);
  }

  /** Takes the words of one out for good, and those with which it was taken back. For administrators. */
  @Post(':id/redaction')
  @HttpCode(200)
  @Requires('tracking.redact')
  async redact(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<UseItem> {
    await this.uses.redact(who, id, reason, asked);
    return await this.queries.find(who, id);
  }
}

/** More is no period that a table shows. */
const LONGEST_DAYS = 20 * 366;

function periodOf({ from, until }: ReachQuery, today: string): ReachPeriod {
  for (const [field, day] of Object.entries({ from, until }))
    if (day && parsePartialDate(day)?.precision !== 'day')
      throw invalidField(field, 'Write the day as 2025-03-31');
  const last = until ?? today;
  const first = from ?? addDays(monthsBefore(last, 12), 1);
  if (first > last) throw invalidField('until', 'The last day must not be before the first');
  if (daysBetween(first, last) > LONGEST_DAYS) throw invalidField('from', 'Ask for 20 years at most');
  return { from: first, until: last };
}
