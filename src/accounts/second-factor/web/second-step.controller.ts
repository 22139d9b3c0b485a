import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import { OwnAccount } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ownPath } from '../../../platform/http/own-path.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import { PeopleQueries } from '../../people.queries.js';
import { sayStep } from '../../setup/setup-steps.js';
import { setSessionCookie } from '../../session-cookie.js';
import { SessionService } from '../../session.service.js';
import { presentActor } from '../../web/actor.presenter.js';
import { fieldProblemsOf } from '../../web/forms.js';
import { showWait } from '../../web/show-wait.js';
import { CodeCheck } from '../code-check.js';
import { SecondFactors } from '../second-factors.service.js';
import { CodeForm, SetUpForm } from './second-step-forms.js';
import { presentSecondStep, type SecondStepView } from './second-step.presenter.js';
import { WRONG_CODE } from './sign-in-code.controller.js';

const START = '/account';

/** How somebody sets up, changes and turns off the second step of their own sign-in. */
@PageRoutes('account/second-step')
export class SecondStepController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly check: CodeCheck,
    private readonly people: PeopleQueries,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  @OwnAccount()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, ownPath(request.query.to, START), []);
  }

  @Post()
  @OwnAccount()
  async setUp(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const to = ownPath(body.to, START);
    const { form, problems } = await readForm(SetUpForm, body);
    const again = async (found: FormProblem[]): Promise<void> =>
      await this.show(request, response.status(400), to, found, form.offer);
    if (problems.length > 0) return await again(problems);
    try {
      const { codes, token } = await this.factors.confirm(actorOf(request), form.offer ?? '', form.code);
      await this.goOn(request, response, token);
      showCodes(response, codes, to);
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  @Post('codes')
  @OwnAccount()
  async makeCodes(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = actorOf(request);
    const codes = await this.withCode(request, response, body, (manager) =>
      this.factors.renewCodes(manager, actor),
    );
    if (codes) showCodes(response, codes, START);
  }

  @Post('off')
  @OwnAccount()
  async turnOff(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = actorOf(request);
    const token = await this.withCode(request, response, body, (manager) =>
      this.factors.turnOff(manager, actor),
    );
    if (token === null) return;
    setSessionCookie(request, response, token);
    response.redirect(303, '/account/second-step');
  }

  /** @returns null where the code was wrong, and the page is shown again */
  private async withCode<Done>(
    request: Request,
    response: Response,
    body: Record<string, unknown>,
    work: Parameters<typeof this.check.pass<Done>>[3],
  ): Promise<Done | null> {
    const { form, problems } = await readForm(CodeForm, body);
    const again = async (found: FormProblem[]): Promise<null> => {
      if (response.statusCode < 400) response.status(400);
      await this.show(request, response, START, found);
      return null;
    };
    if (problems.length > 0) return await again(problems);
    const person = (await this.people.find(actorOf(request).accountId, null))!;
    try {
      const done = await this.check.pass(person, form.code, request.ip ?? '', work);
      return done ?? (await again([problemWith('code', WRONG_CODE)]));
    } catch (error) {
      return await again([problemWith('code', showWait(response, error))]);
    }
  }

  /** The rest of the page is made for the session as it is now. */
  private async goOn(request: Request, response: Response, token: string): Promise<void> {
    setSessionCookie(request, response, token);
    request.actor = (await this.sessions.find(token)) ?? undefined;
    response.locals.signedIn = request.actor ? presentActor(request.actor) : null;
  }

  private async show(
    request: Request,
    response: Response,
    to: string,
    problems: FormProblem[],
    offer?: string,
  ): Promise<void> {
    const actor = actorOf(request);
    const [person, state] = await Promise.all([
      this.people.find(actor.accountId, null),
      this.factors.stateOf(actor.accountId),
    ]);
    const offered = state || actor.session.provider ? null : this.factors.offer(actor, offer);
    // The key that it shows is nobody else's to keep.
    response.setHeader('Cache-Control', 'private, no-store');
    const view: SecondStepView = {
      ...presentSecondStep(actor, person!.email, state, offered),
      ...{ to, problems, step: to === '/setup' ? sayStep('second-step') : '' },
    };
    response.render('accounts/second-step', view);
  }
}

/** Shown this once: the codes are kept nowhere. */
function showCodes(response: Response, codes: string[], to: string): void {
  response.status(200).setHeader('Cache-Control', 'private, no-store');
  response.render('accounts/recovery-codes', { codes, to });
}
