import { readDateCell, readWrittenDate } from '../dates/read-date.js';
import type { PlanAction, PlanDue, PlanNote } from '../preview.js';
import { noteOf } from './note-list.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';

type ReadDue = Pick<PlanAction, 'due' | 'originalDue' | 'milestones'> & { notes: PlanNote[] };

/** When an action is due: rules 6, 7, 8 and 15 of docs/spreadsheets.md. */
export function readDue(row: RowReading, context: ReadingContext): ReadDue {
  const [dueEntry, originalEntry] = [row.coloured('due'), row.coloured('originalDue')];
  const notes: PlanNote[] = [];
  const paired = pairMilestones(row, dueEntry ?? originalEntry, context);
  const plain = dueEntry?.text ? (paired?.due ?? dueOf(dueEntry, dueEntry.text, context)) : null;
  const first = originalEntry?.text
    ? (!dueEntry && paired?.due) || dueOf(originalEntry, originalEntry.text, context)
    : null;
  const older = [originalEntry, dueEntry].flatMap((entry) =>
    entry?.cell.struck ? [{ entry, due: dueOf(entry, entry.cell.struck, context) }] : [],
  );
  const due = plain ?? first;
  const originals = [...(plain && first ? [first] : []), ...older.map((one) => one.due)];
  for (const { entry, due: old } of older) {
    if (old !== originals[0]) notes.push(noteOf(entry, entry.cell.struck));
  }
  const milestones = paired?.milestones ?? unpairedMilestones(row);
  return { due, originalDue: originals[0] ?? null, milestones, notes };
}

/** Reads a date cell and asks where it is in doubt. */
function dueOf(entry: RowEntry, written: string, { questions }: ReadingContext): PlanDue {
  const { column, cell } = entry;
  const kept = { date: cell.struck ? null : cell.date, kept: written };
  const { date, doubt, guess } = readDateCell(kept, column.habits);
  if (doubt) questions.ask(doubt, cell, written, date ?? guess);
  return { on: date?.on ?? null, precision: date?.precision ?? null, written };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Milestones and dates as lists of equal length in neighbouring cells: the last one's date is the due date. */
function pairMilestones(
  row: RowReading,
  dates: RowEntry | undefined,
  { questions }: ReadingContext,
): { milestones: PlanAction['milestones']; due: PlanDue } | null {
  const entry = row.first('milestones');
  if (!entry || !dates?.text || !row.areNeighbours(entry.column, dates.column)) return null;
  const texts = linesOf(entry.text);
  const lines = linesOf(dates.text);
  const read = lines.map((line) =>
    dates.cell.date ? { date: dates.cell.date, doubt: null } : readWrittenDate(line, dates.column.habits),
  );
  if (texts.length !== lines.length || read.some(({ date }) => !date)) return null;
  const last = read.at(-1)!.date!;
  for (const { doubt } of read) if (doubt) questions.ask(doubt, dates.cell, dates.text, last);
  return {
    milestones: texts.map((text, at) => ({ text, on: read[at]!.date!.on })),
    due: { on: last.on, precision: last.precision, written: lines.at(-1)! },
  };
}

const unpairedMilestones = (row: RowReading): PlanAction['milestones'] =>
  row.all('milestones').flatMap(({ text }) => linesOf(text).map((line) => ({ text: line, on: null })));
