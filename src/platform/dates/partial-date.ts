export const DATE_PRECISIONS = ['year', 'month', 'day'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** A date of which perhaps only the year or the month is known. `date` is its first day, as YYYY-MM-DD. */
export interface PartialDate {
  date: string;
  precision: DatePrecision;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when it is none of these or no day of the calendar. */
export function parsePartialDate(text: string): PartialDate | null {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (!year || Number(year) < 1900 || Number(year) > 2199) return null;
  if (month && !MONTHS[Number(month) - 1]) return null;
  // A day that is not in its month becomes one of the next.
  if (day && new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day))
    return null;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  return { date, precision: day ? 'day' : month ? 'month' : 'year' };
}

/** As much of the date as is known, for machines: `2025-02`. */
export function formatPartialDate(date: string | null, precision: DatePrecision | null): string | null {
  if (!date || !precision) return null;
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}

/** As much of the date as is known, for people: `February 2025`. Takes what `formatPartialDate` gives. */
export function sayPartialDate(text: string | null | undefined): string {
  if (!text) return '';
  const [year, month, day] = text.split('-');
  const name = month ? MONTHS[Number(month) - 1] : '';
  return [day ? String(Number(day)) : '', name, year].filter(Boolean).join(' ');
}
