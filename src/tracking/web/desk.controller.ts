import { Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { cutAtWord } from '../../platform/text/text.js';
import { addressOf, type Parameters } from '../../platform/pages/addresses.js';
import { paginationOf, sayShown, type Pagination } from '../../platform/pages/pagination.js';
import type { ListLink } from '../../platform/pages/list-filters.js';
import { TrackingAnswers } from '../api/answers.js';
import { BoardMovement } from '../board/board-movement.js';
import { saySnapshot } from '../board/board-paper.js';
import { DESK_GROUPS, deskOf, DeskQueries } from '../desk.js';
import { presentLine, type LineView } from '../lines/web/line.presenter.js';
import { FiguresQueries } from '../figures.js';
import { followerOf } from '../follower.js';
import { countsOf, ITEM_SORTS, ItemList } from '../item-list.js';
import type { TrackingMoment } from '../moment.js';
import { OpenOverTime } from '../open-over-time.js';
import type { TrackedItemAnswer } from '../tracked-item.model.js';
import { RoundQueries } from '../rounds/rounds.queries.js';
import { presentRunning, type RunningRoundView } from '../rounds/web/round.presenter.js';
import { ReachQueries } from '../reach/reach.queries.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { agencyChart, impactChart, movementChart, openChart, reachChart, type ChartView } from './charts.js';
import { SaidBefore } from '../said-before.js';
import type { SaidBeforeAnswer } from '../said-before.model.js';
import { ON_DESK, presentDesk, type DeskView } from './desk.presenter.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { presentItemPage, sayAnswered, type ItemPageView } from './item-page.presenter.js';
import { presentMark, type MarkView } from './marks.js';
import { ItemNarrowing, type NarrowingView } from './narrowing.js';
import { TrackingRoom } from './tracking-room.js';
import { filtersIn, MomentOfPage, TrackingPageQuery } from './tracking-page-query.dto.js';

/** What is followed, as people read it: what wants doing, all of it, and each item. */
@PageRoutes('tracking')
export class TrackingPagesController {
  constructor(
    private readonly answers: TrackingAnswers,
    private readonly lists: ItemList,
    private readonly desks: DeskQueries,
    private readonly figures: FiguresQueries,
    private readonly overTime: OpenOverTime,
    private readonly queries: TrackedItemQueries,
    private readonly narrowing: ItemNarrowing,
    private readonly room: TrackingRoom,
    private readonly saidBefore: SaidBefore,
    private readonly movements: BoardMovement,
    private readonly reach: ReachQueries,
    private readonly rounds: RoundQueries,
  ) {}

  @Get()
  @Requires('tracking.read')
  @Render('tracking/desk')
  async desk(@Query() query: TrackingPageQuery, @Req() request: Request): Promise<DeskPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment(query);
    const frame = presentFrame(who, moment, { path: '/tracking', given: request.query });
    const filters = filtersIn(query);
    const { all, found } = await this.lists.standings(who, moment, filters);
    const groups = deskOf(found, await this.desks.unreached(who, moment));
    const shown = DESK_GROUPS.flatMap((group) => groups[group].slice(0, ON_DESK));
    const beside = momentOfAddress(moment);
    // What teams discussed is about no item: a desk that is narrowed down says nothing of it.
    const isNarrowed = Object.values(filters).some(Boolean);
    const [items, narrowing, { items: figures }, points, lately, reached, running] = await Promise.all([
      this.desks.present(who, moment, shown, all),
      this.narrowing.by(who, all, filters, { path: '/tracking', beside }),
      this.figures.ofItems(who, moment, 'then', found),
      this.overTime.of(
        who,
        moment,
        found.map(({ state }) => state.id),
      ),
      this.movements.lately(who, moment, found),
      isNarrowed ? null : this.reach.lately(who, moment, 12),
      frame.leads && !isNarrowed ? this.rounds.running(who) : [],
    ]);
    const levels = found.map(({ state }) => state.impact.level);
    return {
      ...{ frame, narrowing, rounds: running.map(presentRunning) },
      desk: presentDesk(groups, items, {
        executives: await this.desks.executivesWithoutAddress(who, moment),
        ...{ counts: countsOf(found), offers: frame, beside: { ...filters, ...beside } },
      }),
      pictures: [
        lately && movementChart(saySnapshot(lately.since), lately.movement),
        ...[agencyChart(figures), impactChart(levels), openChart(points)],
        reached && reachChart(reached, 'Reach in the last twelve months'),
      ].filter((one) => one !== null),
    };
  }

  @Get('items')
  @Requires('tracking.read')
  @Render('tracking/items')
  async list(@Query() query: TrackingPageQuery, @Req() request: Request): Promise<ItemsPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment(query);
    const path = '/tracking/items';
    const frame = presentFrame(who, moment, { path, given: request.query });
    const filters = filtersIn(query);
    const { sort = 'ref' } = query;
    const [list, all] = await Promise.all([
      this.lists.list(who, moment, query),
      this.queries.all(who, moment),
    ]);
    const beside = { ...momentOfAddress(moment), sort: sort === 'ref' ? undefined : sort };
    const address = (more: Parameters): string => addressOf(path, { ...filters, ...beside, ...more });
    return {
      frame,
      narrowing: await this.narrowing.by(who, all, filters, { path, beside }),
      items: list.items.map(itemEntry),
      shown: sayShown(list, 'item'),
      orders:
        list.total < 2
          ? []
          : Object.entries(ITEM_SORTS).map(([by, text]) => ({
              ...{ text, href: address({ sort: by === 'ref' ? undefined : by }), current: by === sort },
            })),
      pagination: paginationOf(list, (page) => address({ page })),
    };
  }

  @Get('items/:id')
  @Requires('tracking.read')
  @Render('tracking/item')
  async item(
    @Param('id') id: string,
    @Query() query: MomentOfPage,
    @Req() request: Request,
  ): Promise<ItemPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment(query);
    const item = await this.answers.item(who, id, moment);
    const frame = presentFrame(who, moment, { path: `/tracking/items/${id}`, given: request.query });
    return {
      ...{ frame, item: presentItemPage(who, item, await this.room.beside(who, item, moment)) },
      ...{ saidBefore: await this.saidBefore.of(who, id, moment), mayDecide: frame.leads },
      line: moment.past ? null : presentLine(item, who, frame),
    };
  }
}

