import { writeCsv } from '../../../platform/text/write-csv.js';
import { formatDay } from '../../day.js';
import { flatten, type Report, type ReportValue } from '../report.js';
import { linesOf } from './lines.js';

const ROWS_AT_ONCE = 500;

/**
 * All that is followed of a report as one table; on which day, in which view and with which last entry stands in each row.
 * A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) begins with an apostrophe:
 * whoever reads it takes away one apostrophe that stands before such a character.
 */
export function* csvOf(report: Report): Iterable<string> {
  const all = flatten(report);
  const said = [report.asOf, report.view, String(report.lastEntry)];
  yield writeCsv([[...(all?.columns.map(({ label }) => label) ?? []), 'Day', 'View', 'Last entry']], true);
  const rows = all?.rows ?? [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    yield writeCsv(rows.slice(at, at + ROWS_AT_ONCE).map((row) => [...row.map(csvCell), ...said]));
}

/** Days as precisely as they are known, for machines: 2025-03, 2024-Q4. */
const csvCell = (value: ReportValue): string =>
  value !== null && typeof value === 'object' && 'precision' in value
    ? formatDay(value)
    : linesOf(value).join('\n');
