import { Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { ContactSentences } from '../partnerships/contact-sentences.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { londonDay } from '../platform/dates/london-day.js';
import { Public } from '../platform/http/access/public.decorator.js';
import { Revalidated } from '../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../platform/http/origin.js';
import { settleEmbargoes } from '../publishing/changes/change-log.js';
import { EventQueries } from '../resources/event.queries.js';
import { writeEvents } from './events-calendar.js';

/** Whoever was at an event, or missed it, still finds it for so long. */
const KEPT_MS = 56 * 86_400_000;

/** What calendar programs ask for. */
@MachineRoutes('feeds')
@ApiExcludeController()
export class EventsController {
  constructor(
    private readonly events: EventQueries,
    private readonly contacts: ContactSentences,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Public()
  @Revalidated()
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Get('events.ics')
  async calendar(@Req() request: Request): Promise<string> {
    await settleEmbargoes(this.source);
    const since = londonDay(new Date(this.clock.now().getTime() - KEPT_MS));
    return await this.source.transaction('REPEATABLE READ', async (on) => {
      const events = await this.events.since(on, since);
      return writeEvents(events, libraryOrigin(request, this.config), await this.contacts.read(on));
    });
  }
}
