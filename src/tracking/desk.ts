import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { AgenciesService } from './agencies.service.js';
import type { ListedAgency } from './agency-list.js';
import { isAuditLead, type Follower } from './follower.js';
import { isLineWaiting, type ItemState } from './fold.js';
import { countsOf, isUndelivered, ItemList, type ItemFilters, type StandingItem } from './item-list.js';
import { TrackedItemPresenter } from './item.presenter.js';
import type { TrackingMoment } from './moment.js';
import type { ActionFlag } from './standing.js';
import { Unreached } from './reminders/unreached.js';
import { TrackedItemAnswer } from './tracked-item.model.js';
import { isClosed } from './tracking.js';
import { DeskAction, DeskAnswer } from './desk.model.js';

/** An item that wants something, or one of its actions. */
export interface DeskRow {
  one: StandingItem;
  /** Id of the action; null where the item itself is meant. */
  action: string | null;
}

export const DESK_GROUPS = [
  ...(['overdue', 'due30', 'due60', 'due90', 'awaitingResponse', 'awaitingDecision'] as const),
  ...(['awaitingJudgement', 'noOwner', 'undelivered', 'noDate', 'noUpdate', 'recheckDue'] as const),
  ...(['awaitingRelease'] as const),
];
export type DeskGroup = (typeof DESK_GROUPS)[number];

/**
 * What wants doing among items that stand so: one thing may be in several groups. Walked once: there may be ten thousand actions.
 * @param unreached owners whom mail does not reach
 */
export function deskOf(
  found: readonly StandingItem[],
  unreached: ReadonlySet<string>,
): Record<DeskGroup, DeskRow[]> {
  const groups = Object.fromEntries(DESK_GROUPS.map((name) => [name, [] as Row[]])) as Record<
    DeskGroup,
    Row[]
  >;
  for (const one of found) {
    const { state, standing } = one;
    const item: Row = { one, action: null, rank: 0 };
    if (standing.isRecheckDue) groups.recheckDue.push(item);
    if (isLineWaiting(state)) groups.awaitingRelease.push(item);
    if (isClosed(state.judgement.judgement)) continue;
    if (standing.responses.awaiting > 0) groups.awaitingResponse.push(item);
    if (standing.isWaitingForJudgement) groups.awaitingJudgement.push(item);
    for (const acting of state.actions) {
      const { id: action, requests } = acting;
      const { overdueDays, dueInDays, flags } = standing.actions.get(action)!;
      const row: Row = { one, action, rank: dueInDays ?? 0 };
      if (overdueDays > 0) groups.overdue.push({ ...row, rank: -overdueDays });
      const due = dueInDays === null ? undefined : DUE.find(([, days]) => dueInDays <= days);
      if (due) groups[due[0]].push(row);
      if (requests.some(({ decision }) => decision === null)) groups.awaitingDecision.push(row);
      if (isUndelivered(acting, unreached)) groups.undelivered.push(row);
      for (const flag of flags) if (flag in BY_FLAG) groups[BY_FLAG[flag]!].push(row);
    }
  }
  for (const group of RANKED) groups[group].sort((one, other) => one.rank - other.rank);
  return groups;
}

/** With what tells its place in its group. */
interface Row extends DeskRow {
  rank: number;
}

const DUE = [
  ['due30', 30],
  ['due60', 60],
  ['due90', 90],
] as const satisfies readonly (readonly [DeskGroup, number])[];

const BY_FLAG: Partial<Record<ActionFlag, DeskGroup>> = {
  'no-owner': 'noOwner',
  'no-date': 'noDate',
  'no-update': 'noUpdate',
};

/** The longest overdue first, and what is due soonest; the others stand by their numbers. */
const RANKED = ['overdue', 'due30', 'due60', 'due90'] as const satisfies readonly DeskGroup[];

/** What an audit lead sees first: all that is late, waits or is unproven. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly list: ItemList,
    private readonly presenter: TrackedItemPresenter,
    private readonly owners: Unreached,
    private readonly agencies: AgenciesService,
  ) {}

  async desk(who: Follower, moment: TrackingMoment, filters: ItemFilters = {}): Promise<DeskAnswer> {
    const { all, found } = await this.list.standings(who, moment, filters);
    const groups = deskOf(found, await this.unreached(who, moment));
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
      awaitingRelease: itemsOf('awaitingRelease'),
      ...{ undelivered: actionsOf('undelivered'), recheckDue: itemsOf('recheckDue') },
      executiveWithoutAddress: (await this.executivesWithoutAddress(who, moment)).map(({ id, name }) => ({
        ...{ id, name },
      })),
    };
  }

  /** Owners whom mail does not reach; nobody, of a day that is over. */
  async unreached({ partnership }: Follower, { past }: TrackingMoment): Promise<ReadonlySet<string>> {
    return past ? new Set() : await this.owners.in(partnership.id);
  }

  /** Agencies whose executive nobody can write to, for audit leads: older entries have a name there. */
  async executivesWithoutAddress(who: Follower, { past }: TrackingMoment): Promise<ListedAgency[]> {
    if (past || !isAuditLead(who)) return [];
    return (await this.agencies.list(who)).filter(
      ({ executive, endedOn }) => endedOn === null && executive !== null && !isEmail(executive),
    );
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
