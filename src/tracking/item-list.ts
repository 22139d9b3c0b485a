import { Injectable } from '@nestjs/common';
import { windowOf } from '../platform/http/listing/page.js';
import { FollowedTexts } from '../recommendations/followed-texts.js';
import type { Follower } from './follower.js';
import { isLineWaiting, type ActionState, type ItemState } from './fold.js';
import { TrackedItemPresenter } from './item.presenter.js';
import type { TrackingMoment } from './moment.js';
import { concerns } from './rights.js';
import { standingOfItem, type ActionStanding, type Colour, type ItemStanding } from './standing.js';
import type { ItemCounts, TrackedItemList } from './tracked-item.model.js';
import { TrackedItemQueries } from './tracked-items.queries.js';
import { Unreached } from './reminders/unreached.js';
import { isClosed, isOpenDelivery } from './tracking.js';

/** Which items. */
export interface ItemFilters {
  review?: string;
  theme?: string;
  agency?: string;
  owner?: string;
  state?: string;
  due?: 'overdue' | '30' | '60' | '90';
}

/** In which order items are listed: by number, by what is due soonest, or by what is worst. */
export const ITEM_SORTS = { ref: 'Number', due: 'Due soonest', urgency: 'Most urgent' } as const;
export type ItemSort = keyof typeof ITEM_SORTS;

/** An item and how it stands on the day that is asked about. */
export interface StandingItem {
  state: ItemState;
  standing: ItemStanding;
}

/** Lists what a partnership follows. */
@Injectable()
export class ItemList {
  /** Of states that are kept, as long as they are: how each stood on the day that was asked about last. */
  private readonly known = new WeakMap<ItemState, { asOf: string; standing: ItemStanding }>();

  constructor(
    private readonly items: TrackedItemQueries,
    private readonly texts: FollowedTexts,
    private readonly presenter: TrackedItemPresenter,
    private readonly unreached: Unreached,
  ) {}

  /** All that fit, by number, with how each stands. */
  async standings(
    who: Follower,
    moment: TrackingMoment,
    filters: ItemFilters = {},
  ): Promise<{ all: ItemState[]; found: StandingItem[] }> {
    const all = await this.items.all(who, moment);
    const about = await this.about(all, filters);
    const unreached = await this.unreachedIn(who, moment, filters);
    const found = all
      .filter(({ source }) => about === null || (source.kind !== 'other' && about.has(source.id)))
      .filter((item) => !filters.agency || concerns(item, filters.agency))
      .filter(({ actions }) => !filters.owner || actions.some(({ owner }) => owner === filters.owner))
      .map((state) => ({ state, standing: this.standing(state, moment.asOf) }))
      .filter((one) => fitsState(one, filters.state, unreached) && fitsDue(one, filters.due));
    return { all, found };
  }

  async list(
    who: Follower,
    moment: TrackingMoment,
    query: ItemFilters & { page?: number; limit?: number; sort?: ItemSort },
  ): Promise<TrackedItemList> {
    const { all, found } = await this.standings(who, moment, query);
    const { page, limit, offset } = windowOf(query);
    const shown = inOrder(found, query.sort ?? 'ref')
      .slice(offset, offset + limit)
      .map(({ state }) => state);
    return {
      ...{ page, limit, total: found.length, asOf: moment.asOf, view: moment.view, counts: countsOf(found) },
      items: await this.presenter.present(who, moment, shown, all),
    };
  }

  /** Whom mail does not reach is known of today alone. */
  private async unreachedIn(
    { partnership }: Follower,
    { past }: TrackingMoment,
    { state }: ItemFilters,
  ): Promise<ReadonlySet<string>> {
    return state === 'undelivered' && !past ? await this.unreached.in(partnership.id) : new Set();
  }

  private standing(state: ItemState, asOf: string): ItemStanding {
    const known = this.known.get(state);
    if (known?.asOf === asOf) return known.standing;
    const standing = standingOfItem(state, asOf);
    this.known.set(state, { asOf, standing });
    return standing;
  }

  /** What of the library is about what is asked for; null where nothing is. */
  private async about(
    all: readonly ItemState[],
    { review, theme }: ItemFilters,
  ): Promise<Set<string> | null> {
    if (!review && !theme) return null;
    return await this.texts.among(all.flatMap(followedId), { review, theme });
  }
}

