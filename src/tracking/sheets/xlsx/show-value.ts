import { format, getFormatDateInfo, isDateFormat } from 'numfmt';
import { lastDayOf, type SheetDate } from '../dates/sheet-date.js';

/** A workbook that counts from 1904 is so many days behind the usual count. */
export const DAYS_TO_1904 = 1462;

/** Day 25,569 of the usual count is 1 January 1970. */
const DAYS_TO_1970 = 25_569;
const DAY_MS = 86_400_000;

/** The calendar day of a serial number, as YYYY-MM-DD; null outside the years that plans are about. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0) - DAYS_TO_1970;
  const day = new Date(days * DAY_MS);
  return days > -DAYS_TO_1970 + 60 && days < 70_000 ? day.toISOString().slice(0, 10) : null;
}

/** A number as the sheet shows it: 1.1 in the format `0.00` is “1.10” (rule 3 of docs/spreadsheets.md). */
export function showNumber(value: number, pattern: string, from1904: boolean): string {
  const shift = from1904 && isDateFormat(pattern) ? DAYS_TO_1904 : 0;
  const options = { locale: 'en-GB', throws: false, nbsp: false };
  return format(pattern, value + shift, options).trim() || String(value);
}

/** The date in a cell of a date format, as precise as the format shows it (rule 7); null for other formats and for times. */
export function dateOfNumber(value: number, pattern: string, from1904: boolean): SheetDate | null {
  if (!isDateFormat(pattern)) return null;
  const { year, month, day } = getFormatDateInfo(pattern);
  if (!year && !month && !day) return null;
  const on = dayOfSerial(value, from1904);
  return on === null ? null : lastDayOf(on, day || !year ? 'day' : month ? 'month' : 'year');
}
