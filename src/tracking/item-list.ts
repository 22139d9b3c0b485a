import { Injectable } from '@nestjs/common';
import { windowOf } from '../platform/http/listing/page.js';
import { FollowedTexts } from '../recommendations/followed-texts.js';
import type { Follower } from './follower.js';
import { isLineWaiting, type ItemState } from './fold.js';
import { TrackedItemPresenter } from './item.presenter.js';
import type { TrackingMoment } from './moment.js';
import { concerns } from './rights.js';
import { standingOfItem, type ActionStanding, type Colour, type ItemStanding } from './standing.js';
import type { ItemCounts, TrackedItemList } from './tracked-item.model.js';
import { TrackedItemQueries } from './tracked-items.queries.js';
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
  ) {}

  /** All that fit, by number, with how each stands. */
  async standings(
    who: Follower,
    moment: TrackingMoment,
    filters: ItemFilters = {},
  ): Promise<{ all: ItemState[]; found: StandingItem[] }> {
    const all = await this.items.all(who, moment);
    const about = await this.about(all, filters);
    const found = all
      .filter(({ source }) => about === null || (source.kind !== 'other' && about.has(source.id)))
      .filter((item) => !filters.agency || concerns(item, filters.agency))
      .filter(({ actions }) => !filters.owner || actions.some(({ owner }) => owner === filters.owner))
      .map((state) => ({ state, standing: this.standing(state, moment.asOf) }))
      .filter((one) => fitsState(one, filters.state) && fitsDue(one, filters.due));
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

function fitsState({ state, standing }: StandingItem, wanted: string | undefined): boolean {
  if (!wanted) return true;
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
  const actions = found.flatMap(({ state, standing }) =>
    state.actions.map((action) => ({ action, standing: standing.actions.get(action.id)! })),
  );
  const items = (fits: (one: StandingItem) => boolean): number => found.filter(fits).length;
  const among = (fits: (one: (typeof actions)[number]) => boolean): number => actions.filter(fits).length;
  const closed = items(({ state }) => isClosed(state.judgement.judgement));
  const sum = (count: (one: StandingItem) => number): number =>
    found.reduce((total, one) => total + count(one), 0);
  return {
    ...{ items: found.length, open: found.length - closed, closed, actions: actions.length },
    openActions: among(({ action }) => isOpenDelivery(action.delivery)),
    completed: among(({ action }) => action.delivery === 'completed'),
    overdue: among(({ standing }) => standing.overdueDays > 0),
    responsesLate: sum(({ standing }) => standing.responses.late),
    responsesAwaited: sum(({ standing }) => standing.responses.awaiting),
    waitingForJudgement: items(({ standing }) => standing.isWaitingForJudgement),
    noOwner: among(({ standing }) => standing.flags.includes('no-owner')),
    noUpdate: among(({ standing }) => standing.flags.includes('no-update')),
    red: items(({ standing }) => standing.colour === 'red'),
    amber: items(({ standing }) => standing.colour === 'amber'),
    green: items(({ standing }) => standing.colour === 'green'),
    blue: items(({ standing }) => standing.colour === 'blue'),
  };
}
