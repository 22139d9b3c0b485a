import { Body, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config.js';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../../platform/http/origin.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import type { Follower } from '../../follower.js';
import type { Asked } from '../../tracking-log.js';
import { CalendarFeed } from '../calendar-feed.js';
import { Calendars } from '../calendars.js';
import { calendarPath } from '../calendar-path.js';
import { CalendarBody } from './calendars.dto.js';
import { CalendarList, CalendarMade } from '../calendar.model.js';

const MEDIA_TYPE = 'text/calendar';

/** Calendars of days on which actions are due, of a person or an agency. */
@ApiRoutes('tracking')
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly feed: CalendarFeed,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** What calendar programs read. The token in the address is the right to it. */
  @Get('calendar/:token.ics')
  @Public()
  @Header('Cache-Control', 'private, no-cache')
  @ApiProduces(MEDIA_TYPE)
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Param('token') token: string, @Res() response: Response): Promise<void> {
    response.type(MEDIA_TYPE).send(await this.feed.read(token));
  }

  /** The addresses in use; agency leads see those of their agency. */
  @Get('calendars')
  @Requires('tracking.read')
  async list(@Who() who: Follower): Promise<CalendarList> {
    return { items: await this.calendars.list(who) };
  }

  /** Makes an address, which takes the place of the one before. Agency leads: for their agency. */
  @Post('calendars')
  @Requires('tracking.contribute')
  async make(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Body() body: CalendarBody,
    @Req() request: Request,
  ): Promise<CalendarMade> {
    const { id, token } = await this.calendars.make(who, body, asked);
    return { id, url: token && libraryOrigin(request, this.config) + calendarPath(token) };
  }

  /** Revokes an address: what reads it is answered with 404 from now on. */
  @Post('calendars/:id/revocation')
  @HttpCode(204)
  @Requires('tracking.contribute')
  async revoke(@Who() who: Follower, @AskedBy() asked: Asked, @Param('id') id: string): Promise<void> {
    await this.calendars.revoke(who, id, asked);
  }
}
