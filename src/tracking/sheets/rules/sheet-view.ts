import type { GridCell, GridMerge, GridRow, GridSheet } from '../grid/grid.js';

/** A cell as it counts for a row. */
export interface SpokenCell extends GridCell {
  /** The cell is merged from above: it stands in an earlier row. */
  inherited: boolean;
}

/** A sheet whose merged cells speak for every row that they cover. */
export class SheetView {
  readonly rows: readonly GridRow[];
  private readonly cells = new Map<string, GridCell>();
  private readonly covering = new Map<string, GridMerge>();
  private readonly widths = new Map<string, number>();

  constructor(private readonly sheet: GridSheet) {
    for (const row of sheet.rows)
      for (const cell of row.cells) this.cells.set(key(row.number, cell.column), cell);
    this.rows = sheet.rows.filter((row) => row.cells.some(isFilled));
    for (const merge of sheet.merges) this.addMerge(merge);
  }

  private addMerge(merge: GridMerge): void {
    this.widths.set(key(merge.top, merge.left), merge.right - merge.left + 1);
    if (merge.bottom === merge.top) return;
    for (const { number } of this.rows) {
      if (number > merge.top && number <= merge.bottom) this.covering.set(key(number, merge.left), merge);
    }
  }

  /** The cell that stands there, if it says anything or is coloured. */
  at(row: number, column: number): SpokenCell | undefined {
    const own = this.cells.get(key(row, column));
    const merge = this.covering.get(key(row, column));
    if (merge && !(own && isFilled(own))) {
      const above = this.cells.get(key(merge.top, merge.left));
      return above && { ...above, inherited: true };
    }
    return own && { ...own, inherited: false };
  }

  /** The cells of a row that say something there. */
  own(row: GridRow): GridCell[] {
    return row.cells.filter(isFilled);
  }

  /** The words of a row, and what is said beside them in comments. */
  wordsOf(row: GridRow): string {
    return row.cells
      .flatMap(({ text, comment }) => [text, comment ? `(${comment})` : ''])
      .filter(Boolean)
      .join(' | ');
  }

  /** How many columns a cell is merged over. */
  widthOf({ row, column }: { row: number; column: number }): number {
    return this.widths.get(key(row, column)) ?? 1;
  }

  isHiddenColumn(column: number): boolean {
    return this.sheet.hiddenColumns.has(column);
  }
}

const key = (row: number, column: number): string => `${row}:${column}`;

export const isFilled = (cell: GridCell): boolean => cell.text !== '' || cell.trouble !== null;
