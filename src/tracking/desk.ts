import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Follower } from './follower.js';
import { isLineWaiting, type ItemState } from './fold.js';
import { countsOf, ItemList, type ItemFilters, type StandingItem } from './item-list.js';
import { TrackedItemPresenter } from './item.presenter.js';
import type { TrackingMoment } from './moment.js';
import type { ActionFlag } from './standing.js';
import { ItemCounts, TrackedAction, TrackedItemAnswer } from './tracked-item.model.js';
import { isClosed } from './tracking.js';

/** An action on the desk, with the item that it is of. */
export class DeskAction extends TrackedAction {
  itemRef: string;
  itemText: string | null;
}

/** What wants doing, in lists: one thing may be in several. */
export class DeskAnswer {
  asOf: string;

  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  counts: ItemCounts;

  /** The longest overdue first. */
  overdue: DeskAction[];

  /** Due in 30 days or fewer. */
  due30: DeskAction[];

  /** Due in 31 to 60 days. */
  due60: DeskAction[];

  /** Due in 61 to 90 days. */
  due90: DeskAction[];

  awaitingResponse: TrackedItemAnswer[];

  /** With a request of an agency lead that waits. */
  awaitingDecision: DeskAction[];

  awaitingJudgement: TrackedItemAnswer[];
  noOwner: DeskAction[];
  noDate: DeskAction[];

  /** Nothing was heard of it for 92 days or more. */
  noUpdate: DeskAction[];

  recheckDue: TrackedItemAnswer[];

  /** With a public line that waits for somebody else to release it. */
  awaitingRelease: TrackedItemAnswer[];
}

/** An item that wants something, or one of its actions. */
export interface DeskRow {
  one: StandingItem;
  /** Id of the action; null where the item itself is meant. */
  action: string | null;
}

export const DESK_GROUPS = [
  ...(['overdue', 'due30', 'due60', 'due90', 'awaitingResponse', 'awaitingDecision'] as const),
  ...(['awaitingJudgement', 'noOwner', 'noDate', 'noUpdate', 'recheckDue'] as const),
  ...(['awaitingRelease'] as const),
];
export type DeskGroup = (typeof DESK_GROUPS)[number];

/** What wants doing among items that stand so: one thing may be in several groups. */
export function deskOf(found: readonly StandingItem[]): Record<DeskGroup, DeskRow[]> {
  const open = found.filter(({ state }) => !isClosed(state.judgement.judgement));
  const actions = open.flatMap((one) =>
    one.state.actions.map(({ id, requests }) => ({
      row: { one, action: id } satisfies DeskRow,
      stands: one.standing.actions.get(id)!,
      isAsked: requests.some(({ decision }) => decision === null),
    })),
  );
  type Acting = (typeof actions)[number];
  const rows = (fits: (one: Acting) => boolean, by: (one: Acting) => number = () => 0): DeskRow[] =>
    actions
      .filter(fits)
      .toSorted((one, other) => by(one) - by(other))
      .map(({ row }) => row);
  const withFlag = (flag: ActionFlag): DeskRow[] => rows(({ stands }) => stands.flags.includes(flag));
  const dueIn = (from: number, to: number): DeskRow[] =>
    rows(
      ({ stands: { dueInDays } }) => dueInDays !== null && dueInDays >= from && dueInDays <= to,
      ({ stands }) => stands.dueInDays!,
    );
  const items = (all: readonly StandingItem[], fits: (one: StandingItem) => boolean): DeskRow[] =>
    all.filter(fits).map((one) => ({ one, action: null }));
  return {
    overdue: rows(
      ({ stands }) => stands.overdueDays > 0,
      ({ stands }) => -stands.overdueDays,
    ),
    ...{ due30: dueIn(0, 30), due60: dueIn(31, 60), due90: dueIn(61, 90) },
    awaitingResponse: items(open, ({ standing }) => standing.responses.awaiting > 0),
    awaitingDecision: rows(({ isAsked }) => isAsked),
    awaitingJudgement: items(open, ({ standing }) => standing.isWaitingForJudgement),
    ...{ noOwner: withFlag('no-owner'), noDate: withFlag('no-date'), noUpdate: withFlag('no-update') },
    recheckDue: items(found, ({ standing }) => standing.isRecheckDue),
    awaitingRelease: items(found, ({ state }) => isLineWaiting(state)),
  };
}

/** What an audit lead sees first: all that is late, waits or is unproven. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly list: ItemList,
    private readonly presenter: TrackedItemPresenter,
  ) {}

  async desk(who: Follower, moment: TrackingMoment, filters: ItemFilters = {}): Promise<DeskAnswer> {
    const { all, found } = await this.list.standings(who, moment, filters);
    const groups = deskOf(found);
    const items = await this.present(who, moment, Object.values(groups).flat(), all);
    const actionsOf = (group: DeskGroup): DeskAction[] =>
      groups[group].map(({ one, action }) => deskAction(items.get(one.state.id)!, action!));
    const itemsOf = (group: DeskGroup): TrackedItemAnswer[] =>
      groups[group].map(({ one }) => items.get(one.state.id)!);
    return {
      ...{ asOf: moment.asOf, view: moment.view, counts: countsOf(found) },
      ...{ overdue: actionsOf('overdue'), due30: actionsOf('due30'), due60: actionsOf('due60') },
      ...{ due90: actionsOf('due90'), awaitingResponse: itemsOf('awaitingResponse') },
      ...{ awaitingDecision: actionsOf('awaitingDecision'), awaitingJudgement: itemsOf('awaitingJudgement') },
      ...{ noOwner: actionsOf('noOwner'), noDate: actionsOf('noDate'), noUpdate: actionsOf('noUpdate') },
      ...{ recheckDue: itemsOf('recheckDue'), awaitingRelease: itemsOf('awaitingRelease') },
    };
  }

  /** The items of rows as they are shown, by id. */
  async present(
    who: Follower,
    moment: TrackingMoment,
    rows: readonly DeskRow[],
    all: readonly ItemState[],
  ): Promise<Map<string, TrackedItemAnswer>> {
    const states = new Map(rows.map(({ one: { state } }) => [state.id, state]));
    const presented = await this.presenter.present(who, moment, [...states.values()], all);
    return new Map(presented.map((item) => [item.id, item]));
  }
}

/** An action of an item as the desk has it. */
export const deskAction = (item: TrackedItemAnswer, id: string): DeskAction => ({
  ...item.actions.find((action) => action.id === id)!,
  ...{ itemRef: item.ref, itemText: item.text },
});
