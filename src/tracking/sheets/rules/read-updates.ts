import { isNoDate, readDateCell, type DateReading } from '../dates/read-date.js';
import type { PlanUpdate } from '../preview.js';
import { latestEntry, splitEntries } from './progress.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';
import { readStatus, type ReadStatus } from './status.js';

/** One cell of progress as the updates in it. */
export interface ReadProgress {
  entry: RowEntry;
  updates: PlanUpdate[];
  /** The status at the start of the cell, or of its latest entry. */
  status: ReadStatus | null;
  /** The day that the status, or else the latest entry, is about. */
  on: string | null;
}

/** The updates in the progress columns of a row, in the order of the sheet (rule 12 of docs/spreadsheets.md). */
export const readUpdates = (row: RowReading, context: ReadingContext): ReadProgress[] =>
  row
    .all('progress')
    .filter(({ text }) => saysSomething(text, context))
    .map((entry) => readProgressCell(entry, context));

/** “N/A” and “TBC” are no progress, unless they are a status, as “ongoing” is. They are kept as notes. */
export const saysSomething = (text: string, { words }: Pick<ReadingContext, 'words'>): boolean =>
  !isNoDate(text) || readStatus(text, { order: 'day-first', words, stateColumn: false }) !== null;

export function readProgressCell(entry: RowEntry, context: ReadingContext): ReadProgress {
  const { order } = entry.column.habits;
  const habits = { order, words: context.words, stateColumn: false };
  const entries = splitEntries(entry.text, order);
  const status = readStatus(entry.text, habits);
  if (!entries.length || entry.cell.date) return single(entry, status, context);
  const latest = latestEntry(entries);
  for (const { unclear, noSuchDay, text, on, precision } of entries) {
    if (unclear)
      context.questions.ask(
        'date-order-unclear',
        entry.cell,
        entry.text,
        on && precision ? { on, precision } : null,
      );
    if (noSuchDay) context.questions.ask('date-not-read', entry.cell, text, null);
  }
  const updates = entries.map(({ on, precision, text }) => ({ on, precision, text }));
  askAboutFuture(updates, entry, context);
  return {
    entry,
    updates,
    status: status ?? (latest ? readStatus(latest.text, habits) : null),
    on: latest?.on ?? null,
  };
}

/** A cell without dated entries is one update: dated when it is a status with one date, or when its column is about a day. */
function single(entry: RowEntry, status: ReadStatus | null, context: ReadingContext): ReadProgress {
  const whole: DateReading | null = entry.cell.date ? readDateCell(entry.cell, entry.column.habits) : null;
  const beside = status?.hasOneDate ? (status.date?.date ?? null) : null;
  if (beside && status?.date?.unclear)
    context.questions.ask('date-order-unclear', entry.cell, entry.text, beside);
  const date = whole?.date ?? beside ?? entry.column.dated;
  const updates = [{ on: date?.on ?? null, precision: date?.precision ?? null, text: entry.text }];
  askAboutFuture(updates, entry, context);
  return { entry, updates, status, on: date?.on ?? null };
}

/** An update of a day after the plan's own date. */
function askAboutFuture(
  updates: readonly PlanUpdate[],
  entry: RowEntry,
  { asOf, questions }: ReadingContext,
): void {
  const future = updates.find(({ on }) => on && asOf && on > asOf);
  if (future) questions.ask('update-in-the-future', entry.cell, future.text, asOf);
}

/** The progress that counts: the latest by the day of its column or entry; of undated ones the last. */
export const latestProgress = (all: readonly ReadProgress[]): ReadProgress | undefined =>
  all.reduce<ReadProgress | undefined>(
    (best, next) => (best?.on && next.on && best.on > next.on ? best : next),
    undefined,
  );
