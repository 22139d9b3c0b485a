import { parsePartialDate } from '../platform/dates/partial-date.js';

/** How exactly a day is known. */
export const DAY_PRECISIONS = ['day', 'month', 'quarter', 'year'] as const;
export type DayPrecision = (typeof DAY_PRECISIONS)[number];

/** A day as exactly as it is known: `on`, YYYY-MM-DD, is the last one that it can be. */
export interface KnownDay {
  on: string;
  precision: DayPrecision;
}

const QUARTER = /^(\d{4})-Q([1-4])$/;
const DAY_MS = 86_400_000;
// By its numbers: to parse it as a text takes several times as long, and a desk asks for tens of thousands.
const toTime = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY-Qn` (of the calendar year) or `YYYY`; null for what is no day. */
export function parseDay(text: string): KnownDay | null {
  const [, year, quarter] = QUARTER.exec(text) ?? [];
  const known = quarter
    ? parsePartialDate(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}`)
    : parsePartialDate(text);
  return known && lastDay(known.date, quarter ? 'quarter' : known.precision);
}

/** The last day of the month, quarter or year that a day is in. */
export function lastDay(day: string, precision: DayPrecision): KnownDay {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const after = { day: 0, month, quarter: Math.ceil(month / 3) * 3, year: 12 }[precision];
  return { on: precision === 'day' ? day : toDay(Date.UTC(year, after, 0)), precision };
}

/** As it is kept with an entry: what `parseDay` reads. */
export function formatDay({ on, precision }: KnownDay): string {
  if (precision !== 'quarter') return on.slice(0, { day: 10, month: 7, year: 4 }[precision]);
  return `${on.slice(0, 4)}-Q${Number(on.slice(5, 7)) / 3}`;
}

/** How many days from one to another: more than 0 where `to` is the later. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((toTime(to) - toTime(from)) / DAY_MS);

export const addDays = (day: string, days: number): string => toDay(toTime(day) + days * DAY_MS);

/** The same day so many months earlier; the last one of the month, where it has none of that number. */
export function monthsBefore(day: string, months: number): string {
  const last = toDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - months, 0));
  const same = `${last.slice(0, 7)}${day.slice(7)}`;
  return same < last ? same : last;
}