export const momentOfAddress = ({ past, asOf, view }: TrackingMoment): Parameters =>
  past ? { asOf, view: view === 'known' ? view : undefined } : {};

interface ItemPage {
  frame: Frame;
  item: ItemPageView;
  saidBefore: SaidBeforeAnswer;
  mayDecide: boolean;
  line: LineView | null;
}

interface DeskPage {
  frame: Frame;
  narrowing: NarrowingView;
  desk: DeskView;
  /** Rounds of updates that run, for whoever leads them. */
  rounds: RunningRoundView[];
  pictures: ChartView[];
}

interface ItemsPage {
  frame: Frame;
  narrowing: NarrowingView;
  items: ItemEntry[];
  shown: string;
  orders: ListLink[];
  pagination: Pagination | null;
}

interface ItemEntry {
  id: string;
  ref: string;
  text: string;
  mark: MarkView;
  review: string;
  responses: string;
  actions: { ref: string; mark: MarkView; agency: string }[];
}

const LONGEST_ENTRY = 240;

const itemEntry = (item: TrackedItemAnswer): ItemEntry => ({
  ...{ id: item.id, ref: item.ref, mark: presentMark(item), responses: sayAnswered(item) },
  text: cutAtWord(item.text ?? 'Words that were taken out', LONGEST_ENTRY),
  review: [
    item.review?.label,
    item.recommendation?.number && `recommendation ${item.recommendation.number}`,
    item.source?.title,
  ]
    .filter(Boolean)
    .join(', '),
  actions: item.actions.map((action) => ({
    ...{ ref: action.ref, mark: presentMark(action), agency: action.agency?.name ?? 'No agency yet' },
  })),
});
