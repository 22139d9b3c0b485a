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
const LONGEST_BROKEN_WORD = 15;

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

/** The headings that would begin at this row: joined with the next where the two belong together, and of the row alone. */
export function headingsFrom(view: SheetView, row: GridRow): FoundHeadings[] {
  const single = singleRow(view, row);
  const next = view.rows.find(({ number }) => number === row.number + 1);
  if (!next || !isLowerHeading(next)) return [single];
  const joined = twoRows(view, row, next);
  const alone = Math.max(countKnown(single), countKnown(singleRow(view, next)));
  const least = sharesHeadings(view, row, next) ? alone + 1 : isBroken(next) ? alone + 2 : Infinity;
  return countKnown(joined) >= least ? [joined, single] : [single];
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
  for (const [column] of below) if (!above.has(column)) above.set(column, nearestLeft(above, column));
  const columns = [...new Set([...above.keys(), ...below.keys()])].sort((a, b) => a - b);
  const headings = columns.map((column) =>
    joinHeading(column, above.get(column) ?? '', below.get(column) ?? ''),
  );
  return { rows: [upper.number, lower.number], headings };
}

/** All cells of the lower row stand under headings that several columns share, or under none: a row of a plan has others too. */
function sharesHeadings(view: SheetView, upper: GridRow, lower: GridRow): boolean {
  const top = upper.cells.filter(isFilled);
  const bottom = lower.cells.filter(isFilled).map(({ column }) => column);
  return bottom.every((column) => {
    const above = top.find((cell) => cell.column === column);
    const isFirstOfSeveral = !top.some((cell) => cell.column === column + 1) && bottom.includes(column + 1);
    return !above || view.widthOf(above) > 1 || isFirstOfSeveral;
  });
}

/** “Lead” above “agency”: single words that one heading was broken into. */
const isBroken = (lower: GridRow): boolean =>
  lower.cells.filter(isFilled).every(({ text }) => text.length <= LONGEST_BROKEN_WORD && !/\d/.test(text));

/** Without merges, as in text, what a heading spans shows only in the empty cells beside it. */
const nearestLeft = (above: ReadonlyMap<number, string>, column: number): string =>
  [...above].filter(([left]) => left < column).at(-1)?.[1] ?? '';

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
