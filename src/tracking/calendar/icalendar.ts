import {
  calendarDay,
  calendarFile,
  calendarInstant,
  calendarText,
} from '../../platform/calendar/icalendar-text.js';
import { sayKnownDay } from '../reports/say.js';
import { addDays, type KnownDay } from '../day.js';

/** An action that is due, as a calendar shows it: by its number and its day, and by no word of it. */
export interface DueAction {
  id: string;
  /** Of item and action: “2.1”. */
  ref: string;
  due: KnownDay;
  /** Rises with whatever is recorded of the action. */
  version: number;
  changedAt: Date;
  /** Of its page; null where the library does not know its own address. */
  url: string | null;
}

/** A calendar of days on which actions are due (RFC 5545, with the name and the refreshing of RFC 7986). */
export function writeCalendar(name: string, actions: readonly DueAction[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Practice review library//Actions due//EN'],
    // The second of each is what programs read that are older than RFC 7986.
    ...[`NAME:${calendarText(name)}`, `X-WR-CALNAME:${calendarText(name)}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${REFRESHED}`, `X-PUBLISHED-TTL:${REFRESHED}`],
    ...actions.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return calendarFile(lines);
}

const REFRESHED = 'PT6H';

const eventOf = ({ id, ref, due, version, changedAt, url }: DueAction): string[] => [
  ...['BEGIN:VEVENT', `UID:${id}@practice-review-library`],
  `DTSTAMP:${calendarInstant(changedAt)}`,
  `DTSTART;VALUE=DATE:${calendarDay(due.on)}`,
  `DTEND;VALUE=DATE:${calendarDay(addDays(due.on, 1))}`,
  // A correction can take a move back: how often it was moved would fall then, and programs keep the higher number.
  ...[`SEQUENCE:${version}`, `SUMMARY:${calendarText(`Action ${ref} due${periodOf(due)}`)}`],
  ...(url === null ? [] : [`URL:${url}`]),
  ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
];

/** “ (end of June 2025)” for what is due in a month, quarter or year; nothing for a day. */
const periodOf = (due: KnownDay): string =>
  due.precision === 'day'
    ? ''
    : ` (end of ${due.precision === 'quarter' ? 'the quarter ' : ''}${sayKnownDay(due)})`;
