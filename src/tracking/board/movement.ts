import { daysBetween } from '../day.js';
import type { ActionState } from '../fold.js';
import type { StandingItem } from '../item-list.js';
import type { ActionStanding } from '../standing.js';
import { isClosed } from '../tracking.js';

/** An action that has moved, and how many of its dates were moved before. */
export interface Moved {
  action: string;
  movesBefore: number;
}

/** What is otherwise than it was: ids of actions and items, in the order of their numbers. */
export interface Movement {
  completed: string[];
  stopped: string[];
  moved: Moved[];
  newlyOverdue: string[];
  noLongerOverdue: string[];
  followed: string[];
  closed: string[];
  reopened: string[];
}

interface Acting {
  action: ActionState;
  standing: ActionStanding;
}

/**
 * What has moved between two moments.
 * @param before how all stood at the earlier one
 * @param now how those stand that are told of
 */
export function movementOf(before: readonly StandingItem[], now: readonly StandingItem[]): Movement {
  const [items, actions] = [new Map(before.map((one) => [one.state.id, one])), actionsOf(before)];
  const acting = [...actionsOf(now).values()].map((one) => ({ ...one, was: actions.get(one.action.id) }));
  const ids = (fits: (one: (typeof acting)[number]) => boolean): string[] =>
    acting.filter(fits).map(({ action }) => action.id);
  const became =
    (delivery: ActionState['delivery']) =>
    ({ action, was }: (typeof acting)[number]): boolean =>
      action.delivery === delivery && was?.action.delivery !== delivery;
  const isOver = ({ state }: StandingItem): boolean => isClosed(state.judgement.judgement);
  const itemIds = (fits: (one: StandingItem, was: StandingItem | undefined) => boolean): string[] =>
    now.filter((one) => fits(one, items.get(one.state.id))).map(({ state }) => state.id);
  return {
    ...{ completed: ids(became('completed')), stopped: ids(became('stopped')) },
    moved: acting
      .filter(({ action, was }) => action.moves.length > (was?.action.moves.length ?? 0))
      .map(({ action, was }) => ({ action: action.id, movesBefore: was?.action.moves.length ?? 0 })),
    newlyOverdue: ids(
      ({ standing, was }) => standing.overdueDays > 0 && !(was && was.standing.overdueDays > 0),
    ),
    noLongerOverdue: ids(
      ({ standing, was }) => standing.overdueDays === 0 && !!was && was.standing.overdueDays > 0,
    ),
    followed: itemIds((_, was) => was === undefined),
    closed: itemIds((one, was) => isOver(one) && !(was && isOver(was))),
    reopened: itemIds((one, was) => !isOver(one) && !!was && isOver(was)),
  };
}

const actionsOf = (all: readonly StandingItem[]): Map<string, Acting> =>
  new Map(
    all.flatMap(({ state, standing }) =>
      state.actions.map(
        (action) => [action.id, { action, standing: standing.actions.get(action.id)! }] as const,
      ),
    ),
  );

/** By how many days a date was put off; less than 0 where it was brought forward. */
export const daysMoved = ({ from, to }: { from: { on: string }; to: { on: string } }): number =>
  daysBetween(from.on, to.on);
