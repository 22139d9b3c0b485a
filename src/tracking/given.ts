import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { formatDay, lastDay, parseDay, type DayPrecision, type KnownDay } from './day.js';

/** A day as callers give it: any of its days, and how exactly it is known. */
export interface GivenDay {
  on: string;
  precision?: DayPrecision;
}

/**
 * The day when something happened.
 * @param on as `parseDay` reads it; today, where it is left out
 * @throws LibraryError invalid-request; effective-in-future where its last day is after today
 */
export function effectiveOn(on: string | null | undefined, today: string): string {
  if (on === undefined || on === null || on === '') return today;
  const day = parseDay(on);
  if (!day) throw invalidField('on', 'Write the day as 2025-03-31, 2025-03, 2025-Q1 or 2025');
  if (day.on > today)
    throw new LibraryError(
      'effective-in-future',
      'The day when it happened cannot be after today. Of a month, a quarter or a year its last day counts.',
      [{ field: 'on', message: 'Give a day that is not after today' }],
    );
  return formatDay(day);
}

/** A day that is promised. @throws LibraryError invalid-request, naming the field */
export function promisedDay({ on, precision }: GivenDay, field = 'due'): KnownDay {
  const day = parseDay(on);
  if (!day) throw invalidField(field, 'Write the date as 2025-03-31, 2025-03, 2025-Q1 or 2025');
  return precision ? lastDay(day.on, precision) : day;
}

/** @throws LibraryError reason-required where there are no words */
export function requireReason(reason: string | null | undefined, what: string): string {
  const text = reason?.trim();
  if (!text)
    throw new LibraryError('reason-required', `Say why: ${what}`, [{ field: 'reason', message: 'Say why' }]);
  return text;
}
