import type { EntityManager } from 'typeorm';
import type { ActionState, ItemState } from '../fold.js';
import { isClosed, isOpenDelivery } from '../tracking.js';

/** An action of a round as it stands now. */
export interface RoundAction {
  id: string;
  item: string;
  of: ItemState;
  /** “2.1”. */
  ref: string;
  owner: string | null;
  /** Whether there is something left to ask: its item is open, and it is neither completed nor stopped. */
  isOpen: boolean;
  state: ActionState;
}

/** What was said of an action since somebody was asked. */
export const ANSWERS = ['no-change', 'update', 'delivery', 'move-asked', 'stop-asked', 'other'] as const;
export type RoundAnswerCode = (typeof ANSWERS)[number];

/** Actions by their ids as they stand in these items; all that are open, where no ids are given. By number. */
export function actionsIn(states: readonly ItemState[], ids: readonly string[] | null): RoundAction[] {
  const wanted = ids === null ? null : new Set(ids);
  return states.flatMap(actionsOf).filter(({ id, isOpen }) => (wanted === null ? isOpen : wanted.has(id)));
}

/** How all items of a partnership stand, for whoever holds its chain. By number. */
export async function statesIn(manager: EntityManager, partnershipId: string): Promise<ItemState[]> {
  const rows = await manager.query<{ state: ItemState }[]>(STATES, [partnershipId]);
  return rows.map(({ state }) => state);
}

const actionsOf = (of: ItemState): RoundAction[] =>
  of.actions.map((state) => ({
    ...{ id: state.id, item: of.id, of, ref: `${of.ref}.${state.ref}`, owner: state.owner, state },
    isOpen: !isClosed(of.judgement.judgement) && isOpenDelivery(state.delivery),
  }));

/** What was said of an action after an entry of the log, whoever said it and by whichever way. */
export function answersSince({ state }: RoundAction, entry: number): RoundAnswerCode[] {
  const later = <Said extends { words: number }>(all: readonly Said[]): Said[] =>
    all.filter(({ words }) => words > entry);
  const updates = later(state.updates);
  const requests = later(state.requests);
  const said: Record<RoundAnswerCode, boolean> = {
    'no-change': updates.some(({ unchanged }) => unchanged),
    update: updates.some(({ unchanged }) => !unchanged),
    delivery: (state.deliveryWords ?? 0) > entry,
    'move-asked': requests.some(({ kind }) => kind === 'move'),
    'stop-asked': requests.some(({ kind }) => kind === 'stop'),
    other: later(state.evidence).length > 0 || later(state.milestones).length > 0,
  };
  return ANSWERS.filter((code) => said[code]);
}

const STATES = `
  select state from tracked_item where partnership_id = $1 and state is not null order by ref`;
