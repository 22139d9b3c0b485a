import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV (RFC 4180) that spreadsheets open as it is: no cell becomes a formula, and none ends its row, whatever lines it has.
 * @param isFirst whether a byte-order mark stands before them, as Excel wants it
 */
export const writeCsv = (rows: readonly (readonly string[])[], isFirst = false): string =>
  stringify(rows as string[][], {
    ...{ escape_formulas: true, bom: isFirst, record_delimiter: 'windows' },
    // Else what ends a row is quoted where it is written as between rows, and no other.
    quote_record_delimiter: true,
  });
