import { cutAtWord } from '../../../platform/text/text.js';
import { cellAddress, columnLetter } from '../grid/addresses.js';
import type { GridRow, GridSheet } from '../grid/grid.js';
import type {
  LeftOutRow,
  PlanMapping,
  PlanNote,
  PlanQuestion,
  SheetLeftOutReason,
  SheetSummary,
} from '../preview.js';
import { isKeySheet } from './colour-key.js';
import { fieldOf, proposeColumns, type PlanColumn } from './columns.js';
import { findHeadings, headingsFrom, type FoundHeadings } from './find-headings.js';
import { isKnownHeading } from './headings.js';
import { QuestionList } from './question-list.js';
import type { ReadingContext } from './reading-context.js';
import { PlanRecommendations } from './plan-recommendations.js';
import { SheetView } from './sheet-view.js';
import { TableReader } from './table-reader.js';

/** A sheet that holds a plan, its headings found. */
export interface PlanSheet {
  sheet: GridSheet;
  view: SheetView;
  found: FoundHeadings;
}

export interface ReadSheet {
  summary: SheetSummary;
  list: PlanRecommendations;
  leftOut: LeftOutRow[];
  questions: PlanQuestion[];
}

/** Rule 2 of docs/spreadsheets.md: the headings of a sheet that is read, or why it is left out. */
export function openSheet(sheet: GridSheet, mapping: PlanMapping['columns']): PlanSheet | SheetLeftOutReason {
  if (sheet.hidden) return 'hidden';
  const view = new SheetView(sheet);
  const found = findHeadings(view) ?? (mapping ? headingsByMapping(view) : null);
  if (found) return { sheet, view, found };
  if (isKeySheet(sheet)) return 'key';
  return view.rows.length ? 'no-headings' : 'empty';
}

/** Where people have said what the columns hold, the first row with several cells has the headings. */
function headingsByMapping(view: SheetView): FoundHeadings | null {
  const row = view.rows.find((candidate) => view.own(candidate).length >= 2);
  return row ? (headingsFrom(view, row).at(-1) ?? null) : null;
}

/** The cells above the headings, each row as one text. */
export const titlesOf = ({ view, found }: PlanSheet): string[] =>
  view.rows
    .filter(({ number }) => number < found.rows[0]!)
    .map((row) =>
      view
        .own(row)
        .map(({ text }) => text)
        .join(' '),
    );

interface Table {
  found: FoundHeadings;
  rows: GridRow[];
}

export function readSheet(
  plan: PlanSheet,
  given: Omit<ReadingContext, 'questions'> & { mapping: PlanMapping['columns']; from1904: boolean },
): ReadSheet {
  const { sheet, view, found } = plan;
  const questions = new QuestionList(sheet.name);
  const context: ReadingContext = { ...given, questions };
  const list = new PlanRecommendations(sheet.name, context);
  const leftOut: LeftOutRow[] = [];
  const tables = tablesOf(view, found);
  const first = tables[0]!;
  const columns = columnsOf(view, first, given);
  let section: string | null = null;
  for (const table of tables) {
    leftOut.push(...headingRowsOf(sheet, view, table, found));
    const own = table === first ? columns : columnsOf(view, table, given);
    const reader: TableReader = new TableReader(sheet.name, view, own, list, context, section);
    section = reader.read(table.rows, table !== tables.at(-1));
    leftOut.push(...reader.leftOut);
  }
  return { summary: summaryOf(plan, first, columns), list, leftOut, questions: questions.inOrder() };
}

const columnsOf = (
  view: SheetView,
  { found, rows }: Table,
  given: Pick<ReadingContext, 'agencies'> & { mapping: PlanMapping['columns']; from1904: boolean },
): PlanColumn[] => proposeColumns(view, found.headings, rows, given);

/** The tables of a sheet: a later row of nothing but other headings begins a new one. */
function tablesOf(view: SheetView, found: FoundHeadings): Table[] {
  const tables: Table[] = [{ found, rows: [] }];
  for (const row of view.rows) {
    const current = tables.at(-1)!;
    if (row.number <= current.found.rows.at(-1)!) continue;
    const next = otherHeadings(view, row, current.found);
    if (next) tables.push({ found: next, rows: [] });
    else current.rows.push(row);
  }
  return tables;
}

const LEAST_KNOWN = 3;

function otherHeadings(view: SheetView, row: GridRow, current: FoundHeadings): FoundHeadings | null {
  const own = view.own(row);
  if (own.length < LEAST_KNOWN || own.some(({ date, text }) => date || text.length > 40)) return null;
  const known = own.filter(({ text }) => isKnownHeading(text));
  const same = own.filter(({ column, text }) =>
    current.headings.some((heading) => heading.column === column && heading.text === text),
  );
  if (known.length < LEAST_KNOWN || known.length < own.length * 0.8 || same.length >= own.length / 2)
    return null;
  return headingsFrom(view, row)[0] ?? null;
}

/** The headings of later tables are rows that are left out. */
const headingRowsOf = (
  sheet: GridSheet,
  view: SheetView,
  table: Table,
  first: FoundHeadings,
): LeftOutRow[] =>
  table.found === first
    ? []
    : view.rows
        .filter(({ number }) => table.found.rows.includes(number))
        .map((row) => ({
          ...{ sheet: sheet.name, row: row.number, why: 'repeated-heading' as const },
          text: view.wordsOf(row),
        }));

function summaryOf(plan: PlanSheet, { rows }: Table, columns: readonly PlanColumn[]): SheetSummary {
  const comments = commentsAbove(plan);
  const written = new Map(plan.found.headings.map(({ column, text }) => [column, text]));
  return {
    ...{ name: plan.sheet.name, read: true, headingRows: plan.found.rows },
    columns: Object.fromEntries(columns.map((column) => [column.letter, fieldOf(column)])),
    headings: Object.fromEntries([...written].map(([column, text]) => [columnLetter(column), text])),
    samples: Object.fromEntries(
      columns.map(({ letter, column }) => [letter, samplesOf(plan.view, rows, column)]),
    ),
    titles: titlesOf(plan),
    ...(comments.length ? { comments } : {}),
  };
}

const SAMPLES = 2;
const LONGEST_SAMPLE = 60;

function samplesOf(view: SheetView, rows: readonly GridRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = view
      .own(row)
      .find((cell) => cell.column === column)
      ?.text.replace(/\s+/g, ' ')
      .trim();
    if (text) samples.add(cutAtWord(text, LONGEST_SAMPLE));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** Comments on titles and headings. */
const commentsAbove = ({ sheet, found }: PlanSheet): PlanNote[] =>
  sheet.rows
    .filter(({ number }) => number <= found.rows.at(-1)!)
    .flatMap(({ cells }) => cells)
    .flatMap((cell) =>
      cell.comment ? [{ cell: cellAddress(cell), private: true, text: cell.comment }] : [],
    );
