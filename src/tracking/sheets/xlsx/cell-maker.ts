import { textCell, type GridCell } from '../grid/grid.js';
import { textOfRuns, type RichText, type TextRun } from './rich-text.js';
import { dateOfNumber, DAYS_TO_1904, showNumber } from './show-value.js';
import type { CellStyle, StyleBook } from './styles.js';

/** A cell as the file has it. */
export interface RawCell {
  row: number;
  column: number;
  style: string | undefined;
  /** `s` shared text, `n` number, `str` result of a formula, `b` truth, `e` error, `d` date, `inlineStr`. */
  type: string;
  value: string;
  formula: string;
  hasValue: boolean;
  hasFormula: boolean;
  inline?: RichText;
}

/** The address in a formula that makes a link. */
const LINK_FORMULA = /^\s*HYPERLINK\(\s*"([^"]+)"/i;

const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Makes cells as people see them out of cells as the file has them. */
export class CellMaker {
  constructor(
    private readonly texts: readonly TextRun[][],
    private readonly styles: StyleBook,
    private readonly from1904: boolean,
  ) {}

  /** @returns nothing for a cell that holds nothing */
  make(raw: RawCell): GridCell | null {
    const style = this.styles.of(raw.style);
    const cell = this.withText(raw, style);
    if (style.fill && style.fill !== 'FFFFFF') cell.fill = style.fill;
    cell.link = LINK_FORMULA.exec(raw.formula)?.[1] ?? null;
    return cell.text || cell.fill || cell.trouble ? cell : null;
  }

  private withText(raw: RawCell, style: CellStyle): GridCell {
    const { row, column, value } = raw;
    if (raw.hasFormula && !raw.hasValue && !raw.inline) return this.withoutResult(raw);
    if (raw.type === 's') return fromRuns(row, column, this.texts[Number(value)] ?? [], style);
    if (raw.inline) return fromRuns(row, column, raw.inline.runs, style);
    if (raw.type === 'e') return { ...textCell(row, column, value), trouble: 'error-value' };
    if (raw.type === 'n' && value.trim() !== '') return this.fromNumber(raw, Number(value), style);
    if (raw.type === 'd') return this.fromNumber(raw, this.serialOf(value), style);
    const text = raw.type === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : value;
    return fromRuns(row, column, [{ text, struck: false }], style);
  }

  private withoutResult({ row, column, formula }: RawCell): GridCell {
    return { ...textCell(row, column, `=${formula}`), trouble: 'formula-without-result' };
  }

  private fromNumber({ row, column, value }: RawCell, number: number, style: CellStyle): GridCell {
    if (!Number.isFinite(number)) return fromRuns(row, column, [{ text: value, struck: false }], style);
    const text = showNumber(number, style.format, this.from1904);
    const cell = fromRuns(row, column, [{ text, struck: false }], style);
    return { ...cell, date: dateOfNumber(number, style.format, this.from1904) };
  }

  private serialOf(isoDate: string): number {
    const days =
      (Date.parse(`${isoDate.replace(/Z$/, '')}${isoDate.includes('T') ? 'Z' : ''}`) - EPOCH_MS) / 86_400_000;
    return this.from1904 ? days - DAYS_TO_1904 : days;
  }
}

/** A cell with the parts of its text that are struck through kept apart. */
function fromRuns(row: number, column: number, runs: readonly TextRun[], style: CellStyle): GridCell {
  const cell = textCell(row, column, textOfRuns(runs));
  const isStruck = (run: TextRun): boolean => run.struck || style.struck;
  if (!runs.some((run) => isStruck(run) && run.text.trim())) return cell;
  const part = (struck: boolean): string =>
    textCell(row, column, textOfRuns(runs.filter((run) => isStruck(run) === struck))).text;
  return { ...cell, kept: part(false), struck: part(true) };
}
