import type { GridCell, GridRow } from '../grid/grid.js';
import { isKnownHeading, readHeading, type HeadingMeaning } from './headings.js';
import { isFilled, type SheetView } from './sheet-view.js';

/** The heading of one column. */
export interface FoundHeading extends HeadingMeaning {
  column: number;
  /** As written; two rows joined by a space. */
  text: string;
}

export interface FoundHeadings {
  /** The numbers of the rows, one or two. */
  rows: number[];
  headings: FoundHeading[];
}

/** Rule 2 of docs/spreadsheets.md. */
const LOOK_AT_ROWS = 30;
const LEAST_KNOWN = 3;
const LONGEST_LOWER_HEADING = 60;

/**
 * The first row, or two rows, among the first 30 that hold at least three known headings. A row that has more cells which are none,
 * as “Review: | Child Q | Lead agency: | …” above a plan, gives way to one that has more headings.
 */
export function findHeadings(view: SheetView): FoundHeadings | null {
  const candidates = view.rows
    .filter(({ number }) => number <= LOOK_AT_ROWS)
    .flatMap((row) => headingsFrom(view, row))
    .filter((found) => countKnown(found) >= LEAST_KNOWN);
  const sure = candidates.find((found) => countKnown(found) >= found.headings.length / 2);
  return sure ?? candidates.toSorted((a, b) => countKnown(b) - countKnown(a))[0] ?? null;
}

/** The headings that would begin at this row: of the row alone, and joined with the next. */
export function headingsFrom(view: SheetView, row: GridRow): FoundHeadings[] {
  const single = singleRow(view, row);
  const next = view.rows.find(({ number }) => number === row.number + 1);
  const joined = next && isLowerHeading(next) ? twoRows(view, row, next) : null;
  const alone = next ? Math.max(countKnown(single), countKnown(singleRow(view, next))) : 0;
  return joined && countKnown(joined) > alone ? [joined, single] : [single];
}

/** A heading that is merged over several columns is one heading. */
const countKnown = (found: FoundHeadings | null): number =>
  new Set(found?.headings.map(({ text }) => text).filter(isKnownHeading)).size;

function singleRow(view: SheetView, row: GridRow): FoundHeadings {
  return { rows: [row.number], headings: spread(view, row).map(([column, text]) => toHeading(column, text)) };
}

/** Under a heading that is merged over several columns, each of them has it. */
function spread(view: SheetView, row: GridRow): [column: number, text: string][] {
  const own = row.cells.filter(isFilled);
  return own.flatMap((cell, at) => {
    const next = own[at + 1]?.column ?? Infinity;
    const width = Math.min(view.widthOf(cell), next - cell.column, 50);
    return Array.from({ length: looksLikeHeading(cell) ? width : 1 }, (_, step): [number, string] => [
      cell.column + step,
      cell.text,
    ]);
  });
}

function twoRows(view: SheetView, upper: GridRow, lower: GridRow): FoundHeadings {
  const above = new Map(spread(view, upper));
  const below = new Map(spread(view, lower));
  const columns = [...new Set([...above.keys(), ...below.keys()])].sort((a, b) => a - b);
  const headings = columns.map((column) =>
    joinHeading(column, above.get(column) ?? '', below.get(column) ?? ''),
  );
  return { rows: [upper.number, lower.number], headings };
}

/** “Timescale” over “Revised” is read together; “Action plan” over “Lead” by what stands below. */
function joinHeading(column: number, above: string, below: string): FoundHeading {
  const joined = toHeading(column, `${above} ${below}`.trim());
  if (!below || joined.kind === 'originalDue' || joined.kind === 'revisedDue') return joined;
  const lower = readHeading(below);
  return lower.kind === 'note' ? joined : { ...joined, ...lower };
}

const toHeading = (column: number, text: string): FoundHeading => ({ column, text, ...readHeading(text) });

const looksLikeHeading = (cell: GridCell): boolean =>
  !cell.date && cell.text.length <= LONGEST_LOWER_HEADING && !/^[\d.,%\s]+$/.test(cell.text);

/** A second row of headings, as opposed to a section that is merged over all columns. */
function isLowerHeading(row: GridRow): boolean {
  const own = row.cells.filter(isFilled);
  return own.length > 1 && own.every(looksLikeHeading);
}
