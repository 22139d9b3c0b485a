import type { EntityManager } from 'typeorm';
import { columnsOfField, type FieldMap, type Row } from '../platform/bundle/field-map.js';
import type { ImportRun } from '../platform/bundle/import-run.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { rows, updateRows, writeRows, type Columns } from '../platform/postgres/rows.js';

/** A table whose rows come from bundles and may be edited by people, with where the fields of its records go. */
export interface Edited {
  /** Also the table's name. */
  kind: string;
  fields: object;
}

/** Where a record's content comes from. */
export type Origin = 'imported' | 'edited' | 'both';

/** @param record a row of any kind that is imported */
export function originOf(record: { importedHash: string | null; editedAt: Date | null }): Origin {
  if (record.editedAt === null) return 'imported';
  return record.importedHash === null ? 'edited' : 'both';
}

type Values = Row;

interface FieldEdit {
  id: string;
  field: string;
  /** What the columns held when a person first changed the field. */
  source: Values;
  current: Values;
}

/**
 * Changes fields of one record as a person asks. What the field said before is kept, so that an import can tell what a
 * source says anew from what it has always said; a change that was proposed for the field is settled by it.
 * @returns the fields that say something else now
 * @throws LibraryError not-found
 */
export async function editFields<Fields extends object>(
  manager: EntityManager,
  { kind, fields }: { kind: string; fields: FieldMap<Fields> },
  id: string,
  changes: Partial<Fields>,
): Promise<string[]> {
  const [found] = await rows<{ row: Values }>(
    manager,
    `select to_jsonb(t) as row from ${kind} t where id = $1 for update`,
    [id],
  );
  if (!found) throw new LibraryError('not-found', 'There is no such record.');
  const columns: Columns = {};
  const values: Values = {};
  const changed: { field: string; source: Values }[] = [];
  for (const [field, value] of Object.entries(changes)) {
    const place = fields[field as keyof Fields];
    if (!('columns' in place)) throw new Error(`${field} of a ${kind} is not a field that can be edited`);
    const row = place.row(value as Fields[keyof Fields], changes);
    const source = pick(found.row, Object.keys(place.columns));
    if (same(row, source)) continue;
    Object.assign(columns, place.columns);
    Object.assign(values, row);
    changed.push({ field, source });
  }
  if (changed.length === 0) return [];
  await updateRows(manager, kind, { id: 'uuid', ...columns }, [{ id, ...values }], 'edited_at = now()');
  for (const { field, source } of changed) {
    await manager.query(
      `insert into field_edit (kind, record_id, field, source_value) values ($1, $2, $3, $4)
       on conflict (kind, record_id, field) do nothing`,
      [kind, id, field, JSON.stringify(source)],
    );
    await manager.query(`delete from proposed_change where kind = $1 and record_id = $2 and field = $3`, [
      ...[kind, id, field],
    ]);
  }
  return changed.map(({ field }) => field);
}

/**
 * Rows that an import is about to write, with what people have edited left as it is. Where the bundle says something
 * that the source had not said before, that is kept as a proposed change.
 * @param given rows with their `id`, among them perhaps rows that are not there yet
 */
export async function keepEdited<Given extends Row>(
  run: ImportRun,
  { kind, fields }: Edited,
  given: Given[],
): Promise<Row[]> {
  const ids = given.map(({ id }) => id);
  if (ids.length === 0) return given;
  const edits = await rows<FieldEdit>(
    run.manager,
    `select e.record_id as id, e.field, e.source_value as source, to_jsonb(t) as current
       from field_edit e join ${kind} t on t.id = e.record_id
      where e.kind = $1 and e.record_id = any($2::uuid[])`,
    [kind, ids],
  );
  if (edits.length === 0) return given;
  const byId = Map.groupBy(edits, ({ id }) => id);
  const proposed: object[] = [];
  const caughtUp: FieldEdit[] = [];
  const kept = given.map((row) => {
    const own = byId.get(row.id as string) ?? [];
    return own.reduce<Row>((result, edit) => {
      const names = columnsOfField(fields, edit.field);
      const [said, current] = [pick(row, names), pick(edit.current, names)];
      if (same(said, current)) caughtUp.push(edit);
      else if (!same(said, edit.source))
        proposed.push({ kind, record_id: edit.id, field: edit.field, value: said });
      return { ...result, ...current };
    }, row);
  });
  await propose(run, proposed);
  await forget(run.manager, kind, caughtUp);
  return kept;
}

async function propose(run: ImportRun, proposed: object[]): Promise<void> {
  const columns = { kind: 'text', record_id: 'uuid', field: 'text', value: 'jsonb', bundle: 'text' };
  const bundle = run.files.join(', ');
  await run.manager.query(
    `delete from proposed_change p using jsonb_to_recordset($1::jsonb) as g(kind text, record_id uuid, field text)
      where (p.kind, p.record_id, p.field) = (g.kind, g.record_id, g.field)`,
    [JSON.stringify(proposed)],
  );
  await writeRows(
    run.manager,
    'proposed_change',
    columns,
    proposed.map((one) => ({ ...one, bundle })),
  );
  run.notes.proposedChanges += proposed.length;
}

/** The source says by now what a person had put: from here on the field follows it again. */
async function forget(manager: EntityManager, kind: string, edits: FieldEdit[]): Promise<void> {
  for (const { id, field } of edits)
    for (const table of ['field_edit', 'proposed_change'])
      await manager.query(`delete from ${table} where kind = $1 and record_id = $2 and field = $3`, [
        ...[kind, id, field],
      ]);
}

const pick = (row: Row, names: string[]): Values =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with the names in one order: PostgreSQL keeps another one than bundles. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
