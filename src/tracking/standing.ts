import { daysBetween } from './day.js';
import { hasOpenAction, type ActionState, type AddresseeState, type ItemState } from './fold.js';
import { DELIVERIES, JUDGEMENT_WORDS, QUIET_DAYS, RESPONSES, SOON_DAYS } from './tracking.js';
import { isClosed, isOpenDelivery, type Delivery, type ItemDelivery, type ResponseCode } from './tracking.js';

/** Grey is over, blue is done, green is well: said beside the word, never alone. */
export type Colour = 'grey' | 'blue' | 'red' | 'amber' | 'green';

export const ACTION_FLAGS = [
  ...([
    'stopped',
    'completed',
    'overdue',
    'due-soon',
    'no-date',
    'no-owner',
    'no-update',
    'on-track',
  ] as const),
];
export type ActionFlag = (typeof ACTION_FLAGS)[number];

export const ITEM_FLAGS = [
  ...(['closed', 'action-overdue', 'response-late', 'judged-unacceptable', 'action-amber'] as const),
  ...(['response-awaited', 'no-action', 'waiting-for-judgement', 'on-track'] as const),
];
export type ItemFlag = (typeof ITEM_FLAGS)[number];

/** A flag with the word and the colour that it gives, where it is the first that fits. */
export interface Mark<Flag> {
  flag: Flag;
  word: string;
  colour: Colour;
}

/** How something stands on a day: all flags that fit, of which the first gives word and colour. */
export interface Standing<Flag> {
  flags: Flag[];
  word: string;
  colour: Colour;
}

