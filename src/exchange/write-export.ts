import { withOrigin } from '../platform/http/absolute-addresses.js';
import { writeCsv } from '../platform/text/write-csv.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';
import { cellOf, columnsFor } from './export-columns.js';
import type { Snapshot } from './record-exports.js';

/** How a snapshot can be written. */
export const EXPORT_FORMATS = {
  jsonl: { type: 'application/jsonl; charset=utf-8', write: asLines },
  csv: { type: 'text/csv; charset=utf-8; header=present', write: asTable },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** One record a line, and last a line with the cursor: without it, something was cut off. */
async function* asLines(
  { batches, cursor }: Snapshot,
  _: PublicKind,
  origin: string,
): AsyncGenerator<string> {
  for await (const records of batches)
    yield records.map((record) => `${JSON.stringify(withOrigin(record, origin))}\n`).join('');
  yield `${JSON.stringify({ cursor })}\n`;
}

/**
 * A table that spreadsheets open as it is: no cell becomes a formula. Its last row has `cursor` for a kind and the cursor for an
 * id: without it, something was cut off.
 */
async function* asTable(
  { batches, cursor }: Snapshot,
  kind: PublicKind,
  origin: string,
): AsyncGenerator<string> {
  const columns = columnsFor(kind);
  yield writeCsv([columns], true);
  for await (const records of batches)
    yield writeCsv(
      records.map((record) => {
        const full = withOrigin(record, origin);
        return columns.map((column) => cellOf(full, column));
      }),
    );
  yield writeCsv([columns.map((column) => (column === 'kind' ? 'cursor' : column === 'id' ? cursor : ''))]);
}
