import { dayOfSerial } from '../xlsx/show-value.js';
import type { GridCell } from '../grid/grid.js';
import { NO_DATE_WORDS, WORDS_BEFORE_DATES } from '../words/date-words.js';
import type { SheetDate } from './sheet-date.js';
import { dateAt, datesIn, type DayOrder } from './written-dates.js';

/** What a cell of a date column says. */
export interface DateReading {
  date: SheetDate | null;
  /** Why somebody should look; null where nothing is in doubt. */
  doubt: 'date-not-read' | 'date-order-unclear' | 'number-read-as-date' | null;
  /** For words that could not be read: a date among them, to be proposed and not taken. */
  guess: SheetDate | null;
}

/** How the dates of one column are to be read. */
export interface DateHabits {
  order: DayOrder;
  from1904: boolean;
}

const READ = { doubt: null, guess: null } as const;

/** Whole numbers that a date column shows when its format got lost: 1954 to 2064. */
const SERIAL = /^([2-6]\d{4})(?:\.0+)?$/;
const SERIALS = { from: 20_000, to: 60_000 };

/** Reads a cell of a date column by rule 7 of docs/spreadsheets.md. */
export function readDateCell(cell: Pick<GridCell, 'date' | 'kept'>, habits: DateHabits): DateReading {
  if (cell.date) return { ...READ, date: cell.date };
  return readWrittenDate(cell.kept, habits);
}

export function readWrittenDate(text: string, { order, from1904 }: DateHabits): DateReading {
  if (isNoDate(text)) return { ...READ, date: null };
  const serial = readSerial(text, from1904);
  if (serial) return { date: serial, doubt: 'number-read-as-date', guess: null };
  const start = WORDS_BEFORE_DATES.exec(text)?.[0].length ?? 0;
  const found = dateAt(text, start, order);
  if (found?.date && /^[\s.;,]*$/.test(text.slice(start + found.length))) {
    return { date: found.date, doubt: found.unclear ? 'date-order-unclear' : null, guess: null };
  }
  const guess = latest(datesIn(text, order).map((one) => one.date));
  return { date: null, doubt: 'date-not-read', guess };
}

/** Words that say that there is no date: nobody needs to be asked. */
export const isNoDate = (text: string): boolean =>
  NO_DATE_WORDS.has(text.toLowerCase().replace(/\s+/g, ' ').trim());

/** Of a range the end, of a date and the one that it replaces the newer. */
const latest = (dates: readonly (SheetDate | null)[]): SheetDate | null =>
  dates.reduce((best, next) => (best && (!next || best.on > next.on) ? best : next), null);

function readSerial(text: string, from1904: boolean): SheetDate | null {
  const number = Number(SERIAL.exec(text)?.[1] ?? NaN);
  if (!(number >= SERIALS.from && number <= SERIALS.to)) return null;
  const on = dayOfSerial(number, from1904);
  return on ? { on, precision: 'day' } : null;
}
