import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { togetherIn } from '../../../platform/http/forms/several-values.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { FollowedTexts } from '../../../recommendations/followed-texts.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf, type Follower } from '../../follower.js';
import { followedId, ItemList } from '../../item-list.js';
import { TrackedItemPresenter } from '../../item.presenter.js';
import { isOf } from '../../rights.js';
import { TrackedItemQueries } from '../../tracked-items.queries.js';
import {
  askedByForm,
  presentForm,
  refusalOf,
  showAgain,
  type FormView,
  type SentForm,
} from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { isActiveAgency, TrackingRoom } from '../../web/tracking-room.js';
import { actionsIn } from '../round-actions.js';
import type { RoundItem } from '../round.model.js';
import { RoundQueries } from '../rounds.queries.js';
import { RoundsService } from '../rounds.service.js';
import { missingForScope, MOST_TO_TICK, roundFields, RoundForm, type RoundChoices } from './round-form.js';
import {
  presentMailing,
  presentAsked,
  presentRound,
  ROUNDS_PATH,
  type MailingView,
  type RoundPersonView,
  type RoundView,
} from './round.presenter.js';

interface RoundsPage {
  frame: Frame;
  rounds: RoundView[];
  form: FormView;
  problems: FormProblem[];
  /** Settings without which nothing can be sent. */
  missing: string[];
}

interface RoundPage {
  frame: Frame;
  round: RoundView;
  by: string;
  people: RoundPersonView[];
  /** Those who would be asked now; null where there is nobody, or the round is closed. */
  sending: MailingView | null;
  /** Who would be reminded; null where that is not asked. */
  reminding: MailingView | null;
  mayRemind: boolean;
  missing: string[];
}

/** Rounds of updates: opened, looked through before they are sent, and followed until people have answered. */
@PageRoutes('tracking/rounds')
export class RoundPagesController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly queries: RoundQueries,
    private readonly answers: TrackingAnswers,
    private readonly items: TrackedItemQueries,
    private readonly lists: ItemList,
    private readonly presenter: TrackedItemPresenter,
    private readonly texts: FollowedTexts,
    private readonly room: TrackingRoom,
  ) {}

  @Get()
  @Requires('tracking.lead')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/rounds', await this.listPage(request, null, []));
  }

  /** Opens a round; its page says who gets what before anything is sent. */
  @Post()
  @ShowsAgain()
  @Requires('tracking.lead')
  async open(@Body() body: SentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const { form, problems } = await readForm(RoundForm, togetherIn(body, ['actions']));
    const again = async (wrong: FormProblem[], status?: number): Promise<void> =>
      showAgain(response, 'tracking/rounds', await this.listPage(request, body, wrong), status);
    const wrong = problems.length > 0 ? problems : missingForScope(form);
    if (wrong.length > 0) return await again(wrong);
    try {
      const actions = await this.actionsOf(who, form);
      if (actions?.length === 0) return await again([{ text: 'None of these is open', href: '#which' }]);
      const wish = { name: form.name, by: form.by, actions };
      const { subject } = await this.rounds.open(who, wish, askedByForm(request, form));
      response.redirect(303, `${ROUNDS_PATH}/${subject}`);
    } catch (error) {
      const { problems: refused, status } = refusalOf(error, FIELDS);
      await again(refused, status);
    }
  }

  @Get(':id')
  @Requires('tracking.lead')
  async page(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/round', await this.roundPage(request, id, false));
  }

  @Post(':id/send')
  @Requires('tracking.lead')
  async send(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.rounds.send(followerOf(request, 'page'), id, askedByForm(request, {}));
    response.redirect(303, `${ROUNDS_PATH}/${id}?done=sent`);
  }

  /** Who would be reminded, before anybody is. */
  @Get(':id/remind')
  @Requires('tracking.lead')
  async look(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/round', await this.roundPage(request, id, true));
  }

  @Post(':id/remind')
  @Requires('tracking.lead')
  async remind(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.rounds.remind(followerOf(request, 'page'), id, askedByForm(request, {}));
    response.redirect(303, `${ROUNDS_PATH}/${id}?done=sent`);
  }

  @Post(':id/close')
  @Requires('tracking.lead')
  async close(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.rounds.close(followerOf(request, 'page'), id, askedByForm(request, {}));
    response.redirect(303, `${ROUNDS_PATH}?done=saved`);
  }

  private async listPage(
    request: Request,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<RoundsPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment();
    const fields = roundFields(moment.asOf, await this.choices(who));
    return {
      ...{ frame: presentFrame(who, moment, { path: ROUNDS_PATH, given: request.query }), problems },
      rounds: (await this.queries.list(who)).map(presentRound),
      form: presentForm(fields, {
        ...{ given, problems, action: ROUNDS_PATH, button: 'See who gets what', version: null },
      }),
      missing: this.rounds.missing,
    };
  }

  private async roundPage(request: Request, id: string, isReminding: boolean): Promise<RoundPage> {
    const who = followerOf(request, 'page');
    const frame = presentFrame(who, this.answers.moment(), {
      path: `${ROUNDS_PATH}/${id}`,
      given: request.query,
    });
    const round = await this.queries.find(who, id);
    const sending = round.isClosed ? null : await this.rounds.previewSending(who, id);
    const isFirst = round.people.length === 0;
    return {
      ...{ frame, round: presentRound(round), by: sayPartialDate(round.by), people: presentAsked(round) },
      sending: sending && (isFirst || sending.people.length > 0) ? presentMailing(sending) : null,
      reminding: isReminding ? presentMailing(await this.rounds.previewReminding(who, id)) : null,
      mayRemind: !round.isClosed && isAwaited(round),
      missing: this.rounds.missing,
    };
  }

  /** Ids of the actions that were chosen; all that are open, where it is undefined. */
  private async actionsOf(who: Follower, form: RoundForm): Promise<string[] | undefined> {
    const { which = 'all', review, agency, actions } = form;
    if (which === 'all') return undefined;
    if (which === 'ticked') return actions;
    const filters = which === 'review' ? { review } : { agency };
    const { found } = await this.lists.standings(who, this.answers.moment(), filters);
    return actionsIn(
      found.map(({ state }) => state),
      null,
    )
      .filter(({ state }) => which === 'review' || isOf(state, agency!))
      .map(({ id }) => id);
  }

  private async choices(who: Follower): Promise<RoundChoices> {
    const moment = this.answers.moment();
    const states = await this.items.all(who, moment);
    const open = actionsIn(states, null);
    const [{ reviews }, agencies] = await Promise.all([
      this.texts.aboutOf(states.flatMap(followedId)),
      this.room.agencies(who),
    ]);
    const few = open.length <= MOST_TO_TICK ? open : [];
    const shown = [...new Set(few.map(({ of }) => of))];
    const items = await this.presenter.present(who, moment, shown);
    const texts = new Map(items.flatMap(({ actions }) => actions.map(({ id, text }) => [id, text] as const)));
    return {
      reviews,
      agencies: agencies.filter(isActiveAgency).filter(({ id }) => open.some(({ state }) => isOf(state, id))),
      actions: few.map(({ id, ref }) => ({ id, ref, text: texts.get(id) ?? null })),
    };
  }
}

const isAwaited = ({ people }: RoundItem): boolean =>
  people.some(({ isAnswered, isGone }) => !isAnswered && !isGone);

const FIELDS = [
  { name: 'name', kind: 'line' },
  { name: 'by', kind: 'line' },
  { name: 'which', kind: 'radios' },
  { name: 'actions', kind: 'ticks' },
] as const;
