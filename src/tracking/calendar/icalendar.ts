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
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${REFRESHED}`, `X-PUBLISHED-TTL:${REFRESHED}`],
    ...actions.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const REFRESHED = 'PT6H';

const eventOf = ({ id, ref, due, version, changedAt, url }: DueAction): string[] => [
  ...['BEGIN:VEVENT', `UID:${id}@practice-review-library`],
  `DTSTAMP:${changedAt.toISOString().replace(/\.\d+|[-:]/g, '')}`,
  `DTSTART;VALUE=DATE:${basic(due.on)}`,
  `DTEND;VALUE=DATE:${basic(addDays(due.on, 1))}`,
  // A correction can take a move back: how often it was moved would fall then, and programs keep the higher number.
  ...[`SEQUENCE:${version}`, `SUMMARY:${escaped(`Action ${ref} due${periodOf(due)}`)}`],
  ...(url === null ? [] : [`URL:${url}`]),
  ...['TRANSP:TRANSPARENT', 'END:VEVENT'],
];

const basic = (day: string): string => day.replaceAll('-', '');

/** “ (end of June 2025)” for what is due in a month, quarter or year; nothing for a day. */
const periodOf = (due: KnownDay): string =>
  due.precision === 'day'
    ? ''
    : ` (end of ${due.precision === 'quarter' ? 'the quarter ' : ''}${sayKnownDay(due)})`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

const LONGEST_OCTETS = 75;

/** In lines of 75 octets or fewer, each but the first begun with a blank. No character is cut in two. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}
