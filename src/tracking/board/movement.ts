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

/**
 * What has moved between two moments. Walked once, for a desk asks for it with ten thousand actions.
 * @param before how all stood at the earlier one
 * @param now how those stand that are told of
 */
export function movementOf(before: readonly StandingItem[], now: readonly StandingItem[]): Movement {
  const items = new Map(before.map((one) => [one.state.id, one]));
  const movement: Movement = {
    ...{ completed: [], stopped: [], moved: [], newlyOverdue: [], noLongerOverdue: [] },
    ...{ followed: [], closed: [], reopened: [] },
  };
  for (const one of now) {
    const was = items.get(one.state.id);
    noteItem(movement, one, was);
    one.state.actions.forEach((action, at) => {
      // In the order in which they were agreed, then and now, unless one was corrected away.
      const there = was?.state.actions[at];
      const then = there?.id === action.id ? there : was?.state.actions.find(({ id }) => id === action.id);
      const standings = [one.standing.actions.get(action.id)!, was?.standing.actions.get(action.id)] as const;
      noteAction(movement, [action, then], standings);
    });
  }
  return movement;
}

const isOver = ({ state }: StandingItem): boolean => isClosed(state.judgement.judgement);

function noteItem(movement: Movement, one: StandingItem, was: StandingItem | undefined): void {
  const { id } = one.state;
  const wasOver = was !== undefined && isOver(was);
  if (!was) movement.followed.push(id);
  if (isOver(one) && !wasOver) movement.closed.push(id);
  if (!isOver(one) && wasOver) movement.reopened.push(id);
}

/** @param action as it is and as it was, with how it stands and stood: nothing where it was not there yet */
function noteAction(
  movement: Movement,
  [{ id, delivery, moves }, was]: readonly [ActionState, ActionState | undefined],
  [now, then]: readonly [ActionStanding, ActionStanding | undefined],
): void {
  const movesBefore = was?.moves.length ?? 0;
  const wasOverdue = then !== undefined && then.overdueDays > 0;
  if (delivery === 'completed' && was?.delivery !== delivery) movement.completed.push(id);
  if (delivery === 'stopped' && was?.delivery !== delivery) movement.stopped.push(id);
  if (moves.length > movesBefore) movement.moved.push({ action: id, movesBefore });
  if (now.overdueDays > 0 && !wasOverdue) movement.newlyOverdue.push(id);
  if (now.overdueDays === 0 && wasOverdue) movement.noLongerOverdue.push(id);
}

/** By how many days a date was put off; less than 0 where it was brought forward. */
export const daysMoved = ({ from, to }: { from: { on: string }; to: { on: string } }): number =>
  daysBetween(from.on, to.on);