export interface ActionStanding extends Standing<ActionFlag> {
  /** 0 where it is not overdue. */
  overdueDays: number;
  /** How much later than the original date the last day of the present one is; less than 0 where it is sooner. */
  slippedDays: number;
  /** Days until it is due, 0 for today; null where it is over, has no date, or is overdue. */
  dueInDays: number | null;
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** How an action stands on a day. */
export function standingOfAction(action: ActionState, today: string): ActionStanding {
  const isOpen = isOpenDelivery(action.delivery);
  const left = action.due && isOpen ? daysBetween(today, action.due.on) : null;
  const overdueDays = left !== null && left < 0 ? -left : 0;
  const dueInDays = left !== null && left >= 0 ? left : null;
  const slippedDays = action.due ? daysBetween(action.originalDue!.on, action.due.on) : 0;
  return {
    ...first(marksOfAction(action, { today, overdueDays, dueInDays })),
    overdueDays,
    slippedDays,
    dueInDays,
  };
}

function marksOfAction(
  { delivery, due, owner, heardOn }: ActionState,
  { today, overdueDays, dueInDays }: { today: string; overdueDays: number; dueInDays: number | null },
): Mark<ActionFlag>[] {
  if (delivery === 'stopped') return [{ flag: 'stopped', word: 'Stopped', colour: 'grey' }];
  if (delivery === 'completed') return [{ flag: 'completed', word: 'Completed', colour: 'blue' }];
  const marks: (Mark<ActionFlag> | false)[] = [
    overdueDays > 0 && { flag: 'overdue', word: `Overdue by ${days(overdueDays)}`, colour: 'red' },
    dueInDays !== null &&
      dueInDays <= SOON_DAYS && {
        ...{ flag: 'due-soon', colour: 'amber' },
        word: dueInDays === 0 ? 'Due today' : `Due in ${days(dueInDays)}`,
      },
    !due && { flag: 'no-date', word: 'No date', colour: 'amber' },
    owner === null && { flag: 'no-owner', word: 'No owner', colour: 'amber' },
    daysBetween(heardOn, today) >= QUIET_DAYS && {
      ...{ flag: 'no-update', word: `No update for ${QUIET_DAYS} days`, colour: 'amber' },
    },
  ];
  const fitting = marks.filter((mark) => mark !== false);
  return fitting.length > 0 ? fitting : [{ flag: 'on-track', word: 'On track', colour: 'green' }];
}

/** What addressees have said, counted: never one word for many. */
export type ResponseTally = Record<ResponseCode, number> & { asked: number; answered: number; late: number };

export interface ItemStanding extends Standing<ItemFlag> {
  delivery: ItemDelivery;
  responses: ResponseTally;
  isWaitingForJudgement: boolean;
  /** Closed, and the day to look again is there. */
  isRecheckDue: boolean;
  actions: Map<string, ActionStanding>;
}

/** How an item stands on a day. */
export function standingOfItem(state: ItemState, today: string): ItemStanding {
  const actions = new Map(state.actions.map((action) => [action.id, standingOfAction(action, today)]));
  const isOver = isClosed(state.judgement.judgement);
  const { recheckOn } = state.judgement;
  const parts = {
    ...{ delivery: deliveryOf(state), responses: tally(state, today), actions },
    isWaitingForJudgement: !isOver && state.actions.length > 0 && !hasOpenAction(state),
    isRecheckDue: isOver && recheckOn !== null && recheckOn <= today,
  };
  return { ...parts, ...first(marksOfItem(state, parts)) };
}

/** Of an item: none · not started (all) · stopped (all) · completed (all completed or stopped, one completed) · else in progress. */
export function deliveryOf({ actions }: { actions: readonly Pick<ActionState, 'delivery'>[] }): ItemDelivery {
  if (actions.length === 0) return 'none';
  const all = (...wanted: Delivery[]): boolean => actions.every(({ delivery }) => wanted.includes(delivery));
  const same = DELIVERIES.find((delivery) => delivery !== 'in-progress' && all(delivery));
  if (same) return same;
  return all('completed', 'stopped') ? 'completed' : 'in-progress';
}

/** Late: awaited after the day by which a response was asked for. */
export function tally(
  {
    addressees,
    responseDueOn,
  }: { addressees: readonly Pick<AddresseeState, 'response'>[]; responseDueOn: string },
  today: string,
): ResponseTally {
  const count = (code: ResponseCode): number => addressees.filter(({ response }) => response === code).length;
  const counts = Object.fromEntries(RESPONSES.map((code) => [code, count(code)])) as Record<
    ResponseCode,
    number
  >;
  return {
    ...counts,
    asked: addressees.length,
    answered: addressees.length - counts.awaiting,
    late: today > responseDueOn ? counts.awaiting : 0,
  };
}

function marksOfItem(
  { judgement: { judgement }, actions: own }: ItemState,
  {
    actions,
    responses,
    isWaitingForJudgement,
  }: Pick<ItemStanding, 'actions' | 'responses' | 'isWaitingForJudgement'>,
): Mark<ItemFlag>[] {
  if (isClosed(judgement)) return [{ flag: 'closed', word: JUDGEMENT_WORDS[judgement], colour: 'blue' }];
  const standings = [...actions.values()];
  const overdue = Math.max(0, ...standings.map(({ overdueDays }) => overdueDays));
  const amber = standings.find(({ colour }) => colour === 'amber');
  const marks: (Mark<ItemFlag> | false | undefined)[] = [
    overdue > 0 && { flag: 'action-overdue', word: `Action overdue by ${days(overdue)}`, colour: 'red' },
    responses.late > 0 && { flag: 'response-late', word: 'Response late', colour: 'red' },
    judgement === 'open-unacceptable' && {
      flag: 'judged-unacceptable',
      word: 'Judged unacceptable',
      colour: 'red',
    },
    amber && { flag: 'action-amber', word: `Action: ${amber.word.toLowerCase()}`, colour: 'amber' },
    responses.awaiting > 0 && { flag: 'response-awaited', word: 'Response awaited', colour: 'amber' },
    own.length === 0 && { flag: 'no-action', word: 'No action', colour: 'amber' },
    isWaitingForJudgement && {
      flag: 'waiting-for-judgement',
      word: 'Waiting for judgement',
      colour: 'amber',
    },
  ];
  const fitting = marks.filter((mark): mark is Mark<ItemFlag> => !!mark);
  return fitting.length > 0 ? fitting : [{ flag: 'on-track', word: 'On track', colour: 'green' }];
}

const first = <Flag>(marks: Mark<Flag>[]): Standing<Flag> => ({
  flags: marks.map(({ flag }) => flag),
  word: marks[0]!.word,
  colour: marks[0]!.colour,
});
