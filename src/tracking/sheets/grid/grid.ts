import type { SheetDate } from '../dates/sheet-date.js';

/** One cell that holds something: text, a fill, a comment. Rows and columns count from 1, as people count them. */
export interface GridCell {
  row: number;
  column: number;
  /** All of it as the sheet shows it, white space at the ends gone, lines parted by "\n". */
  text: string;
  /** The part that is not struck through, and the part that is. */
  kept: string;
  struck: string;
  /** A cell that the workbook itself knows as a date. */
  date: SheetDate | null;
  /** The colour behind it, as RRGGBB; null for none. */
  fill: string | null;
  /** Where a link of the cell leads. It is never followed. */
  link: string | null;
  comment: string | null;
  trouble: 'formula-without-result' | 'error-value' | null;
}

export interface GridRow {
  number: number;
  hidden: boolean;
  /** In the order of columns. */
  cells: GridCell[];
}

/** A merged range; its first cell speaks for all of it. */
export interface GridMerge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface GridSheet {
  name: string;
  hidden: boolean;
  rows: GridRow[];
  merges: GridMerge[];
  hiddenColumns: ReadonlySet<number>;
}

/** A file as its cells: the one form that the rules read, wherever it came from. */
export interface Grid {
  sheets: GridSheet[];
  /** Days in this workbook count from 1904. */
  from1904: boolean;
  /** Of text files alone. */
  encoding?: string;
  separator?: string;
}

/** A cell of plain text. */
export function textCell(row: number, column: number, text: string): GridCell {
  const shown = text.replace(/\r\n?/g, '\n').trim();
  return {
    ...{ row, column, text: shown, kept: shown, struck: '' },
    ...{ date: null, fill: null, link: null, comment: null, trouble: null },
  };
}
