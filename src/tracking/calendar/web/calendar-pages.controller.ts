import { Body, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config.js';
import { londonDay } from '../../../platform/dates/london-day.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../../platform/http/errors/library-error.js';
import { OptionalId } from '../../../platform/http/forms/field.decorators.js';
import { libraryOrigin } from '../../../platform/http/origin.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf, type Follower } from '../../follower.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { isActiveAgency, TrackingRoom } from '../../web/tracking-room.js';
import { calendarPath } from '../calendar-path.js';
import { Calendars } from '../calendars.js';

/** Whose calendar: one of the two. Of agency leads it is always their agency’s. */
class CalendarOf {
  @OptionalId('Choose a person from the list')
  owner?: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;
}

interface CalendarEntry {
  id: string;
  name: string;
  /** “9 June 2025”. */
  madeOn: string;
}

interface CalendarPage {
  frame: Frame;
  /** For whom an address can be made; null while nobody is chosen. */
  chosen: { name: string; field: string; id: string; hasOne: boolean } | null;
  calendars: CalendarEntry[];
}

const PATH = '/tracking/calendar';

/** Addresses for calendar programs: made, shown once, and revoked. */
@PageRoutes('tracking/calendar')
export class CalendarPagesController {
  constructor(
    private readonly calendars: Calendars,
    private readonly room: TrackingRoom,
    private readonly answers: TrackingAnswers,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  @Requires('tracking.contribute')
  async page(@Query() query: CalendarOf, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const names = await this.names(who);
    const all = await this.calendars.list(who);
    const [field, id] = chosenBy(who, query);
    if (id !== null && !names.has(id))
      throw new LibraryError('not-found', 'There is nobody of that ID here.');
    response.render('tracking/calendar', {
      frame: this.frame(request, who),
      chosen:
        id === null
          ? null
          : { name: names.get(id)!, field, id, hasOne: all.some((one) => one[field] === id) },
      calendars: all.map(({ owner, agency, madeAt, ...one }) => ({
        ...{ id: one.id, name: names.get((owner ?? agency)!) ?? 'Somebody else' },
        madeOn: sayPartialDate(londonDay(madeAt)),
      })),
    } satisfies CalendarPage);
  }

  /** Sent twice, it makes two, of which the second is shown and works. */
  @Post()
  @Requires('tracking.contribute')
  async make(@Body() body: CalendarOf, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const [field, id] = chosenBy(who, body);
    const { token } = await this.calendars.make(who, { [field]: id });
    // Shown this once.
    response.status(200).setHeader('Cache-Control', 'private, no-store');
    response.render('tracking/calendar-made', {
      ...{ frame: this.frame(request, who), name: (await this.names(who)).get(id!) },
      address: libraryOrigin(request, this.config) + calendarPath(token!),
    });
  }

  @Post(':id/revoke')
  @Requires('tracking.contribute')
  async revoke(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.calendars.revoke(followerOf(request, 'page'), id);
    response.redirect(303, `${PATH}?done=revoked`);
  }

  private frame(request: Request, who: Follower): Frame {
    return presentFrame(who, this.answers.moment(), { path: PATH, given: request.query });
  }

  /** What people and agencies are called for whom there can be an address. */
  private async names(who: Follower): Promise<ReadonlyMap<string, string>> {
    const [owners, agencies] = await Promise.all([this.room.owners(who), this.room.agencies(who)]);
    return new Map([...owners, ...agencies.filter(isActiveAgency)].map(({ id, name }) => [id, name]));
  }
}

const chosenBy = (who: Follower, { owner, agency }: CalendarOf): ['owner' | 'agency', string | null] =>
  owner && !who.agency ? ['owner', owner] : ['agency', who.agency?.id ?? agency ?? null];
