import { isNoDate, readDateCell } from '../dates/read-date.js';
import type { SheetDate } from '../dates/sheet-date.js';
import type { PlanNote, PlanUpdate } from '../preview.js';
import { COMPLETED_ANSWERS } from '../words/status-words.js';
import { noteOf } from './note-list.js';
import { readProgressCell } from './read-updates.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';
import { readStatus, type ReadStatus } from './status.js';

/** What a completion column says: the day, the outcome in words, or both in one cell. */
export interface ReadCompletion {
  entry: RowEntry;
  date: SheetDate | null;
  status: ReadStatus | null;
  updates: PlanUpdate[];
  notes: PlanNote[];
}

const JUST_COMPLETED: ReadStatus = { delivery: 'completed', date: null, isOurs: false, hasOneDate: false };

export function readCompletion(row: RowReading, context: ReadingContext): ReadCompletion | null {
  const entry = row.first('completed');
  if (!entry) return null;
  const nothing: ReadCompletion = { entry, date: null, status: null, updates: [], notes: [] };
  const note = [noteOf(entry, entry.text)];
  const { date, doubt } = readDateCell({ ...entry.cell, kept: entry.text }, entry.column.habits);
  if (date) {
    if (doubt) context.questions.ask(doubt, entry.cell, entry.text, date);
    return { ...nothing, date };
  }
  if (COMPLETED_ANSWERS.has(entry.text.toLowerCase()))
    return { ...nothing, status: JUST_COMPLETED, notes: note };
  if (isNoDate(entry.text)) return { ...nothing, status: statusOf(entry, context), notes: note };
  return inWords(entry, nothing, context);
}

const statusOf = ({ text, column }: RowEntry, { words }: ReadingContext): ReadStatus | null =>
  readStatus(text, { order: column.habits.order, words, stateColumn: false });

/** Words with or without a date at their start. A column of dates alone asks about words that are no date. */
function inWords(entry: RowEntry, nothing: ReadCompletion, context: ReadingContext): ReadCompletion {
  const { updates, status, on } = readProgressCell(entry, context);
  const first = status ? status.date?.date : updates.find((update) => update.on === on && on !== null);
  const date = first?.on && first.precision ? { on: first.on, precision: first.precision } : null;
  if (!date && !status && (!entry.column.mixed || /^[\d\s./-]+$/.test(entry.text))) {
    const { guess } = readDateCell({ ...entry.cell, kept: entry.text }, entry.column.habits);
    context.questions.ask('date-not-read', entry.cell, entry.text, guess);
  }
  return { ...nothing, date, status, updates };
}