/** Its recommendation or learning point, where it is of the library. */
export const followedId = ({ source }: ItemState): string[] => (source.kind === 'other' ? [] : [source.id]);

function fitsState(
  { state, standing }: StandingItem,
  wanted: string | undefined,
  unreached: ReadonlySet<string>,
): boolean {
  if (!wanted) return true;
  if (wanted === 'undelivered') return state.actions.some((action) => isUndelivered(action, unreached));
  const { judgement } = state.judgement;
  if (wanted === 'open') return !isClosed(judgement);
  if (wanted === 'line-waiting') return isLineWaiting(state);
  if (wanted === 'recheck-due') return standing.isRecheckDue;
  if (wanted === 'awaiting-decision')
    return state.actions.some(({ requests }) => requests.some(({ decision }) => decision === null));
  return (
    judgement === wanted ||
    (standing.flags as string[]).includes(wanted) ||
    [...standing.actions.values()].some(({ flags }) => (flags as string[]).includes(wanted))
  );
}

/** Whether it is open, and its owner is one whom mail does not reach. */
export const isUndelivered = (
  { delivery, owner }: Pick<ActionState, 'delivery' | 'owner'>,
  unreached: ReadonlySet<string>,
): boolean => isOpenDelivery(delivery) && owner !== null && unreached.has(owner);

function fitsDue({ standing }: StandingItem, due: ItemFilters['due']): boolean {
  if (!due) return true;
  return [...standing.actions.values()].some((action) =>
    due === 'overdue' ? action.overdueDays > 0 : isDueWithin(action, Number(due)),
  );
}

/** Due in so many days or fewer, and not overdue. */
export const isDueWithin = ({ dueInDays }: ActionStanding, days: number): boolean =>
  dueInDays !== null && dueInDays <= days;

/** Of equals, the lower number comes first. */
function inOrder(found: readonly StandingItem[], sort: ItemSort): readonly StandingItem[] {
  if (sort === 'ref') return found;
  const by = sort === 'due' ? soonest : urgency;
  return found.toSorted((one, other) => by(one) - by(other) || one.state.ref - other.state.ref);
}

/** Days until the first of its open actions is due: less than 0 where it is overdue, last where none has a date. */
const soonest = ({ standing }: StandingItem): number =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    ...[...standing.actions.values()].map(
      ({ dueInDays, overdueDays }) => dueInDays ?? (overdueDays > 0 ? -overdueDays : Number.MAX_SAFE_INTEGER),
    ),
  );

const urgency = (one: StandingItem): number =>
  URGENCY.indexOf(one.standing.colour) * 1e6 + Math.min(soonest(one), 5e5);
const URGENCY: readonly Colour[] = ['red', 'amber', 'green', 'blue', 'grey'];

/** How many of these are what: promises of organisations, shown as they are. */
export function countsOf(found: readonly StandingItem[]): ItemCounts {
  const counts: ItemCounts = { ...NONE, items: found.length };
  for (const { state, standing } of found) {
    if (isClosed(state.judgement.judgement)) counts.closed += 1;
    else counts.open += 1;
    if (standing.isWaitingForJudgement) counts.waitingForJudgement += 1;
    if (standing.colour !== 'grey') counts[standing.colour] += 1;
    counts.responsesLate += standing.responses.late;
    counts.responsesAwaited += standing.responses.awaiting;
    counts.actions += state.actions.length;
    for (const { id, delivery } of state.actions) {
      const { overdueDays, flags } = standing.actions.get(id)!;
      if (isOpenDelivery(delivery)) counts.openActions += 1;
      if (delivery === 'completed') counts.completed += 1;
      if (overdueDays > 0) counts.overdue += 1;
      if (flags.includes('no-owner')) counts.noOwner += 1;
      if (flags.includes('no-update')) counts.noUpdate += 1;
    }
  }
  return counts;
}

const NONE: ItemCounts = {
  ...{ items: 0, open: 0, closed: 0, actions: 0, openActions: 0, completed: 0, overdue: 0 },
  ...{ responsesLate: 0, responsesAwaited: 0, waitingForJudgement: 0, noOwner: 0, noUpdate: 0 },
  ...{ red: 0, amber: 0, green: 0, blue: 0 },
};
