import type { PlanAction, PlanDue } from '../preview.js';
import { addNotes, noteOf } from './note-list.js';
import type { ReadAction } from './read-action.js';
import type { DeliveryBasis } from './read-delivery.js';
import type { RowReading } from './row-reading.js';

const SURER: readonly DeliveryBasis[] = ['nothing', 'progress', 'colour', 'words'];

/** Takes a further row of an action into it: lists grow, empty fields are filled, and what says something else becomes a note. */
export function joinActions(to: ReadAction, from: ReadAction, row: RowReading): void {
  const [action, more] = [to.action, from.action];
  const officers = [action.officer, more.officer].filter((officer) => officer !== null);
  action.officer = [...new Set(officers.flatMap((officer) => officer.split('; ')))].join('; ') || null;
  action.agencies = [...new Set([...action.agencies, ...more.agencies])];
  action.updates.push(...more.updates);
  action.milestones.push(...more.milestones);
  action.evidence.push(...more.evidence.filter((item) => !action.evidence.includes(item)));
  addNotes(action.notes, more.notes);
  joinDates(action, more, row);
  joinImpact(action, more, row);
  joinLists(action, more);
  if (SURER.indexOf(from.basis) > SURER.indexOf(to.basis)) takeDelivery(to, from);
  else noteState(to, row);
  if (more.statedRag) action.statedRag ??= more.statedRag;
}

function joinDates(action: PlanAction, more: PlanAction, row: RowReading): void {
  for (const [field, ...kinds] of [
    ['due', 'due', 'originalDue'],
    ['originalDue', 'originalDue', 'due'],
  ] as const) {
    const [own, other] = [action[field], more[field]];
    if (!other) continue;
    if (!own) action[field] = other;
    else if (!isSame(own, other)) {
      const entry = row.all(kinds[0])[0] ?? row.all(kinds[1])[0];
      if (entry) addNotes(action.notes, [noteOf(entry, other.written)]);
    }
  }
}

const isSame = (one: PlanDue, other: PlanDue): boolean => one.written === other.written;

function joinImpact(action: PlanAction, more: PlanAction, row: RowReading): void {
  const entry = row.first('impact');
  if (!more.impact || !entry) return;
  if (action.impact) addNotes(action.notes, [noteOf(entry, entry.text)]);
  else action.impact = more.impact;
}

function joinLists(action: PlanAction, more: PlanAction): void {
  for (const key of ['agenciesNotKnown', 'formerAgencies'] as const) {
    const list = [...(action[key] ?? []), ...(more[key] ?? [])];
    if (list.length) Object.assign(action, { [key]: list });
  }
}

function takeDelivery(to: ReadAction, { action, basis }: ReadAction): void {
  const { delivery, completedOn, stopReason } = action;
  to.basis = basis;
  Object.assign(
    to.action,
    { delivery, completedOn, stopReason },
    action.judgement ? { judgement: action.judgement } : {},
  );
}

/** A state that does not count is kept in its words. */
function noteState(to: ReadAction, row: RowReading): void {
  const entries = [...row.all('status'), ...row.all('rag'), ...row.all('completed')];
  addNotes(
    to.action.notes,
    entries.map((entry) => noteOf(entry, entry.text)),
  );
}
