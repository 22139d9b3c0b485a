import { isNoDate } from '../dates/read-date.js';
import type { SheetDate } from '../dates/sheet-date.js';
import type { PlanDelivery, PlanNote } from '../preview.js';
import { noteOf } from './note-list.js';
import { readRag, type ReadRag } from './read-rag.js';
import type { ReadCompletion } from './read-completion.js';
import type { ReadProgress } from './read-updates.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';
import { readStatus, type ReadStatus } from './status.js';

/** How sure a delivery is: a row that continues an action may say it more surely. */
export type DeliveryBasis = 'nothing' | 'progress' | 'colour' | 'words';

export interface ReadDelivery {
  delivery: PlanDelivery;
  basis: DeliveryBasis;
  completedOn: string | null;
  stopReason: string | null;
  judgement?: string;
  statedRag: string | null;
  notes: PlanNote[];
}

/** Words or a colour that say how far an action is, and where they stand. */
interface Said {
  delivery: PlanDelivery;
  basis: DeliveryBasis;
  entry: RowEntry | null;
  /** The words of a status, which are the reason of a stop. */
  status?: ReadStatus;
  date: SheetDate | null;
}

interface Sources {
  row: RowReading;
  completion: ReadCompletion | null;
  /** The latest. */
  progress: ReadProgress | undefined;
  rag: ReadRag;
}

/** How far an action is: rule 9 of docs/spreadsheets.md, in its order. */
export function readDelivery(
  row: RowReading,
  completion: ReadCompletion | null,
  progress: ReadProgress | undefined,
  context: ReadingContext,
): ReadDelivery {
  const rag = readRag(row, context);
  const sources = { row, completion, progress, rag };
  const state = readState(sources, context);
  const said =
    state.said ?? fromCompletion(sources) ?? fromProgress(sources) ?? withoutWords(sources, context);
  const completedOn = said.delivery === 'completed' ? completionDay(said, sources, context) : null;
  askAboutPercent(row, said.delivery, context);
  return {
    ...{ delivery: said.delivery, basis: said.basis, completedOn, statedRag: rag.colour },
    stopReason: said.delivery === 'stopped' ? (said.entry?.text ?? null) : null,
    ...(said.status?.judgement ? { judgement: said.status.judgement } : {}),
    notes: [...state.notes, ...contradiction(said, completion, context)],
  };
}

/** The state in words: of the column of states, else of the red-amber-green column. Words that are not ours are notes too. */
function readState(
  { row, rag }: Sources,
  { words, questions }: ReadingContext,
): { said: Said | null; notes: PlanNote[] } {
  const entry = row.first('status') ?? (rag.entry && rag.rest ? rag.entry : undefined);
  const extra = entry !== rag.entry && rag.rest && rag.entry ? [noteOf(rag.entry, rag.entry.text)] : [];
  if (!entry) return { said: null, notes: extra };
  const text = entry === rag.entry ? rag.rest : entry.text;
  const status = readStatus(text, { order: entry.column.habits.order, words, stateColumn: true });
  const notes = status?.isOurs ? extra : [noteOf(entry, entry.text), ...extra];
  if (!status) {
    if (!isNoDate(text) && entry.column.kind === 'status')
      questions.ask('status-not-known', entry.cell, text, null);
    return { said: null, notes };
  }
  const date = status.date?.date ?? null;
  if (date && status.date?.unclear) questions.ask('date-order-unclear', entry.cell, entry.text, date);
  return { said: { delivery: status.delivery, basis: 'words', entry, status, date }, notes };
}

function fromCompletion({ completion }: Sources): Said | null {
  if (!completion) return null;
  const { entry, date, status } = completion;
  if (status) return { delivery: status.delivery, basis: 'words', entry, status, date };
  return date && { delivery: 'completed', basis: 'words', entry, date };
}

function fromProgress({ progress }: Sources): Said | null {
  if (!progress?.status) return null;
  const { entry, status } = progress;
  return { delivery: status.delivery, basis: 'words', entry, status, date: status.date?.date ?? null };
}

/** Without a status word the colour's meaning counts, then that there is progress at all. Both are asked about, once a sheet. */
function withoutWords({ rag, progress, completion }: Sources, { questions }: ReadingContext): Said {
  const colour = rag.entry && rag.meaning;
  if (colour) {
    questions.askOnce('status-from-colour', rag.entry!.cell, rag.colour, colour);
    return { delivery: colour, basis: 'colour', entry: rag.entry, date: null };
  }
  const words = progress?.entry ?? (completion?.updates.length ? completion.entry : null);
  if (!words) return { delivery: 'not-started', basis: 'nothing', entry: null, date: null };
  questions.askOnce('status-from-progress', words.cell, words.text, 'in-progress');
  return { delivery: 'in-progress', basis: 'progress', entry: words, date: null };
}

/** The day of completion: beside the word, in a completion column, or beside a completed progress; asked about when none says. */
function completionDay(
  said: Said,
  { completion, progress }: Sources,
  { questions, asOf }: ReadingContext,
): string | null {
  const inProgress =
    progress?.status?.delivery === 'completed' ? (progress.status.date?.date?.on ?? progress.on) : null;
  const day = said.date?.on ?? completion?.date?.on ?? inProgress;
  if (!day && said.entry) {
    questions.ask('completed-without-date', said.entry.cell, said.entry.text || null, progress?.on ?? asOf);
  }
  return day;
}

/** A day of completion beside a state that is not completed: the state counts, the day is kept and asked about. */
function contradiction(
  said: Said,
  completion: ReadCompletion | null,
  { questions }: ReadingContext,
): PlanNote[] {
  if (!completion?.date || said.delivery === 'completed') return [];
  questions.ask('status-and-date-differ', completion.entry.cell, completion.entry.text, said.delivery);
  return [noteOf(completion.entry, completion.entry.text)];
}

/** A percentage that contradicts the state (rule 10). */
function askAboutPercent(row: RowReading, delivery: PlanDelivery, { questions }: ReadingContext): void {
  const entry = row.first('percent');
  const percent = entry ? readPercent(entry.text) : null;
  if (!entry || percent === null) return;
  const differs =
    delivery === 'completed'
      ? percent < 100
      : delivery === 'not-started'
        ? percent > 0
        : delivery === 'in-progress' && percent >= 100;
  if (differs) questions.ask('status-and-percent-differ', entry.cell, entry.text, delivery);
}

/** “60%”, “60”, or a share such as 0.6. */
function readPercent(text: string): number | null {
  const [, number, sign] = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  if (number === undefined) return null;
  return !sign && number.includes('.') && Number(number) <= 1 ? Number(number) * 100 : Number(number);
}
