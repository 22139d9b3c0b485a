import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LibraryError, type ErrorCode } from '../../platform/http/errors/library-error.js';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { togetherIn } from '../../platform/http/forms/several-values.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { ActionsService } from '../actions.service.js';
import { TrackingAnswers } from '../api/answers.js';
import { followerOf } from '../follower.js';
import { ItemsService } from '../items.service.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import type { Done } from '../tracking-log.js';
import { ACTION_DECISIONS, ACTION_SAYINGS } from './action-forms.js';
import {
  askedByForm,
  carriedVersion,
  presentForm,
  refusalOf,
  showAgain,
  type FormView,
  type SentForm,
} from './form-page.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { ITEM_DECISIONS, ITEM_SAYINGS } from './item-forms.js';
import { presentAction, type ActionView } from './item-page.presenter.js';
import { presentMark, type MarkView } from './marks.js';
import { TrackingRoom } from './tracking-room.js';
import type { ActionFormAbout, FormAbout, TrackingForm } from './tracking-form.js';

interface FormPage {
  frame: Frame;
  heading: string;
  explain: string;
  form: FormView;
  problems: FormProblem[];
  item: { id: string; ref: string; text: string | null; mark: MarkView };
  action: ActionView | null;
}

/** A form with what it is about, and where it is. */
interface Opened<About extends FormAbout> {
  request: Request;
  form: TrackingForm<About>;
  about: About;
  path: string;
}

/** Every form about an item or an action: one page each, so that each needs no more than its own question. */
@PageRoutes('tracking')
export class TrackingFormsController {
  constructor(
    private readonly items: ItemsService,
    private readonly actions: ActionsService,
    private readonly queries: TrackedItemQueries,
    private readonly answers: TrackingAnswers,
    private readonly room: TrackingRoom,
  ) {}

  /** What agencies and audit leads say of an item: `response`, `action`, `impact`, `note`. */
  @Get('items/:id/say/:form')
  @Requires('tracking.contribute')
  async itemSaying(
    @Param('id') id: string,
    @Param('form') form: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.show(response, await this.openItem(request, ITEM_SAYINGS, { id, form, kind: 'say', query }));
  }

  @Post('items/:id/say/:form')
  @ShowsAgain()
  @Requires('tracking.contribute')
  async sayOfItem(
    @Param('id') id: string,
    @Param('form') form: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = (): Promise<Opened<FormAbout>> =>
      this.openItem(request, ITEM_SAYINGS, { id, form, kind: 'say', query: body });
    await this.take(response, open, id, body);
  }

  /** What audit leads decide of one: `judgement`, `recheck`, `reopen`, `addressees`, `response-due`. */
  @Get('items/:id/decide/:form')
  @Requires('tracking.lead')
  async itemDecision(
    @Param('id') id: string,
    @Param('form') form: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.show(response, await this.openItem(request, ITEM_DECISIONS, { id, form, kind: 'decide', query }));
  }

  @Post('items/:id/decide/:form')
  @ShowsAgain()
  @Requires('tracking.lead')
  async decideOfItem(
    @Param('id') id: string,
    @Param('form') form: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = (): Promise<Opened<FormAbout>> =>
      this.openItem(request, ITEM_DECISIONS, {
        id,
        form,
        kind: 'decide',
        query: body,
      });
    await this.take(response, open, id, body);
  }

  /** What agencies and audit leads say of an action: `update`, `due`, `owner`, `milestone`, `change`. */
  @Get('actions/:id/say/:form')
  @Requires('tracking.contribute')
  async actionSaying(
    @Param('id') id: string,
    @Param('form') form: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.show(response, await this.openAction(request, ACTION_SAYINGS, { id, form, kind: 'say', query }));
  }

  @Post('actions/:id/say/:form')
  @ShowsAgain()
  @Requires('tracking.contribute')
  async sayOfAction(
    @Param('id') id: string,
    @Param('form') form: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = (): Promise<Opened<ActionFormAbout>> =>
      this.openAction(request, ACTION_SAYINGS, { id, form, kind: 'say', query: milestoneOf(body) });
    await this.take(response, open, id, body);
  }

  /** What audit leads decide of one: `decision`. */
  @Get('actions/:id/decide/:form')
  @Requires('tracking.lead')
  async actionDecision(
    @Param('id') id: string,
    @Param('form') form: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.show(
      response,
      await this.openAction(request, ACTION_DECISIONS, { id, form, kind: 'decide', query }),
    );
  }

