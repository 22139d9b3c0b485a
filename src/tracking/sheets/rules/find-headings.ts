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
const LONGEST_SHARED_HEADING = 30;
const MOST_CELLS_OF_A_TITLE = 2;

/**
 * The first row, or two rows, among the first 30 that hold at least three known headings. What stands above a plan can look like
 * headings too (“Review: Child Q | Owner: …”): it gives way to a row with more of them before the first row of a plan.
 */
export function findHeadings(view: SheetView): FoundHeadings | null {
  let best: FoundHeadings | null = null;
  for (const row of view.rows.filter(({ number }) => number <= LOOK_AT_ROWS)) {
    if (best?.rows.includes(row.number)) continue;
    const [found] = headingsFrom(view, row);
    const known = countKnown(found ?? null);
    if (found && known >= LEAST_KNOWN && known > countKnown(best)) best = found;
    else if (best && isSure(best) && view.own(row).length > MOST_CELLS_OF_A_TITLE) return best;
  }
  return best;
}

const isSure = (found: FoundHeadings): boolean => countKnown(found) >= found.headings.length / 2;

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
  const columns = [...new Set([...above.keys(), ...below.keys()])].sort((a, b) => a - b);
  const headings = columns.map((column) => {
    const lowerText = below.get(column) ?? '';
    const shared = lowerText && !isKnownHeading(lowerText) ? nearestLeft(above, column) : '';
    return joinHeading(column, above.get(column) ?? shared, lowerText);
  });
  return { rows: [upper.number, lower.number], headings };
}

/** All cells of the lower row stand under headings that several columns share, or under none: a row of a plan has others too. */
function sharesHeadings(view: SheetView, upper: GridRow, lower: GridRow): boolean {
  const top = upper.cells.filter(isFilled);
  if (top.length === 1 && !isShortHeading(top[0]!)) return false;
  const bottom = lower.cells.filter(isFilled).map(({ column }) => column);
  return bottom.every((column) => {
    const above = top.find((cell) => cell.column === column);
    const isFirstOfSeveral = !top.some((cell) => cell.column === column + 1) && bottom.includes(column + 1);
    return !above || view.widthOf(above) > 1 || isFirstOfSeveral;
  });
}

const isShortHeading = ({ text }: GridCell): boolean =>
  text.length <= LONGEST_SHARED_HEADING && isKnownHeading(text);

/** “Lead” above “agency”: single words that one heading was broken into. */
const isBroken = (lower: GridRow): boolean =>
  lower.cells.filter(isFilled).every(({ text }) => text.length <= LONGEST_BROKEN_WORD && !/\d/.test(text));

/** Without merges, as in text, what a heading spans shows only in the empty cells beside it. */
const nearestLeft = (above: ReadonlyMap<number, string>, column: number): string =>
  above.get(Math.max(...[...above.keys()].filter((left) => left < column))) ?? '';

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
