import type { ReadEntry } from '../audit/audit-entries.js';
import type { Json } from '../audit/audited-change.js';
import { formatDay } from './day.js';
import { londonDay } from '../platform/dates/london-day.js';
import type { Deed, Entry, EntryBy } from './entry.js';

/** The kind of subject that entries about items have in the log. */
export const SUBJECT = 'tracked-item';

type Beside = Pick<EntryBy, 'way' | 'behalf'> & { replaces: number | null };

/** A fact as the log keeps it. */
export const toOf = (fact: Deed, beside: Beside): Json => ({ ...fact, ...beside });

/** An entry as the log has kept it. */
export function entryOf({
  number,
  recordedAt,
  actor,
  subjectId,
  from,
  to,
  said,
  effectiveOn,
}: ReadEntry): Entry {
  const { way, behalf, replaces, ...fact } = to as unknown as Deed & Beside;
  return {
    ...{ number, item: subjectId, recordedAt, replaces, fact: fact, from, said },
    effectiveOn: effectiveOn ?? formatDay({ on: londonDay(recordedAt), precision: 'day' }),
    by: { kind: actor.kind, id: actor.id, role: actor.role, behalf, way },
  };
}
