import { PUBLIC } from './audience.js';
import type { PublicKind } from './changes/public-kinds.js';
import type { LibraryRecord } from './record.model.js';
import { inUtc } from '../platform/dates/in-utc.sql.js';

/** One record of a query; but for its kind, everything is SQL. */
export interface RecordInSql {
  kind: PublicKind;
  id: string;
  slug: string;
  /** Path of its page. */
  url: string;
  /** Path under `/api/v1`. */
  api: string;
  rights: string;
  attribution: string;
  /** When it changed, where the list of what is public has no entry of it: of an embargo that ends by the clock, the end. */
  otherwise?: string;
}

/** What every record has, as SQL by name. Addresses are paths: `withOrigin` makes them full. */
export const recordFields = (record: RecordInSql): Record<keyof LibraryRecord, string> => ({
  id: record.id,
  kind: `'${record.kind}'`,
  slug: record.slug,
  url: record.url,
  webUrl: record.url,
  apiUrl: `'/api/v1' || ${record.api}`,
  updatedAt: inUtc(
    `coalesce(${[updatedAt(record.kind, record.id), record.otherwise ?? [], 'to_timestamp(0)'].flat().join(', ')})`,
  ),
  rights: record.rights,
  attribution: record.attribution,
});

/** When what the public sees of a record changed last; null where nothing of it was ever seen. */
export const updatedAt = (kind: PublicKind, id: string): string =>
  `(select listed.updated_at from ${PUBLIC.record} listed where listed.kind = '${kind}' and listed.record_id = ${id})`;

/** For a list of columns. */
export const asColumns = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');

/** As one JSON object. */
export const asJsonObject = (fields: Record<string, string>): string =>
  `json_build_object(${Object.entries(fields)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/**
 * Whose something is that a record leads to.
 * @param what “report”
 * @param publisher SQL: the name of the publisher, which may be null
 */
export const rightsOf = (what: string, publisher: string): string =>
  `'Copyright of the ${what} stays with ' || coalesce('its publisher, ' || ${publisher}, 'its publisher') || '.'`;

export const SUMMARISED = 'Summarised by this library from its sources; not checked by its publisher.';

/**
 * What to name where a record is shown, all of it SQL: publisher and title, and whether this library wrote what is said.
 * @param part “Learning point from ”, with a space at its end
 */
export const attributionOf = (
  { publisher, title, summarised }: { publisher: string; title: string; summarised: string },
  part = `''`,
): string =>
  `${part} || coalesce(${publisher} || ', ', '') || '“' || ${title} || '”.' || case when ${summarised}
    then ' ${SUMMARISED}' else '' end`;
