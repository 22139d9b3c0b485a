import { readCellAddress, readRange } from '../grid/addresses.js';
import type { GridCell, GridMerge, GridRow } from '../grid/grid.js';
import type { ReadingBudget } from './budget.js';
import { CellMaker, type RawCell } from './cell-maker.js';
import { isOn, relationshipOf, type XmlAttributes, type XmlListener } from './read-xml.js';
import { RichText } from './rich-text.js';

export interface SheetLink {
  /** The name of the relationship that holds the address. */
  relationship: string;
  range: GridMerge;
}

/** Hears a worksheet: rows, cells, merges, links and what is hidden. */
export class WorksheetListener implements XmlListener {
  readonly rows: GridRow[] = [];
  readonly merges: GridMerge[] = [];
  readonly links: SheetLink[] = [];
  readonly hiddenColumns = new Set<number>();
  private row: GridRow = { number: 0, hidden: false, cells: [] };
  private column = 0;
  private cell: RawCell | undefined;
  private hears: 'value' | 'formula' | undefined;

  constructor(
    private readonly maker: CellMaker,
    private readonly budget: ReadingBudget,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.cell) return this.openInCell(this.cell, name, attributes);
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'col') this.addColumns(attributes);
    else if (name === 'mergeCell') this.addMerge(attributes);
    else if (name === 'hyperlink') this.addLink(attributes);
  }

  text(piece: string): void {
    if (!this.cell) return;
    if (this.hears) this.cell[this.hears] += piece;
    else this.cell.inline?.text(piece);
  }

  close(name: string): void {
    if (!this.cell) return;
    if (name === 'c') return this.closeCell(this.cell);
    if (name === 'v' || name === 'f') this.hears = undefined;
    else this.cell.inline?.close(name);
  }

  private openRow({ r, hidden, ht, customHeight }: XmlAttributes): void {
    this.budget.spend('rows');
    const flat = Number(ht ?? 1) === 0 && isOn(customHeight);
    this.row = { number: Number(r ?? this.row.number + 1), hidden: isOn(hidden) || flat, cells: [] };
    this.column = 0;
  }

  private openCell({ r, s, t }: XmlAttributes): void {
    this.budget.spend('cells');
    const at = readCellAddress(r ?? '');
    this.column = at?.column ?? this.column + 1;
    const position = { row: this.row.number, column: this.column };
    this.cell = {
      ...position,
      style: s,
      type: t ?? 'n',
      value: '',
      formula: '',
      hasValue: false,
      hasFormula: false,
    };
  }

  private openInCell(cell: RawCell, name: string, attributes: XmlAttributes): void {
    if (name === 'v') cell.hasValue = true;
    if (name === 'f') cell.hasFormula = true;
    if (name === 'v' || name === 'f') this.hears = name === 'v' ? 'value' : 'formula';
    else if (name === 'is') cell.inline = new RichText();
    else cell.inline?.open(name, attributes);
  }

  private closeCell(raw: RawCell): void {
    this.cell = undefined;
    const cell = this.maker.make(raw);
    if (!cell) return;
    if (!this.row.cells.length) this.rows.push(this.row);
    this.row.cells.push(cell);
  }

  private addColumns({ min, max, hidden, width }: XmlAttributes): void {
    if (!isOn(hidden) && Number(width ?? 1) !== 0) return;
    for (let column = Number(min); column <= Math.min(Number(max), 16_384); column++)
      this.hiddenColumns.add(column);
  }

  private addMerge({ ref }: XmlAttributes): void {
    this.budget.spend('merges');
    const range = readRange(ref ?? '');
    if (range) this.merges.push(range);
  }

  private addLink(attributes: XmlAttributes): void {
    const relationship = relationshipOf(attributes);
    const range = readRange(attributes.ref ?? '');
    if (relationship && range) this.links.push({ relationship, range });
  }
}

/** The cells of rows by their address, so that links and comments find theirs. A cell that holds nothing else is made. */
export class CellFinder {
  private readonly rows: Map<number, GridRow>;

  constructor(private readonly sheet: { rows: GridRow[] }) {
    this.rows = new Map(sheet.rows.map((row) => [row.number, row]));
  }

  find(row: number, column: number): GridCell | undefined {
    return this.rows.get(row)?.cells.find((cell) => cell.column === column);
  }

  add(cell: GridCell): void {
    const row = this.rows.get(cell.row) ?? this.addRow(cell.row);
    row.cells.push(cell);
    row.cells.sort((a, b) => a.column - b.column);
  }

  private addRow(number: number): GridRow {
    const row: GridRow = { number, hidden: false, cells: [] };
    this.rows.set(number, row);
    this.sheet.rows.push(row);
    this.sheet.rows.sort((a, b) => a.number - b.number);
    return row;
  }
}
