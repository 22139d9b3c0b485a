import { ApiProperty } from '@nestjs/swagger';
import { plainText } from '../../platform/bundle/similarity.js';
import { nameKey } from '../../platform/text/name-key.js';
import { formatDay } from '../day.js';
import type { PlanAction, PlanDue, PlanPreview } from '../sheets/preview.js';
import type { TrackedAction } from '../tracked-item.model.js';
import type { MatchedAction, MatchedRecommendation } from './match-plan.js';

export const ROW_STATES = ['new', 'changed', 'same'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a sheet says otherwise than the library. */
export class Difference {
  field: string;
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
  const compare = (field: string, before: string | null, now: string | null): void => {
    if (now !== null && now !== '' && now !== before) differences.push({ field, before, now });
  };
  if (plainText(given.text) !== plainText(action.text ?? '')) compare('text', action.text, given.text);
  const [lead] = given.agencies;
  if (lead !== undefined && nameKey(lead) !== nameKey(action.agency?.name ?? ''))
    compare('agency', action.agency?.name ?? null, lead);
  if (nameKey(given.officer ?? '') !== nameKey(action.owner?.name ?? ''))
    compare('owner', action.owner?.name ?? null, given.officer);
  compare('due', action.due && formatDay(action.due), dayOf(given.due) ?? dayOf(given.originalDue));
  if (given.delivery !== action.delivery && !isSilent(given))
    compare('delivery', action.delivery, given.delivery);
  if (given.delivery === 'completed' && action.delivery === 'completed')
    compare('completedOn', action.completedOn, given.completedOn);
  for (const { text, on } of newUpdates(given, action)) compare('update', null, on ? `${on}: ${text}` : text);
  return differences;
}

/** “Not started” is what a row says that says nothing of how far it is. */
const isSilent = ({ delivery, updates, notes }: PlanAction): boolean =>
  delivery === 'not-started' && updates.length === 0 && !notes.some(({ text }) => /^status/i.test(text));

/** Updates that are not there yet, by their words. */
export function newUpdates(given: PlanAction, action: TrackedAction | null): PlanAction['updates'] {
  const known = new Set((action?.updates ?? []).map(({ text }) => plainText(text ?? '')));
  return given.updates.filter(({ text }) => !known.has(plainText(text)));
}

/** What will become of each row of a plan, in the order of the sheet. */
export function rowsOf(preview: PlanPreview, matched: readonly MatchedRecommendation[]): PreviewRow[] {
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
    if (actions.length === 0)
      return [
        { ...common, row: null, state: item ? 'same' : 'new', action: null, differences: [], questions: 0 },
      ];
    return actions.map((one) => {
      const differences = differencesOf(one);
      const state = one.action ? (differences.length > 0 ? 'changed' : 'same') : 'new';
      const questions = asked.get(`${given.sheet} ${one.given.row}`)?.length ?? 0;
      return { ...common, row: one.given.row, state, action: one.given.text, differences, questions };
    });
  });
}
