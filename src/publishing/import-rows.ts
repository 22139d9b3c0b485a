import { columnsOf, rowOf, type FieldMap, type Row } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { updateRows, writeRows } from '../platform/postgres/rows.js';
import { keepEdited } from './edits.js';

/**
 * Writes what a bundle says of records of one table that have a publisher: new ones with an address, known ones in place,
 * which keep their id, address and publication state, and what people have edited.
 * @param kind also the table's name
 * @param slugOf claims the address of a new record
 */
export async function importRows<Fields extends object>(
  run: ImportRun,
  { kind, fields }: { kind: string; fields: FieldMap<Fields> },
  batch: Staged<Fields>[],
  slugOf: (record: Staged<Fields>) => string,
): Promise<void> {
  const columns = { id: 'uuid', publisher_id: 'uuid', ...columnsOf(fields), imported_hash: 'text' };
  const row = (record: Staged<Fields>): Row => ({
    ...{ ...rowOf(fields, record.fields), id: record.targetId },
    ...{ publisher_id: record.publisherId, imported_hash: record.hash },
  });
  const created = batch.filter(({ state }) => state === 'new');
  const changed = batch.filter(({ state }) => state === 'changed');
  const made = created.map((record) => ({ ...row(record), slug: slugOf(record) }));
  await writeRows(run.manager, kind, { ...columns, slug: 'text' }, made);
  const kept = await keepEdited(run, { kind, fields }, changed.map(row));
  await updateRows(run.manager, kind, columns, kept, 'updated_at = now()');
}
