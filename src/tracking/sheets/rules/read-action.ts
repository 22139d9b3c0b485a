import type { PlanAction, PlanNote } from '../preview.js';
import { isNoDate } from '../dates/read-date.js';
import { readImpact } from './answers.js';
import { isAboutRecommendation } from './read-recommendation.js';
import { commentOf, noteOf } from './note-list.js';
import { readCompletion } from './read-completion.js';
import { readDelivery, type DeliveryBasis } from './read-delivery.js';
import { readDue } from './read-due.js';
import { latestProgress, readUpdates, saysSomething } from './read-updates.js';
import { readWho } from './read-who.js';
import type { ReadingContext } from './reading-context.js';
import type { RowReading } from './row-reading.js';

export interface ReadAction {
  action: PlanAction;
  basis: DeliveryBasis;
}

/** All that one row says of an action. Its text and its own number are given by whoever knows which rows belong together. */
export function readAction(
  row: RowReading,
  text: string,
  ref: string | null,
  context: ReadingContext,
): ReadAction {
  const who = readWho(row, context);
  const due = readDue(row, context);
  const progress = readUpdates(row, context);
  const completion = readCompletion(row, context);
  const {
    basis,
    notes: stateNotes,
    ...delivery
  } = readDelivery(row, completion, latestProgress(progress), context);
  const evidence = readEvidence(row);
  const impact = row.first('impact');
  const noImpact = impact && isNoDate(impact.text);
  const notes = [
    ...row
      .all('note')
      .concat(row.all('percent'))
      .sort((a, b) => a.cell.column - b.cell.column)
      .map((entry) => noteOf(entry, entry.text)),
    ...[...who.notes, ...due.notes, ...stateNotes, ...(completion?.notes ?? []), ...evidence.notes],
    ...(noImpact ? [noteOf(impact, impact.text)] : []),
    ...row
      .all('progress')
      .filter(({ text: said }) => !saysSomething(said, context))
      .map((entry) => noteOf(entry, entry.text)),
    ...struckNotes(row),
    ...row.ownEntries
      .filter(({ column, cell }) => cell.comment && !isAboutRecommendation(column.kind))
      .map(commentOf),
  ];
  const action: PlanAction = {
    ...{ row: row.number, ref, text, agencies: who.agencies, officer: who.officers.join('; ') || null },
    ...{ due: due.due, originalDue: due.originalDue, ...delivery, milestones: due.milestones },
    updates: [...progress.flatMap(({ updates }) => updates), ...(completion?.updates ?? [])],
    evidence: evidence.items,
    impact: impact && !noImpact ? readImpact(impact.text, context.words) : null,
    notes,
    ...(who.notKnown.length ? { agenciesNotKnown: who.notKnown } : {}),
    ...(who.former.length ? { formerAgencies: who.former } : {}),
  };
  return { action, basis };
}

/** The evidence column, line by line, and what cells link to (rule 14 of docs/spreadsheets.md). */
function readEvidence(row: RowReading): { items: string[]; notes: PlanNote[] } {
  const items: string[] = [];
  const notes: PlanNote[] = [];
  for (const entry of row.all('evidence')) {
    if (isNoDate(entry.text)) notes.push(noteOf(entry, entry.text));
    else
      items.push(
        ...entry.text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
  }
  for (const entry of row.ownEntries) {
    const { link } = entry.cell;
    if (!link || items.includes(link)) continue;
    if (/^mailto:/i.test(link))
      notes.push({ ...noteOf(entry, link.replace(/^mailto:/i, '')), private: true });
    else items.push(link);
  }
  return { items, notes };
}

/** What is struck through in a cell is its older value. Dates keep theirs as the original due date. */
const struckNotes = (row: RowReading): PlanNote[] =>
  row.ownEntries
    .filter(({ column, cell, text }) => {
      const isDate = column.kind === 'due' || column.kind === 'originalDue';
      return cell.struck && !isDate && !isAboutRecommendation(column.kind) && text !== cell.text;
    })
    .map((entry) => noteOf(entry, entry.cell.struck));
