import { Body, Get, Inject, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { byPerson } from '../../audit/audit-actor.js';
import type { AuditActor } from '../../audit/audited-change.js';
import { PeopleQueries } from '../../accounts/people.queries.js';
import { scopeOf } from '../../accounts/scope.js';
import { fieldProblemsOf } from '../../accounts/web/forms.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { actorOf } from '../../platform/http/access/access.guard.js';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { togetherIn, valuesOf } from '../../platform/http/forms/several-values.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import { isId } from '../../platform/text/is-id.js';
import { TryOut } from '../sending/try-out.js';
import { WebhookChoiceQueries } from '../webhook-choices.js';
import { WebhookHistory } from '../webhook-history.js';
import { Webhooks } from '../webhooks.service.js';
import { ReplayForm, WebhookForm, webhookWishOf } from './webhook-form.js';
import { presentWebhookLine, presentWebhook, presentWebhookForm } from './webhook.presenter.js';
import type { WebhookFormView, WebhookLine, WebhookView } from './webhook.presenter.js';

type Given = Record<string, unknown>;

/** Which other sites are told what changes: set up, tried out, looked after and deleted. */
@PageRoutes('webhooks')
export class WebhookPagesController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly history: WebhookHistory,
    private readonly choices: WebhookChoiceQueries,
    private readonly people: PeopleQueries,
    private readonly tryOut: TryOut,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  @Requires('webhooks.manage')
  @Render('webhooks/list')
  async list(@Req() request: Request): Promise<{ of: string; isSilent: boolean; webhooks: WebhookLine[] }> {
    const actor = actorOf(request);
    const all = await this.webhooks.list(scopeOf(actor));
    const tallies = await this.history.tallies(all.map(({ id }) => id));
    return {
      of: actor.acting?.partnership?.name ?? 'all partnerships',
      isSilent: this.config.publicUrl === undefined,
      webhooks: all.map((one) => presentWebhookLine(one, tallies.get(one.id))),
    };
  }

  @Get('new')
  @Requires('webhooks.manage')
  @Render('webhooks/new')
  async newPage(@Req() request: Request): Promise<WebhookFormView> {
    const { accountId } = actorOf(request);
    const email = (await this.people.addressesOf([accountId])).get(accountId);
    return presentWebhookForm(await this.choices.all(), { email }, [], []);
  }

  @Post('new')
  @ShowsAgain()
  @Requires('webhooks.manage')
  async add(@Body() body: Given, @Req() request: Request, @Res() response: Response): Promise<void> {
    const again = async (problems: FormProblem[]): Promise<void> =>
      response
        .status(400)
        .render(
          'webhooks/new',
          presentWebhookForm(await this.choices.all(), body, valuesOf(body, 'kinds'), problems),
        );
    const { form, problems } = await readForm(WebhookForm, togetherIn(body, ['kinds']));
    if (problems.length > 0) return await again(problems);
    const { scope, by } = whoOf(request);
    try {
      const { id, secret } = await this.webhooks.add(webhookWishOf(form), scope, by);
      if (secret === null) response.redirect(303, `/webhooks/${id}`);
      else showOnce(response, id, form.name, secret);
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  @Get(':id')
  @Requires('webhooks.manage')
  async page(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('webhooks/webhook', await this.view(known(id), whoOf(request).scope, {}, []));
  }

  @Post(':id/rotate')
  @Requires('webhooks.manage')
  async rotate(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { scope, by } = whoOf(request);
    const secret = await this.webhooks.rotate(known(id), scope, by);
    if (secret === null) return back(response, id);
    showOnce(response, id, (await this.webhooks.find(id, scope)).name, secret);
  }

  @Post(':id/end-rotation')
  @Requires('webhooks.manage')
  async endRotation(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { scope, by } = whoOf(request);
    await this.webhooks.endRotation(known(id), scope, by);
    back(response, id);
  }

  @Post(':id/pause')
  @Requires('webhooks.manage')
  async pause(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { scope, by } = whoOf(request);
    await this.webhooks.pause(known(id), scope, by);
    back(response, id);
  }

  @Post(':id/resume')
  @Requires('webhooks.manage')
  async resume(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { scope, by } = whoOf(request);
    await this.webhooks.resume(known(id), scope, by);
    back(response, id);
  }

  @Post(':id/test')
  @Requires('webhooks.manage')
  async test(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.tryOut.ping(known(id), whoOf(request).scope);
    back(response, id, '#messages');
  }

  @Post(':id/replay')
  @Requires('webhooks.manage')
  async replay(
    @Param('id') id: string,
    @Body() body: Given,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { scope, by } = whoOf(request);
    const again = async (problems: FormProblem[]): Promise<void> =>
      response.status(400).render('webhooks/webhook', await this.view(known(id), scope, body, problems));
    await this.webhooks.find(known(id), scope);
    const { form, problems } = await readForm(ReplayForm, body);
    if (form.from === 'cursor' && form.cursor === undefined)
      problems.push(problemWith('cursor', 'Enter the cursor of a message'));
    if (problems.length > 0) return await again(problems);
    try {
      if (form.from === 'given-up') await this.webhooks.replayDead(id, scope, by);
      else await this.webhooks.replay(id, scope, form.from === 'cursor' ? form.cursor! : null, by);
      back(response, id, '#messages');
    } catch (error) {
      if (error instanceof LibraryError && error.code === 'cursor-expired')
        return await again([
          problemWith('cursor', 'This cursor is of another webhook, or of an older library'),
        ]);
      await again(fieldProblemsOf(error));
    }
  }

  @Post(':id/delete')
  @Requires('webhooks.manage')
  async delete(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { scope, by } = whoOf(request);
    await this.webhooks.delete(known(id), scope, by);
    response.redirect(303, '/webhooks');
  }

  private async view(
    id: string,
    scope: string | null,
    given: Given,
    problems: FormProblem[],
  ): Promise<WebhookView> {
    const webhook = await this.webhooks.find(id, scope);
    const [tallies, choices, recent, dead] = await Promise.all([
      this.history.tallies([id]),
      this.choices.all(),
      this.history.recent(id),
      this.history.dead(id),
    ]);
    const shown = { webhook, tally: tallies.get(id), choices, recent, dead };
    return presentWebhook(shown, new Date(), given, problems);
  }
}

function whoOf(request: Request): { scope: string | null; by: AuditActor } {
  const actor = actorOf(request);
  return { scope: scopeOf(actor), by: byPerson(actor) };
}

function known(id: string): string {
  if (!isId(id)) throw new LibraryError('not-found', 'There is no such webhook.');
  return id;
}

const back = (response: Response, id: string, at = ''): void =>
  response.redirect(303, `/webhooks/${id}${at}`);

function showOnce(response: Response, id: string, name: string, secret: string): void {
  response.setHeader('Cache-Control', 'private, no-store');
  response.render('webhooks/secret', { id, name, secret });
}
