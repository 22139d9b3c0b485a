import { columnLetter } from '../grid/addresses.js';
import type { GridCell, GridRow } from '../grid/grid.js';
import { dayOrderOf } from '../dates/written-dates.js';
import type { DateHabits } from '../dates/read-date.js';
import type { SheetDate } from '../dates/sheet-date.js';
import type { ColumnField, PlanMapping } from '../preview.js';
import type { PlanAgencies } from './plan-agencies.js';
import { chooseKinds, type ColumnKind, type KindChoice } from './choose-kinds.js';
import type { FoundHeading } from './find-headings.js';
import type { SheetView } from './sheet-view.js';

export interface PlanColumn {
  column: number;
  letter: string;
  /** As written; “Column K” where nothing is. */
  heading: string;
  kind: ColumnKind;
  hidden: boolean;
  dated: SheetDate | null;
  mixed: boolean;
  habits: DateHabits;
}

/** How a preview names the kind of a column: percentages and what is said of a recommendation are notes. */
export const fieldOf = ({ kind }: Pick<PlanColumn, 'kind'>): ColumnField =>
  kind === 'percent' || kind === 'aboutRecommendation' ? 'note' : kind;

/** So many rows below the headings are looked at to tell what a column holds. */
const SAMPLE_ROWS = 400;

/** Proposes what each column of a table holds, by its heading and the rows below. */
export function proposeColumns(
  view: SheetView,
  headings: readonly FoundHeading[],
  rows: readonly GridRow[],
  given: { agencies: PlanAgencies; mapping: PlanMapping['columns']; from1904: boolean },
): PlanColumn[] {
  const cells = cellsByColumn(view, rows);
  const all = [...headings, ...withoutHeading(headings, cells)].sort((a, b) => a.column - b.column);
  const choices = all.map((heading): KindChoice => ({
    ...heading,
    hidden: view.isHiddenColumn(heading.column),
    texts: (cells.get(heading.column) ?? []).slice(0, SAMPLE_ROWS).map(({ kept }) => kept),
    dates: (cells.get(heading.column) ?? []).slice(0, SAMPLE_ROWS).filter(({ date }) => date).length,
  }));
  const kinds = chooseKinds(choices, given.agencies);
  return choices.map((choice, at) => {
    const letter = columnLetter(choice.column);
    const { column, text, hidden, dated, mixed } = choice;
    const order = dayOrderOf((cells.get(column) ?? []).filter(({ date }) => !date).map((cell) => cell.text));
    const kind = given.mapping?.[letter] ?? asPrivate(kinds[at]!, hidden);
    const habits = { order, from1904: given.from1904 };
    return { column, letter, heading: text || `Column ${letter}`, kind, hidden, dated, mixed, habits };
  });
}

/** A hidden column is kept as a private note (rule 5); without these two there would be no plan. */
const asPrivate = (kind: ColumnKind, hidden: boolean): ColumnKind =>
  hidden && kind !== 'recommendation' && kind !== 'action' ? 'note' : kind;

function cellsByColumn(view: SheetView, rows: readonly GridRow[]): Map<number, GridCell[]> {
  const cells = new Map<number, GridCell[]>();
  for (const row of rows) for (const cell of view.own(row)) pushTo(cells, cell);
  return cells;
}

/** Columns that hold something under no heading. */
const withoutHeading = (
  headings: readonly FoundHeading[],
  cells: ReadonlyMap<number, GridCell[]>,
): FoundHeading[] =>
  [...cells.keys()]
    .filter((column) => !headings.some((heading) => heading.column === column))
    .map((column) => ({ column, text: '', kind: 'note', dated: null, mixed: false }));

function pushTo(cells: Map<number, GridCell[]>, cell: GridCell): void {
  const column = cells.get(cell.column);
  if (column) column.push(cell);
  else cells.set(cell.column, [cell]);
}
