import { ApiProperty } from '@nestjs/swagger';
import { plainText } from '../../platform/bundle/similarity.js';
import { nameKey } from '../../platform/text/name-key.js';
import { formatDay } from '../day.js';
import type { PlanAction, PlanDue, PlanPreview, PlanRecommendation } from '../sheets/preview.js';
import { lastWords, type TrackedAction } from '../tracked-item.model.js';
import type { MatchedAction, MatchedRecommendation } from './match-plan.js';

export const ROW_STATES = ['new', 'changed', 'same', 'left-out'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a sheet can say otherwise of an action, or of the item that it is of: the response. */
export const DIFFERENCE_FIELDS = [
  ...(['text', 'agency', 'supporting', 'owner', 'due', 'delivery', 'completedOn'] as const),
  ...(['update', 'milestone', 'evidence', 'response'] as const),
] as const;
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number];

/** What a sheet says otherwise than the library. */
export class Difference {
  field: DifferenceField;
  before: string | null;
  now: string | null;
}

/** What becomes of one row. */
export class PreviewRow {
  sheet: string;

  /** Null for a recommendation without an action. */
  row: number | null;

  @ApiProperty({ enum: ROW_STATES })
  state: RowState;

  number: string | null;
  recommendation: string | null;
  action: string | null;

  /** Number of the item that it belongs to; null for a new one. */
  item: string | null;

  /** Whether it will follow a recommendation of the library. */
  isOfLibrary: boolean;

  differences: Difference[];

  /** How many questions there are about it. */
  questions: number;
}

const dayOf = (due: PlanDue | null): string | null =>
  due?.on ? formatDay({ on: due.on, precision: due.precision! }) : null;

/** What a row says otherwise than an action that is there already. Empty cells say nothing. */
export function differencesOf({ given, action }: MatchedAction): Difference[] {
  if (!action) return [];
  const differences: Difference[] = [];
  const compare = (field: DifferenceField, before: string | null, now: string | null): void => {
    if (now !== null && now !== '' && now !== before) differences.push({ field, before, now });
  };
  if (plainText(given.text) !== plainText(action.text ?? '')) compare('text', action.text, given.text);
  const [lead] = given.agencies;
  if (lead !== undefined && nameKey(lead) !== nameKey(action.agency?.name ?? ''))
    compare('agency', action.agency?.name ?? null, lead);
  compareSupporting(given, action, compare);
  const email = emailOf(given, action);
  if (nameKey(given.officer ?? '') !== nameKey(action.owner?.name ?? '') || email)
    compare('owner', sayOwner(action.owner?.name, action.owner?.email), sayOwner(given.officer, email));
  compare('due', action.due && formatDay(action.due), dayOf(given.due) ?? dayOf(given.originalDue));
  if (given.delivery !== action.delivery && !isSilent(given))
    compare('delivery', action.delivery, given.delivery);
  if (given.delivery === 'completed' && action.delivery === 'completed')
    compare('completedOn', action.completedOn, given.completedOn);
  for (const { text, on } of newUpdates(given, action)) compare('update', null, on ? `${on}: ${text}` : text);
  for (const { text, on, before } of newMilestones(given, action))
    compare('milestone', before, on ? `${on}: ${text}` : text);
  for (const link of newEvidence(given, action)) compare('evidence', null, link);
  return differences;
}

/**
 * The response that a plan gives, where no addressee of its item has given it: a plan has one word for all of them, and says nothing
 * new where one of them has said it. “Awaiting” says nothing.
 */
export function responseDifference({
  given: { response, responseReason },
  item,
}: Pick<MatchedRecommendation, 'given' | 'item'>): Difference | null {
  const each = item?.responses.each ?? [];
  if (response === null || response === 'awaiting' || each.length === 0) return null;
  const same = each.filter((one) => one.response === response);
  const reason = responseReason === null ? null : plainText(responseReason);
  if (same.some((one) => reason === null || plainText(one.reason ?? '') === reason)) return null;
  const codes = [...new Set(each.map((one) => sayResponse(one.response, one.reason)))];
  return { field: 'response', before: codes.join('; '), now: sayResponse(response, responseReason) };
}

const sayResponse = (response: string, reason: string | null): string =>
  reason === null ? response : `${response}: ${reason}`;

function compareSupporting(
  { supporting }: PlanAction,
  action: TrackedAction,
  compare: (field: 'supporting', before: string | null, now: string | null) => void,
): void {
  if (!supporting) return;
  const keyOf = (names: readonly string[]): string => names.map(nameKey).toSorted().join('; ');
  const known = action.supporting.map(({ name }) => name);
  if (keyOf(supporting) !== keyOf(known))
    compare('supporting', known.join('; ') || null, supporting.join('; '));
}

