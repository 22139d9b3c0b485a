import { localTime } from './local-time.js';

const HOUR_MS = 3_600_000;

/** The day of the calendar in the United Kingdom at an instant, YYYY-MM-DD. */
export const londonDay = (instant: Date): string => localTime(instant).slice(0, 10);

/**
 * The first instant after a day in the United Kingdom: what was before it was on that day or earlier.
 * @param day YYYY-MM-DD
 */
export function endOfLondonDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + 1);
  const inSummer = new Date(midnight.getTime() - HOUR_MS);
  // Clocks change at one in the morning by Greenwich: every day has one midnight.
  return londonDay(inSummer) > day ? inSummer : midnight;
}
