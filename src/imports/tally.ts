import type { EntityManager } from 'typeorm';
import { PART_KINDS, type Count, type ImportNotes, type PartKind } from '../platform/bundle/import-run.js';
import type { ChangedTexts } from '../recommendations/changed-texts.js';
import { RECORD_KINDS, type RecordKind } from './kinds.js';

/** What an import did. */
export interface ImportResult extends ImportNotes {
  counts: Record<RecordKind, Count>;
  /** What became of recommendations that partnerships follow: among those that `parts` counts. */
  followed: ChangedTexts;
  /** Codes of readings that a person chose and nothing asked for. */
  unusedCodes: string[];
}

export function newTally(): ImportResult {
  const counts = RECORD_KINDS.map((kind) => [kind, { created: 0, updated: 0, unchanged: 0 }]);
  const parts = PART_KINDS.map((kind) => [kind, { reworded: 0, left: 0, returned: 0 }]);
  return {
    counts: Object.fromEntries(counts) as ImportResult['counts'],
    parts: Object.fromEntries(parts) as Record<PartKind, ImportNotes['parts'][PartKind]>,
    ...{ named: { partnerships: 0, agencies: 0, themes: 0 }, absorbedThemes: 0, proposedChanges: 0 },
    ...{ followed: { reworded: 0, renumbered: 0, left: 0 }, unusedCodes: [] },
  };
}

const FIELD = { new: 'created', changed: 'updated', same: 'unchanged' } as const;

/** Counts the matched records of all kinds but document texts, whose pages are compared as they are written. */
export async function countMatched(manager: EntityManager, tally: ImportResult): Promise<void> {
  const counts = await manager.query<{ kind: RecordKind; state: keyof typeof FIELD; count: number }[]>(
    `select kind, state, count(*)::int as count from import_record where kind <> 'document-text' group by kind, state`,
  );
  for (const { kind, state, count } of counts) tally.counts[kind][FIELD[state]] = count;
}
