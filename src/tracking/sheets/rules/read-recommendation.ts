import type { PlanNote, PlanRecommendation } from '../preview.js';
import { isNoDate } from '../dates/read-date.js';
import { readResponse, readScope } from './answers.js';
import type { ColumnKind } from './choose-kinds.js';
import { addNotes, commentOf, noteOf } from './note-list.js';
import { readWho } from './read-who.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';

const OF_RECOMMENDATION: readonly ColumnKind[] = [
  ...(['number', 'recommendation', 'response', 'scope', 'review', 'aboutRecommendation'] as const),
];

/** Whether a column speaks of the recommendation, whichever of its actions a row is about. */
export const isAboutRecommendation = (kind: ColumnKind): boolean => OF_RECOMMENDATION.includes(kind);

/** Takes in what a row says of its recommendation. */
export function addToRecommendation(
  recommendation: PlanRecommendation,
  row: RowReading,
  context: ReadingContext,
): void {
  addNotes(
    recommendation.notes,
    row.all('aboutRecommendation').map((entry) => noteOf(entry, entry.text)),
  );
  for (const entry of row.all('scope')) addScope(recommendation, entry);
  for (const entry of row.all('response')) addResponse(recommendation, entry, row, context);
  addNotes(recommendation.notes, asides(row));
}

/** A column of reasons, which is proposed for a refusal that gives none. */
const reasonIn = (row: RowReading): string | undefined =>
  row.all('note').find(({ column }) => /\b(reason|rationale|why)\b/i.test(column.heading))?.text;

function addScope(recommendation: PlanRecommendation, entry: RowEntry): void {
  const scope = readScope(entry.text);
  const isKept = scope !== null && (recommendation.scope ?? scope) === scope;
  if (isKept) recommendation.scope = scope;
  if (!isKept || entry.text.includes(' ')) addNotes(recommendation.notes, [noteOf(entry, entry.text)]);
}

/** Rule 13 of docs/spreadsheets.md. Each further row of the recommendation should say the same. */
function addResponse(
  recommendation: PlanRecommendation,
  entry: RowEntry,
  row: RowReading,
  { words, questions }: ReadingContext,
): void {
  const read = readResponse(entry.text, words);
  const note = [noteOf(entry, entry.text)];
  if (!read) {
    if (!isNoDate(entry.text)) questions.ask('response-not-read', entry.cell, entry.text, null);
    return addNotes(recommendation.notes, note);
  }
  if (recommendation.response && recommendation.response !== read.response) {
    questions.ask('responses-differ', entry.cell, entry.text, recommendation.response);
    return addNotes(recommendation.notes, note);
  }
  recommendation.response = read.response;
  recommendation.responseCell ??= note[0]!.cell;
  if (read.hasMore) addNotes(recommendation.notes, note);
  if (read.reason && recommendation.responseReason && recommendation.responseReason !== read.reason) {
    addNotes(recommendation.notes, note);
  }
  recommendation.responseReason ??= read.reason;
  if (read.response === 'not-accepted' && !recommendation.responseReason) {
    questions.ask(
      'refused-without-reason',
      entry.cell,
      entry.text,
      reasonIn(row) ?? row.first('progress')?.text ?? null,
    );
  }
}

/** What is struck through in cells of the recommendation, comments on them, and links where no action takes them as evidence. */
const asides = (row: RowReading): PlanNote[] => {
  const own = row.ownEntries.filter(({ column }) => isAboutRecommendation(column.kind));
  return [
    ...own
      .filter(({ cell, text }) => cell.struck && text !== cell.text)
      .map((entry) => noteOf(entry, entry.cell.struck)),
    ...own.filter(({ cell }) => cell.comment).map(commentOf),
  ];
};

/** A row without an action: agencies are addressees (rule 11), and what else it says is kept as notes. */
export function addRowWithoutAction(
  recommendation: PlanRecommendation,
  row: RowReading,
  context: ReadingContext,
  alsoNote: readonly RowEntry[] = [],
): void {
  const who = readWho(row, context);
  const rest = [...row.without(...OF_RECOMMENDATION, 'agency'), ...alsoNote].filter(
    ({ cell }) => !cell.inherited,
  );
  const others = row.ownEntries.filter(({ column }) => !isAboutRecommendation(column.kind));
  addNotes(recommendation.notes, [
    ...rest.map((entry) => noteOf(entry, entry.cell.text)),
    ...who.notes,
    ...row
      .all('agency')
      .filter(({ text }) => context.agencies.read(text).officers.length)
      .map((entry) => noteOf(entry, entry.text)),
    ...row.ownEntries.flatMap((entry) => (entry.cell.link ? [noteOf(entry, entry.cell.link)] : [])),
    ...others
      .filter(({ text, cell, column }) => cell.struck && (!text || column.kind === 'agency'))
      .map((entry) => noteOf(entry, entry.cell.struck)),
    ...others.filter(({ cell }) => cell.comment).map(commentOf),
  ]);
  const add = (key: 'addressees' | 'agenciesNotKnown', names: readonly string[]): void => {
    if (names.length) recommendation[key] = [...new Set([...(recommendation[key] ?? []), ...names])];
  };
  add('addressees', who.agencies);
  add('agenciesNotKnown', who.notKnown);
  if (who.former.length)
    recommendation.formerAgencies = [...(recommendation.formerAgencies ?? []), ...who.former];
}
