import { formatDay, parseDay } from '../day.js';
import { sayKnownDay } from '../reports/say.js';

export { sayKnownDay };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const two = (number: string | number): string => String(number).padStart(2, '0');

/** How people write a day, a month, a quarter or a year, in the United Kingdom: the day comes before the month. */
const WAYS: readonly [RegExp, (parts: string[]) => string][] = [
  [/^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/, ([day, month, year]) => `${year}-${two(month!)}-${two(day!)}`],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i,
    ([day, name, year]) => `${year}-${two(monthOf(name!))}-${two(day!)}`,
  ],
  [/^([a-z]{3,9})\.?[ -](\d{4})$/i, ([name, year]) => `${year}-${two(monthOf(name!))}`],
  [/^(\d{1,2})[/.](\d{4})$/, ([month, year]) => `${year}-${two(month!)}`],
  [/^q([1-4])[ /-](\d{4})$/i, ([quarter, year]) => `${year}-Q${quarter}`],
  [/^(\d{4})[ /-]q([1-4])$/i, ([year, quarter]) => `${year}-Q${quarter}`],
  [/^(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/, ([whole]) => whole!],
];

/** A day as somebody typed it, as `parseDay` reads it; null for what is none. */
export function readTypedDay(text: string): string | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  for (const [way, write] of WAYS) {
    const [, ...parts] = way.exec(typed) ?? [];
    const day = parts.length > 0 ? parseDay(write(parts)) : null;
    if (day) return formatDay(day);
  }
  return null;
}

/** As an entry has it: “2025-Q1” is “January to March 2025”. */
export const saySomeDay = (text: string | null): string => {
  const day = text === null ? null : parseDay(text);
  return day ? sayKnownDay(day) : '';
};
