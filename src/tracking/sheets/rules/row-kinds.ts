import type { GridCell, GridRow } from '../grid/grid.js';
import type { LeftOutReason } from '../preview.js';
import { FOOTNOTE_WORDS, RECOMMENDATION_ROW, SECTION_WORDS, TOTAL_WORDS } from '../words/row-words.js';
import type { ColumnKind } from './choose-kinds.js';
import type { PlanColumn } from './columns.js';
import { headingKey } from './headings.js';
import { isParentOf, looksLikeNumber, splitNumber } from './numbers.js';
import type { SheetView } from './sheet-view.js';

/** `recommendation`: a row merged over the columns that says of itself that it is one. */
export type RowKind = LeftOutReason | 'data' | 'recommendation';

/** Tells what each row of a table is: rule 5 of docs/spreadsheets.md. */
export class RowSorter {
  private readonly kinds: ReadonlyMap<number, ColumnKind>;
  private readonly lastFull: number;

  constructor(
    private readonly view: SheetView,
    private readonly columns: readonly PlanColumn[],
    private readonly rows: readonly GridRow[],
    /** Another table stands below. */
    isFollowed: boolean,
  ) {
    this.kinds = new Map(columns.map(({ column, kind }) => [column, kind]));
    this.lastFull = isFollowed ? Infinity : (rows.findLast((row) => this.isFull(row))?.number ?? 0);
  }

  kindOf(at: number): RowKind {
    const row = this.rows[at]!;
    const own = this.view.own(row);
    if (own.every(({ struck, kept }) => struck && !kept)) return 'struck-through';
    if (this.repeatsHeadings(own)) return 'repeated-heading';
    if (isTotal(own)) return 'total';
    if (own.length === 1) return this.kindOfSingle(own[0]!, at);
    if (this.isParent(own, at)) return 'section';
    return own.length === 2 && this.isBelowPlan(at) && this.isNoNumber(own[0]!) ? 'footnote' : 'data';
  }

  /** A row of a plan, as opposed to a title or a note that stands by itself. */
  private isFull(row: GridRow): boolean {
    const own = this.view.own(row);
    if (isTotal(own) || own.length < 2) return false;
    const has = (kind: ColumnKind): GridCell | undefined =>
      own.find(({ column }) => this.kinds.get(column) === kind);
    const number = has('number');
    return (
      own.length > 2 ||
      Boolean(has('action')) ||
      Boolean(number && looksLikeNumber(number.text) && has('recommendation'))
    );
  }

  private repeatsHeadings(own: readonly GridCell[]): boolean {
    const same = own.filter(({ column, text }) => {
      const heading = headingKey(this.columns.find((known) => known.column === column)?.heading ?? '');
      const key = headingKey(text);
      return key !== '' && (key === heading || heading.startsWith(`${key} `) || heading.endsWith(` ${key}`));
    });
    return same.length >= 2 && same.length >= own.length / 2;
  }

  private kindOfSingle(cell: GridCell, at: number): RowKind {
    const kind = this.kinds.get(cell.column);
    if (RECOMMENDATION_ROW.test(cell.text) && splitNumber(cell.text).number) return 'recommendation';
    if (FOOTNOTE_WORDS.test(cell.text)) return 'footnote';
    if (this.standsAlone(cell, kind) || (kind === 'recommendation' && this.isTitle(cell, at))) {
      return cell.row < this.lastFull ? 'section' : 'footnote';
    }
    const isPartOfPlan = kind === 'action' || (kind === 'recommendation' && splitNumber(cell.text).number);
    return this.isBelowPlan(at) && !isPartOfPlan ? 'footnote' : 'data';
  }

  private standsAlone(cell: GridCell, kind: ColumnKind | undefined): boolean {
    if (this.view.widthOf(cell) > 1 || this.isNoNumber(cell)) return true;
    const isText = kind === 'recommendation' || kind === 'action' || kind === undefined;
    return isText && SECTION_WORDS.test(cell.text);
  }

  /** Coloured, and the next row has a recommendation of its own. */
  private isTitle(cell: GridCell, at: number): boolean {
    const next = this.rows[at + 1];
    const nextOwn = next && this.view.own(next).find(({ column }) => column === cell.column);
    return Boolean(cell.fill && nextOwn && nextOwn.fill !== cell.fill);
  }

  /** Words where numbers stand. */
  private isNoNumber(cell: GridCell): boolean {
    return this.kinds.get(cell.column) === 'number' && !looksLikeNumber(cell.text);
  }

  /** Nothing of the plan follows, and a row was left empty before it. */
  private isBelowPlan(at: number): boolean {
    const row = this.rows[at]!;
    return row.number > this.lastFull && (this.rows[at - 1]?.number ?? 0) < row.number - 1;
  }

  /** Only a number and a text, and the numbers below are parts of it. */
  private isParent(own: readonly GridCell[], at: number): boolean {
    const [number, text] = own;
    const kind = text && this.kinds.get(text.column);
    if (own.length !== 2 || this.kinds.get(number!.column) !== 'number') return false;
    if (kind !== 'recommendation' && kind !== 'action') return false;
    const below = this.rows[at + 1] ? this.view.own(this.rows[at + 1]!) : [];
    const child = below.find(({ column }) => column === number!.column);
    return Boolean(
      child && isParentOf(number!.text, child.text) && below.some(({ column }) => column === text!.column),
    );
  }
}

function isTotal(own: readonly GridCell[]): boolean {
  const words = own.filter(({ text, trouble }) => !trouble && !/^[\d.,%£\s/]+$/.test(text));
  return words.length === 1 && own.length > 1 && TOTAL_WORDS.test(words[0]!.text);
}
