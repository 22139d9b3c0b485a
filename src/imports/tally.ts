import type { EntityManager } from 'typeorm';
import { RECORD_KINDS, type RecordKind } from './records/check-record.js';
import { rows } from '../platform/postgres/rows.js';

export interface Count {
  created: number;
  updated: number;
  unchanged: number;
}

/** What an import did. */
export interface ImportResult {
  counts: Record<RecordKind, Count>;
  /** What had no record of its own in the bundle and is known by its name alone. */
  named: { partnerships: number; agencies: number; themes: number };
  /** Proposed themes that a theme of the bundle took in. */
  absorbedThemes: number;
}

export type Tally = ImportResult;

export function newTally(): Tally {
  const counts = Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, { created: 0, updated: 0, unchanged: 0 }]),
  ) as Record<RecordKind, Count>;
  return { counts, named: { partnerships: 0, agencies: 0, themes: 0 }, absorbedThemes: 0 };
}

const FIELD = { new: 'created', changed: 'updated', same: 'unchanged' } as const;

/** Counts the matched records of all kinds but document texts, whose pages are compared as they are written. */
export async function countMatched(manager: EntityManager, tally: Tally): Promise<void> {
  const counts = await rows<{ kind: RecordKind; state: keyof typeof FIELD; count: number }>(
    manager,
    `select kind, state, count(*)::int as count from import_record where kind <> 'document-text' group by kind, state`,
  );
  for (const { kind, state, count } of counts) tally.counts[kind][FIELD[state]] = count;
}
