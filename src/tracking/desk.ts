import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Follower } from './follower.js';
import { countsOf, ItemList, type ItemFilters, type StandingItem } from './item-list.js';
import { TrackedItemPresenter } from './item.presenter.js';
import type { TrackingMoment } from './moment.js';
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
    const wanted = found.filter(isOnDesk);
    const presented = await this.presenter.present(
      who,
      moment,
      wanted.map(({ state }) => state),
      all,
    );
    const rows = wanted.map((one, place) => ({ ...one, item: presented[place]! }));
    const open = rows.filter(({ state }) => !isClosed(state.judgement.judgement));
    const actions = open.flatMap(({ item }) =>
      item.actions.map((action) => ({ ...action, itemRef: item.ref, itemText: item.text })),
    );
    const withFlag = (flag: TrackedAction['flags'][number]): DeskAction[] =>
      actions.filter(({ flags }) => flags.includes(flag));
    const dueIn = (from: number, to: number): DeskAction[] =>
      actions
        .filter(({ dueInDays }) => dueInDays !== null && dueInDays >= from && dueInDays <= to)
        .toSorted((one, other) => one.dueInDays! - other.dueInDays!);
    return {
      ...{ asOf: moment.asOf, view: moment.view, counts: countsOf(found) },
      overdue: withFlag('overdue').toSorted((one, other) => other.overdueDays - one.overdueDays),
      ...{ due30: dueIn(0, 30), due60: dueIn(31, 60), due90: dueIn(61, 90) },
      awaitingResponse: open
        .filter(({ standing }) => standing.responses.awaiting > 0)
        .map(({ item }) => item),
      awaitingDecision: actions.filter(({ requests }) => requests.some(({ decision }) => decision === null)),
      awaitingJudgement: open
        .filter(({ standing }) => standing.isWaitingForJudgement)
        .map(({ item }) => item),
      ...{ noOwner: withFlag('no-owner'), noDate: withFlag('no-date'), noUpdate: withFlag('no-update') },
      recheckDue: rows.filter(({ standing }) => standing.isRecheckDue).map(({ item }) => item),
    };
  }
}

/** Whether anything of an item is on the desk: what is well need not be read. */
function isOnDesk({ state, standing }: StandingItem): boolean {
  if (isClosed(state.judgement.judgement)) return standing.isRecheckDue;
  const acts = [...standing.actions.values()];
  return (
    standing.responses.awaiting > 0 ||
    standing.isWaitingForJudgement ||
    acts.some(
      ({ flags, dueInDays }) => !flags.includes('on-track') || (dueInDays !== null && dueInDays <= 90),
    ) ||
    state.actions.some(({ requests }) => requests.some(({ decision }) => decision === null))
  );
}
