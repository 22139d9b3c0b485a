/** How much of a date is written. */
export type SheetPrecision = 'day' | 'month' | 'quarter' | 'year';

/** `on` is the last day that the words can mean, as YYYY-MM-DD. */
export interface SheetDate {
  on: string;
  precision: SheetPrecision;
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Years that the plans of safeguarding partnerships can be about; anything else is a slip of the pen. */
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2099;

export const isPlanYear = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

/** A day of the calendar, or null: 31 April does not exist. */
export function dayDate(year: number, month: number, day: number): SheetDate | null {
  if (!isPlanYear(year) || month < 1 || month > 12 || day < 1 || day > lastOfMonth(year, month)) return null;
  return { on: iso(year, month, day), precision: 'day' };
}

export function monthDate(year: number, month: number): SheetDate | null {
  if (!isPlanYear(year) || month < 1 || month > 12) return null;
  return { on: iso(year, month, lastOfMonth(year, month)), precision: 'month' };
}

export const yearDate = (year: number): SheetDate | null =>
  isPlanYear(year) ? { on: iso(year, 12, 31), precision: 'year' } : null;

/** A quarter of the financial year that begins in April of `year`: the third ends in December, the fourth in March. */
export function quarterDate(year: number, quarter: number): SheetDate | null {
  const end = monthDate(quarter === 4 ? year + 1 : year, quarter === 4 ? 3 : 3 + quarter * 3);
  return end && { ...end, precision: 'quarter' };
}

/** The last day of the month or year that a day lies in. */
export function lastDayOf(on: string, precision: 'day' | 'month' | 'year'): SheetDate | null {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  if (precision === 'day') return dayDate(year, month, day);
  return precision === 'month' ? monthDate(year, month) : yearDate(year);
}

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