  @Post('actions/:id/decide/:form')
  @ShowsAgain()
  @Requires('tracking.lead')
  async decideOfAction(
    @Param('id') id: string,
    @Param('form') form: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = (): Promise<Opened<ActionFormAbout>> =>
      this.openAction(request, ACTION_DECISIONS, { id, form, kind: 'decide', query: milestoneOf(body) });
    await this.take(response, open, id, body);
  }

  private async openItem(
    request: Request,
    forms: Readonly<Record<string, TrackingForm<FormAbout>>>,
    { id, form: name, kind, query }: Asking,
  ): Promise<Opened<FormAbout>> {
    const form = formOf(forms, name);
    const about = await this.room.aboutItem(followerOf(request, 'page'), id, query);
    return { request, form, about, path: `/tracking/items/${id}/${kind}/${name}` };
  }

  private async openAction(
    request: Request,
    forms: Readonly<Record<string, TrackingForm<ActionFormAbout>>>,
    { id, form: name, kind, query }: Asking,
  ): Promise<Opened<ActionFormAbout>> {
    const form = formOf(forms, name);
    const who = followerOf(request, 'page');
    const about = await this.room.aboutItem(who, await this.room.itemOf(who, id), query);
    const action = about.item.actions.find((one) => one.id === id)!;
    return { request, form, about: { ...about, action }, path: `/tracking/actions/${id}/${kind}/${name}` };
  }

  private show<About extends FormAbout>(response: Response, opened: Opened<About>): void {
    requireFitting(opened);
    response.render('tracking/form', this.page(opened, null, []));
  }

  /** Does what a form asks for, or shows it again with what is wrong. */
  private async take<About extends FormAbout>(
    response: Response,
    open: () => Promise<Opened<About>>,
    id: string,
    body: SentForm,
  ): Promise<void> {
    const opened = await open();
    const { request, form, about } = opened;
    const read = await readForm(form.Class, togetherIn(body, form.many ?? []));
    if (read.problems.length > 0) {
      showAgain(response, 'tracking/form', this.page(opened, body, read.problems));
      return;
    }
    try {
      const asked = askedByForm(request, read.form, { onlyAdds: form.onlyAdds?.(read.form) });
      const sent = { who: about.who, id, form: read.form, asked, about };
      const done = await form.send({ items: this.items, actions: this.actions, queries: this.queries }, sent);
      response.redirect(303, afterwards(about, done));
    } catch (error) {
      const { problems, status, code } = refusalOf(error, form.fields(about));
      showAgain(response, 'tracking/form', this.page(await open(), body, problems, code), status);
    }
  }

  private page<About extends FormAbout>(
    { form, about, path }: Opened<About>,
    given: SentForm | null,
    problems: FormProblem[],
    code?: ErrorCode,
  ): FormPage {
    const { who, item } = about;
    const action = 'action' in about ? (about as unknown as ActionFormAbout).action : null;
    const present = action?.version ?? item.version;
    // Whoever is told that they were overtaken decides anew, by what the page shows now.
    const version = given && code !== 'overtaken' ? carriedVersion(given.version) : present;
    return {
      ...{ heading: form.title, explain: form.explain?.(about) ?? '', problems },
      frame: presentFrame(who, this.answers.moment(), { path }),
      form: presentForm(form.fields(about), { given, problems, action: path, button: form.button, version }),
      item: { id: item.id, ref: item.ref, text: item.text, mark: presentMark(item) },
      action: action && presentAction(action, null),
    };
  }
}

interface Asking {
  id: string;
  form: string;
  kind: 'say' | 'decide';
  query: Record<string, unknown>;
}

/** A form that comes back is about the same milestone or request. */
const milestoneOf = ({ number, request }: SentForm): Record<string, unknown> => ({
  milestone: number,
  request,
});

/** @throws LibraryError not-found */
function formOf<About extends FormAbout>(
  forms: Readonly<Record<string, TrackingForm<About>>>,
  name: string,
): TrackingForm<About> {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form) throw new LibraryError('not-found', 'There is no such form.');
  return form;
}

/** @throws LibraryError forbidden where nothing of this kind can be said as things stand */
function requireFitting<About extends FormAbout>({ form, about }: Opened<About>): void {
  if (!form.fits(about))
    throw new LibraryError(
      'forbidden',
      `“${form.title}” cannot be done just now: the item has changed, or it is not your agency’s.`,
    );
}

/** The item, at what was changed. */
function afterwards<About extends FormAbout>(about: About, { status }: Done): string {
  const { item } = about;
  const place = 'action' in about ? `#action-${(about as unknown as ActionFormAbout).action.ref}` : '';
  return `/tracking/items/${item.id}?done=${status === 202 ? 'asked' : 'saved'}${place}`;
}
