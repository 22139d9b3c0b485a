import {
  calendarDay,
  calendarFile,
  calendarInstant,
  calendarText,
} from '../platform/calendar/icalendar-text.js';
import { sayCode } from '../platform/text/words.js';
import { SHORT_NOTICE } from '../publishing/summary-notice.js';
import type { PublicEvent } from '../resources/event.queries.js';
import { LIBRARY_TITLE } from './feed.js';

/**
 * A calendar of what takes place (RFC 5545, with the name and the refreshing of RFC 7986). Announcements give the time on
 * clocks in the United Kingdom, so times are in that zone; days are days wherever they are read.
 * @param origin of the library, for the addresses of its pages
 * @param contacts whom to call, in sentences
 */
export const writeEvents = (events: readonly PublicEvent[], origin: string, contacts: string): string =>
  calendarFile([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Practice review library//Events//EN'],
    // The second of each is what programs read that are older than RFC 7986.
    ...[`NAME:${NAME}`, `X-WR-CALNAME:${NAME}`, `DESCRIPTION:${calendarText(contacts)}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H', 'X-WR-TIMEZONE:Europe/London'],
    ...LONDON,
    ...events.flatMap((event) => eventLines(event, origin)),
    'END:VCALENDAR',
  ]);

const NAME = calendarText(`${LIBRARY_TITLE}: events and training`);

/** Since 1996. */
const LONDON = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/London'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19960331T010000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'TZNAME:BST'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', 'TZNAME:GMT'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

function eventLines(event: PublicEvent, origin: string): string[] {
  const page = `${origin}/resources/${event.slug}`;
  return [
    ...['BEGIN:VEVENT', `UID:${event.id}@practice-review-library`],
    ...[`DTSTAMP:${calendarInstant(event.updatedAt)}`, `LAST-MODIFIED:${calendarInstant(event.updatedAt)}`],
    ...spanOf(event),
    `SUMMARY:${calendarText(event.title)}`,
    `DESCRIPTION:${calendarText(describe(event, page))}`,
    `URL:${page}`,
    ...(event.type ? [`CATEGORIES:${calendarText(sayCode(event.type))}`] : []),
    ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
  ];
}

function describe(
  { publisher, description, link, summaryByLibrary, ...event }: PublicEvent,
  page: string,
): string {
  return [
    publisher && `Publisher: ${publisher}`,
    hiddenTime(event),
    description,
    summaryByLibrary && SHORT_NOTICE,
    link && `On the publisher’s site: ${link}`,
    `In the ${LIBRARY_TITLE}: ${page}`,
  ]
    .filter(Boolean)
    .join('\n');
}

type Times = Pick<PublicEvent, 'startsOn' | 'endsOn'>;

/** Both are of one kind, as they must be: from time to time where both are known, else from day to day. */
function spanOf({ startsOn, endsOn }: Times): string[] {
  if (isTimed({ startsOn, endsOn })) {
    const end = endsOn !== null && endsOn > startsOn && hasTime(endsOn) ? [zoned('DTEND', endsOn)] : [];
    return [zoned('DTSTART', startsOn), ...end];
  }
  const first = dayOf(startsOn);
  const last = endsOn === null || dayOf(endsOn) < first ? first : dayOf(endsOn);
  return [`DTSTART;VALUE=DATE:${calendarDay(first)}`, `DTEND;VALUE=DATE:${calendarDay(dayAfter(last))}`];
}

/** It has a time to begin at, and none is missing at the end of another day. */
const isTimed = ({ startsOn, endsOn }: Times): boolean =>
  hasTime(startsOn) && (endsOn === null || hasTime(endsOn) || dayOf(endsOn) <= dayOf(startsOn));

/** The one time that is known of something that is shown by its days. */
function hiddenTime({ startsOn, endsOn }: Times): string | null {
  if (isTimed({ startsOn, endsOn })) return null;
  if (hasTime(startsOn)) return `Begins at ${startsOn.slice(11)}`;
  return endsOn !== null && hasTime(endsOn) ? `Ends at ${endsOn.slice(11)}` : null;
}

const hasTime = (moment: string): boolean => moment.includes('T');
const dayOf = (moment: string): string => moment.slice(0, 10);
const zoned = (name: string, moment: string): string =>
  `${name};TZID=Europe/London:${moment.replace(/[-:]/g, '').slice(0, 13)}00`;

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
