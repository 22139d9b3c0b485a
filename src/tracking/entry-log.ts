import type { ReadEntry, ReadFact } from '../audit/audit-entries.js';
import type { Json } from '../audit/audited-change.js';
import { londonDay } from '../platform/dates/london-day.js';
import type { Deed, Entry, EntryBy, FoldedEntry } from './entry.js';

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
    effectiveOn: effectiveOn ?? londonDay(recordedAt),
    by: { kind: actor.kind, id: actor.id, role: actor.role, behalf, way },
  };
}

const foldedOf = (item: string, { number, recordedAt, to, effectiveOn }: ReadFact): FoldedEntry => ({
  ...{ number, item, recordedAt, effectiveOn: effectiveOn ?? londonDay(recordedAt) },
  fact: to as unknown as Deed,
});

/** What the fold needs of entries, by item, as the log has kept them. */
export const foldedEntries = (facts: ReadonlyMap<string, readonly ReadFact[]>): Map<string, FoldedEntry[]> =>
  new Map([...facts].map(([item, own]) => [item, own.map((fact) => foldedOf(item, fact))]));
