import { In, type EntityManager } from 'typeorm';
import { columnsOfField, type FieldMap, type Row } from '../platform/bundle/field-map.js';
import type { ImportRun } from '../platform/bundle/import-run.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { updateRows, type Columns } from '../platform/postgres/rows.js';
import { FieldEdit } from './field-edit.entity.js';
import { ProposedChange } from './proposed-change.entity.js';

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

interface EditedField {
  id: string;
  field: string;
  /** What the columns held when a person first changed the field. */
  source: Values;
  current: Values;
}

type Proposed = Pick<ProposedChange, 'kind' | 'recordId' | 'field' | 'value'>;

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
  const found = await manager
    .createQueryBuilder(kind, 't')
    .select('to_jsonb(t)', 'row')
    .where({ id })
    .setLock('pessimistic_write')
    .getRawOne<{ row: Values }>();
  if (!found) throw new LibraryError('not-found', 'There is no such record.');
  const columns: Columns = {};
  const values: Values = {};
  const changed: { field: string; sourceValue: Values }[] = [];
  for (const [field, value] of Object.entries(changes)) {
    const place = fields[field as keyof Fields];
    if (!('columns' in place)) throw new Error(`${field} of a ${kind} is not a field that can be edited`);
    const row = place.row(value as Fields[keyof Fields], changes);
    const sourceValue = pick(found.row, Object.keys(place.columns));
    if (same(row, sourceValue)) continue;
    Object.assign(columns, place.columns);
    Object.assign(values, row);
    changed.push({ field, sourceValue });
  }
  if (changed.length === 0) return [];
  await updateRows(manager, kind, { id: 'uuid', ...columns }, [{ id, ...values }], 'edited_at = now()');
  const edits = changed.map((one) => ({ kind, recordId: id, ...one }));
  await manager.createQueryBuilder().insert().into(FieldEdit).values(edits).orIgnore().execute();
  const names = changed.map(({ field }) => field);
  await manager.delete(ProposedChange, { kind, recordId: id, field: In(names) });
  return names;
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
  const edits = await run.manager.query<EditedField[]>(
    `select e.record_id as id, e.field, e.source_value as source, to_jsonb(t) as current
       from field_edit e join ${kind} t on t.id = e.record_id
      where e.kind = $1 and e.record_id = any($2::uuid[]) and e.field = any($3)`,
    [kind, ids, Object.keys(fields).filter((name) => columnsOfField(fields, name).length > 0)],
  );
  if (edits.length === 0) return given;
  const byId = Map.groupBy(edits, ({ id }) => id);
  const proposed: Proposed[] = [];
  const caughtUp: EditedField[] = [];
  const kept = given.map((row) => {
    const own = byId.get(row.id as string) ?? [];
    return own.reduce<Row>((result, edit) => {
      const names = columnsOfField(fields, edit.field);
      const [said, current] = [pick(row, names), pick(edit.current, names)];
      if (same(said, current)) caughtUp.push(edit);
      else if (!same(said, edit.source))
        proposed.push({ kind, recordId: edit.id, field: edit.field, value: said });
      return { ...result, ...current };
    }, row);
  });
  await propose(run, proposed);
  await forget(run.manager, kind, caughtUp);
  return kept;
}

/** A field that is rows of its own. */
export interface EditedPart {
  /** The table of the records that have them. */
  kind: string;
  field: string;
}

/** Notes that a person has put the rows of such a field, and what they were before the first time. */
export async function noteEditedPart(
  manager: EntityManager,
  { kind, field }: EditedPart,
  recordId: string,
  before: object[],
): Promise<void> {
  const edit = { kind, recordId, field, sourceValue: { [field]: before } };
  await manager.createQueryBuilder().insert().into(FieldEdit).values(edit).orIgnore().execute();
  await manager.delete(ProposedChange, { kind, recordId, field });
}

/** Which of these records have rows that a person has put: an import leaves those as they are. */
export async function editedPart(
  manager: EntityManager,
  { kind, field }: EditedPart,
  ids: string[],
): Promise<Set<string>> {
  const found = await manager.findBy(FieldEdit, { kind, field, recordId: In(ids) });
  return new Set(found.map(({ recordId }) => recordId));
}

/** Keeps what the source would have for rows that a person has put. */
export const proposePart = async (
  run: ImportRun,
  { kind, field }: EditedPart,
  recordId: string,
  rows: object[],
): Promise<void> => await propose(run, [{ kind, recordId, field, value: { [field]: rows } }]);

/** The latest word of the source takes the place of what it said before. */
async function propose(run: ImportRun, proposed: Proposed[]): Promise<void> {
  const bundle = run.files.join(', ');
  const rows = proposed.map((one) => ({ ...one, bundle, proposedAt: () => 'now()' }));
  await run.manager.upsert(ProposedChange, rows, ['kind', 'recordId', 'field']);
  run.notes.proposedChanges += proposed.length;
}

/** The source says by now what a person had put: from here on the field follows it again. */
async function forget(manager: EntityManager, kind: string, edits: EditedField[]): Promise<void> {
  if (edits.length === 0) return;
  const fields = edits.map(({ id, field }) => ({ kind, recordId: id, field }));
  for (const entity of [FieldEdit, ProposedChange]) await manager.delete(entity, fields);
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
