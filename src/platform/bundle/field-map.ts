import { parsePartialDate } from '../dates/partial-date.js';
import type { Columns } from '../postgres/rows.js';

/** Values of columns, as `writeRows` takes them. */
export type Row = Record<string, unknown>;

/** Columns of the record's own row, and what a value puts into them. */
export interface ColumnPlace<Value> {
  columns: Columns;
  /** @param record all that the record says, where a column hangs on more than this field */
  row(value: Value, record: object): Row;
}

/**
 * Where one field of a bundle's record goes: to columns of the record's own row; to other rows, which have fields of
 * their own or are told in words; or nowhere, for it only says which record is meant.
 */
export type FieldPlace<Value> =
  ColumnPlace<Value> | { parts: object } | { links: string } | { identifies: string };

/**
 * Where every field of a record goes. A field that the record's class reads and that stands here under no name does not
 * compile, so that none is read and then forgotten.
 */
export type FieldMap<Fields> = { [Name in keyof Fields]-?: FieldPlace<Fields[Name]> };

/** A field with one column. Left out, the column is empty. */
export const column = (name: string, type = 'text'): ColumnPlace<unknown> => ({
  columns: { [name]: type },
  row: (value) => ({ [name]: value ?? null }),
});

/** A field that is `true` or not said. */
export const flag = (name: string): ColumnPlace<boolean | undefined> => ({
  columns: { [name]: 'boolean' },
  row: (value) => ({ [name]: value ?? false }),
});

/** A date of which perhaps only the year or the month is known, as `NAME_on` and `NAME_precision`. */
export const partialDateColumns = (
  name: string,
): ColumnPlace<string | undefined> & { row(value: string | undefined): Row } => ({
  columns: { [`${name}_on`]: 'date', [`${name}_precision`]: 'text' },
  row: (value) => {
    const parsed = value === undefined ? null : parsePartialDate(value);
    return { [`${name}_on`]: parsed?.date ?? null, [`${name}_precision`]: parsed?.precision ?? null };
  },
});

/** A field whose value is a list of records that are rows of their own. */
export const parts = <Part>(fields: FieldMap<Part>): FieldPlace<unknown> => ({
  parts: fields,
});

/** A field that becomes links to other records, or rows that have no fields: which, in words. */
export const links = (to: string): FieldPlace<unknown> => ({ links: to });

/** A field that says which record is meant; `by` is how. */
export const identifies = (by: string): FieldPlace<unknown> => ({ identifies: by });

const placesOf = (map: object): [string, FieldPlace<unknown>][] =>
  Object.entries(map as Record<string, FieldPlace<unknown>>);

/** The columns that the fields of a record fill. */
export function columnsOf<Fields>(map: FieldMap<Fields>): Columns {
  return Object.assign(
    {},
    ...placesOf(map).map(([, place]) => ('columns' in place ? place.columns : {})),
  ) as Columns;
}

/** What a record's fields put into its columns. */
export function rowOf<Fields extends object>(map: FieldMap<Fields>, fields: Fields): Row {
  const values = fields as Record<string, unknown>;
  return Object.assign(
    {},
    ...placesOf(map).map(([name, place]) => ('row' in place ? place.row(values[name], fields) : {})),
  ) as Row;
}

/** The columns of one field. */
export const columnsOfField = (map: object, name: string): string[] => {
  const place = (map as Record<string, FieldPlace<unknown>>)[name];
  return place && 'columns' in place ? Object.keys(place.columns) : [];
};

/**
 * What a map says, as text. It is part of every record's fingerprint: once a writer has learnt to write a field, or
 * writes it elsewhere, records that it wrote before count as changed and are taken up anew.
 */
export function signature(map: object): string {
  return placesOf(map)
    .map(([name, place]) => {
      if ('columns' in place) return `${name}:${JSON.stringify(place.columns)}`;
      if ('identifies' in place) return `${name}=${place.identifies}`;
      return 'links' in place ? `${name}>${place.links}` : `${name}>(${signature(place.parts)})`;
    })
    .join(';');
}
