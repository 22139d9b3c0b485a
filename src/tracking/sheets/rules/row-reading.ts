import type { GridRow } from '../grid/grid.js';
import { GARBLED } from '../words/row-words.js';
import type { ColumnKind } from './choose-kinds.js';
import type { PlanColumn } from './columns.js';
import type { QuestionList } from './question-list.js';
import type { SheetView, SpokenCell } from './sheet-view.js';

/** A cell of a row with the column that says what it is. */
export interface RowEntry {
  column: PlanColumn;
  cell: SpokenCell;
  /** Its words without what is struck through. A recommendation or an action whose words are all struck through keeps them. */
  text: string;
}

/** The cells of one row of a plan by what their columns hold. Those that hold no value to read have been asked about. */
export class RowReading {
  readonly entries: readonly RowEntry[];

  constructor(
    private readonly view: SheetView,
    private readonly row: GridRow,
    private readonly columns: readonly PlanColumn[],
    questions: QuestionList,
    /** Leaves out what is merged from above. */
    ownOnly = false,
  ) {
    this.entries = columns.flatMap((column): RowEntry[] => {
      const cell = view.at(row.number, column.column);
      if (!cell || (ownOnly && cell.inherited)) return [];
      return [
        { column, cell, text: isReadable(cell, questions) ? textOf(column, cell) : unreadable(column, cell) },
      ];
    });
  }

  get number(): number {
    return this.row.number;
  }

  /** Cells of a kind that say something. */
  all(kind: ColumnKind): RowEntry[] {
    return this.entries.filter(({ column, text }) => column.kind === kind && text);
  }

  first(kind: ColumnKind): RowEntry | undefined {
    return this.all(kind)[0];
  }

  /** The cell of a kind, even if only its colour says something. */
  coloured(kind: ColumnKind): RowEntry | undefined {
    return this.entries.find(({ column }) => column.kind === kind);
  }

  /** Cells that stand in this very row, with or without words. */
  get ownEntries(): RowEntry[] {
    return this.entries.filter(({ cell }) => !cell.inherited);
  }

  without(...kinds: ColumnKind[]): RowEntry[] {
    return this.entries.filter(({ column, text }) => text && !kinds.includes(column.kind));
  }

  /** Whether two columns stand side by side, hidden ones aside. */
  areNeighbours(one: PlanColumn, other: PlanColumn): boolean {
    const shown = this.columns.filter(({ hidden }) => !hidden);
    return Math.abs(shown.indexOf(one) - shown.indexOf(other)) === 1;
  }

  /** Whether the action of this row is merged from the row above. */
  get inheritsAction(): boolean {
    return Boolean(this.first('action')?.cell.inherited);
  }

  /** Whether the row itself says who, by when or how far: a promise of its own. */
  get startsPromise(): boolean {
    return this.ownEntries.some(({ column, text, cell }) =>
      column.kind === 'rag' ? text || cell.fill : text && OF_A_PROMISE.includes(column.kind),
    );
  }

  get firstOwnPlace(): { row: number; column: number } {
    return this.view.own(this.row)[0] ?? { row: this.row.number, column: 1 };
  }
}

const OF_A_PROMISE: readonly ColumnKind[] = ['agency', 'due', 'originalDue', 'status', 'completed'];

const KEEPS_WORDS: readonly ColumnKind[] = ['recommendation', 'action', 'number'];

/** What holds no value says nothing; but without its words there would be no action to hold what else the row says. */
const unreadable = ({ kind }: PlanColumn, { text }: SpokenCell): string =>
  KEEPS_WORDS.includes(kind) ? text : '';

const textOf = ({ kind }: PlanColumn, { kept, text }: SpokenCell): string =>
  kept || (KEEPS_WORDS.includes(kind) ? text : '');

/** Asks about cells that hold no value, and about letters that were read in the wrong alphabet (rule 14 of docs/spreadsheets.md). */
function isReadable(cell: SpokenCell, questions: QuestionList): boolean {
  if (cell.trouble) questions.ask(cell.trouble, cell, cell.text, null);
  else if (GARBLED.test(cell.text)) questions.ask('looks-garbled', cell, cell.text, mended(cell.text));
  return !cell.trouble;
}

/** What the words were before UTF-8 was taken for Windows-1252, if that is what happened. */
function mended(text: string): string | null {
  const bytes = Buffer.from(
    [...text].map((letter) => WINDOWS_1252.get(letter) ?? letter.charCodeAt(0) & 0xff),
  );
  const read = bytes.toString('utf8');
  return read.includes('\uFFFD') ? null : read;
}

/** The byte of each letter of Windows-1252 that is not its place in Unicode. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, at): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)),
    0x80 + at,
  ]),
);
