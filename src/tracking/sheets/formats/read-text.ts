import { parse } from 'csv-parse/sync';
import { textCell, type Grid, type GridRow } from '../grid/grid.js';
import { countKnownHeadings } from '../rules/headings.js';
import { SHEET_LIMITS } from '../limits.js';
import { SheetRefused } from '../refusal.js';
import { decodeText } from './decode-text.js';

const SEPARATORS = [',', ';', '\t', '|'];

/** How many records are looked at to find out what parts the cells. */
const SAMPLE = 40;

/** Excel takes a first line such as `sep=;` as its own. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** Reads comma-, semicolon- or tab-separated text. A row is a record: line breaks in a cell count no rows. */
export function readText(bytes: Buffer, fileName: string): Grid {
  const { text, encoding } = decodeText(bytes);
  const [line, named] = SEPARATOR_LINE.exec(text) ?? [''];
  const separator = named ?? separatorOf(text);
  const records = recordsOf(text.slice(line.length), separator);
  if (records.length > SHEET_LIMITS.rows) throw new SheetRefused('too-large');
  const first = line ? 2 : 1;
  const rows = records.map((record, at): GridRow => rowOf(record, at + first));
  const sheet = { name: fileName, hidden: false, rows, merges: [], hiddenColumns: new Set<number>() };
  return { sheets: [sheet], from1904: false, encoding, separator };
}

function rowOf(record: readonly string[], number: number): GridRow {
  const cells = record.map((text, at) => textCell(number, at + 1, text)).filter(({ text }) => text);
  return { number, hidden: false, cells };
}

function recordsOf(text: string, delimiter: string, to?: number): string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
  try {
    return parse(text, { ...options, ...(to ? { to } : {}) });
  } catch {
    return withoutQuoting(text, delimiter, to);
  }
}

/** A quotation mark that is never closed is a sign like others: lines and separators alone part the cells. */
const withoutQuoting = (text: string, delimiter: string, to?: number): string[][] =>
  text.split(/\r\n|\r|\n/, to).map((line) => line.split(delimiter));

/** The separator under which the text has most known headings; else the one that parts its rows most evenly. */
function separatorOf(text: string): string {
  const scored = SEPARATORS.map((separator) => {
    const records = recordsOf(text, separator, SAMPLE);
    const known = Math.max(0, ...records.map(countKnownHeadings));
    return { separator, score: known * 1000 + evenness(records) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

/** The number of cells that most rows have, when it is more than one. */
function evenness(records: readonly string[][]): number {
  const widths = records.map(({ length }) => length).filter((width) => width > 1);
  return widths.length ? widths.reduce((sum, width) => sum + width, 0) / records.length : 0;
}
