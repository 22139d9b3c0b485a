import { invalidField } from '../platform/http/errors/library-error.js';
import { endOfLondonDay } from '../platform/dates/london-day.js';
import { parsePartialDate } from '../platform/dates/partial-date.js';
import type { View } from './fold.js';

/** The day from which everything is looked at, and how. */
export interface TrackingMoment {
  asOf: string;
  view: 'shown' | 'known';
  /** Null for the present, which is kept worked out. */
  past: View | null;
  /** Texts of recommendations are those of before this instant; null for the present. */
  before: Date | null;
}

/**
 * @param asOf YYYY-MM-DD; today, where it is left out
 * @throws LibraryError invalid-request for what is no day, or a day to come
 */
export function momentOf(
  { asOf, view = 'shown' }: { asOf?: string; view?: 'shown' | 'known' },
  today: string,
): TrackingMoment {
  if (!asOf || (asOf === today && view === 'shown')) return { asOf: today, view, past: null, before: null };
  if (parsePartialDate(asOf)?.precision !== 'day') throw invalidField('asOf', 'Write the day as 2025-03-31');
  if (asOf > today) throw invalidField('asOf', 'That day is still to come');
  const before = endOfLondonDay(asOf);
  return { asOf, view, past: view === 'shown' ? { view, before } : { view, on: asOf }, before };
}