/** The address of an owner that somebody wrote: one that stands there from before is that of whoever it was. */
export function emailOf({ officerEmail }: PlanAction, action: TrackedAction | null): string | null {
  const known = action?.owner?.email ?? null;
  return officerEmail && officerEmail.toLowerCase() !== known?.toLowerCase() ? officerEmail : null;
}

const sayOwner = (name: string | null | undefined, email: string | null | undefined): string | null =>
  name && email ? `${name} (${email})` : (name ?? null);

/** “Not started” is what a row says that says nothing of how far it is. */
const isSilent = ({ delivery, updates, notes }: PlanAction): boolean =>
  delivery === 'not-started' && updates.length === 0 && !notes.some(({ text }) => /^status/i.test(text));

/** Updates that are not there yet, by their words. */
export function newUpdates(given: PlanAction, action: TrackedAction | null): PlanAction['updates'] {
  const known = new Set((action?.updates ?? []).map(({ text }) => plainText(text ?? '')));
  const last = lastWords(action?.updates ?? [])?.on;
  // In an export the day beside new words is still that of the old ones, unless somebody has changed it.
  const isOld = (on: string | null): boolean => given.officerEmail !== undefined && on === last;
  return given.updates
    .filter(({ text }) => !known.has(plainText(text)))
    .map((update) => (isOld(update.on) ? { ...update, on: null, precision: null } : update));
}

interface NewMilestone {
  text: string;
  on: string | null;
  /** Of the one that it changes. */
  number: number | null;
  before: string | null;
}

/** Milestones that are not there yet, or by another day. */
export function newMilestones({ milestones }: PlanAction, action: TrackedAction): NewMilestone[] {
  return milestones.flatMap(({ text, on }): NewMilestone[] => {
    const known = action.milestones.find((one) => plainText(one.text ?? '') === plainText(text));
    if (!known) return [{ text, on, number: null, before: null }];
    const day = known.due && formatDay(known.due);
    return on === null || on === day
      ? []
      : [{ text, on, number: known.number, before: day ? `${day}: ${known.text}` : known.text }];
  });
}

/** Links that are not there yet. */
export const newEvidence = ({ evidence }: PlanAction, action: TrackedAction): string[] =>
  evidence.filter((link) => !action.updates.some((one) => one.evidence === link));

/** The row of a recommendation’s response; 0 where it has none. */
export const responseRow = ({ responseCell }: PlanRecommendation): number =>
  Number(/\d+$/.exec(responseCell ?? '')?.[0] ?? 0);

/** What will become of each row of a plan, in the order of the sheet. */
export function rowsOf(
  preview: PlanPreview,
  matched: readonly MatchedRecommendation[],
  taken: {
    differences: ReadonlyMap<PlanAction, Difference[]>;
    responses: ReadonlyMap<PlanRecommendation, Difference>;
    leftOut: ReadonlySet<PlanAction>;
  },
): PreviewRow[] {
  const asked = Map.groupBy(
    preview.questions,
    ({ sheet, cell }) => `${sheet} ${/\d+$/.exec(cell ?? '')?.[0] ?? ''}`,
  );
  return matched.flatMap(({ given, item, recommendation, actions }): PreviewRow[] => {
    const common = {
      ...{ sheet: given.sheet, number: given.number, recommendation: given.text },
      ...{
        item: item?.ref ?? null,
        isOfLibrary: recommendation !== null || (item?.recommendation ?? null) !== null,
      },
    };
    const response = [taken.responses.get(given) ?? []].flat();
    if (actions.length === 0) {
      const state = !item ? 'new' : response.length > 0 ? 'changed' : 'same';
      const questions = asked.get(`${given.sheet} ${responseRow(given)}`)?.length ?? 0;
      return [{ ...common, row: null, state, action: null, differences: response, questions }];
    }
    return actions.map((one, place) => {
      // What is said of the item stands with its first row.
      const differences = [...(place === 0 ? response : []), ...(taken.differences.get(one.given) ?? [])];
      const state = taken.leftOut.has(one.given)
        ? 'left-out'
        : one.action
          ? differences.length > 0
            ? 'changed'
            : 'same'
          : 'new';
      const questions = asked.get(`${given.sheet} ${one.given.row}`)?.length ?? 0;
      return { ...common, row: one.given.row, state, action: one.given.text, differences, questions };
    });
  });
}
