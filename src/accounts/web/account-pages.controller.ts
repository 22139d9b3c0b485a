import { Body, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actorOf } from '../../platform/http/access/access.guard.js';
import { OwnAccount, SignedIn } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import { OwnSessions } from '../own-sessions.js';
import { OwnPassword } from '../passwords/own-password.js';
import { PASSWORD_HINT } from '../passwords/password-rules.js';
import { PeopleQueries } from '../people.queries.js';
import { JoinedSignIns } from '../providers/joined-sign-ins.js';
import { ProviderService } from '../providers/provider.service.js';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.js';
import { SetupService, type SetupProgress } from '../setup/setup.service.js';
import { SessionService } from '../session.service.js';
import { showWait } from './show-wait.js';
import { presentAccount, type AccountView } from './account.presenter.js';
import { ActingForm, ChangePasswordForm, fieldProblemsOf } from './forms.js';

/** What everybody who has signed in sees and does of their own. */
@PageRoutes('account')
export class AccountPagesController {
  constructor(
    private readonly people: PeopleQueries,
    private readonly sessions: SessionService,
    private readonly own: OwnSessions,
    private readonly passwords: OwnPassword,
    private readonly providers: ProviderService,
    private readonly joined: JoinedSignIns,
    private readonly setup: SetupService,
  ) {}

  @Get()
  @SignedIn()
  @Render('accounts/account')
  async page(@Req() request: Request): Promise<AccountPage> {
    return await this.view(request);
  }

  @Post('acting')
  @SignedIn()
  async actIn(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(ActingForm, body);
    if (problems.length > 0 || form.holding === undefined) {
      const chosen = [problemWith('holding', 'Choose the role in which you want to act')];
      response.status(400).render('accounts/account', await this.view(request, chosen));
      return;
    }
    setSessionCookie(request, response, await this.own.actIn(actorOf(request), form.holding));
    response.redirect(303, '/account');
  }

  @Post('sessions/others/end')
  @SignedIn()
  async endOthers(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.own.endOthers(actorOf(request));
    response.redirect(303, '/account#sessions');
  }

  @Post('sessions/:id/end')
  @SignedIn()
  async end(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    await this.own.end(actor, id);
    const isPresent = id === actor.session.id;
    if (isPresent) clearSessionCookie(request, response);
    response.redirect(303, isPresent ? '/' : '/account#sessions');
  }

  @Post('sign-ins/:id/take-off')
  @OwnAccount()
  async takeOff(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    await this.joined.takeOff(actor, actor.accountId, id);
    response.redirect(303, '/account');
  }

  @Get('password')
  @OwnAccount()
  @Render('accounts/password')
  passwordPage(): PasswordView {
    return { problems: [], passwordHint: PASSWORD_HINT };
  }

  @Post('password')
  @OwnAccount()
  async changePassword(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(ChangePasswordForm, body);
    const again = (found: FormProblem[]): void => {
      if (response.statusCode < 400) response.status(400);
      response.render('accounts/password', { problems: found, passwordHint: PASSWORD_HINT });
    };
    if (problems.length > 0) return again(problems);
    const { current, password } = form;
    try {
      const token = await this.passwords.change(actorOf(request), current, password, request.ip ?? '');
      setSessionCookie(request, response, token);
      response.redirect(303, '/account');
    } catch (error) {
      again(problemsOrWait(response, error));
    }
  }

  private async view(request: Request, problems: FormProblem[] = []): Promise<AccountPage> {
    const actor = actorOf(request);
    const [person, sessions, signIns, providers, setup] = await Promise.all([
      this.people.find(actor.accountId, null),
      this.sessions.list(actor.accountId),
      this.joined.of(actor.accountId),
      this.providers.notJoinedBy(actor.accountId),
      this.setup.progress(actor),
    ]);
    const hasJoined = request.query.joined === 'yes';
    return { ...presentAccount(actor, person!, sessions, signIns, problems), providers, hasJoined, setup };
  }
}

interface AccountPage extends AccountView {
  /** Those that can be joined. */
  providers: { slug: string; name: string }[];
  hasJoined: boolean;
  /** What is left of setting the library up, for whoever does it. */
  setup: SetupProgress | null;
}

/** @throws the error, where it is about neither */
const problemsOrWait = (response: Response, error: unknown): FormProblem[] =>
  error instanceof LibraryError && error.code === 'invalid-request'
    ? fieldProblemsOf(error)
    : [problemWith('current', showWait(response, error))];

interface PasswordView {
  problems: FormProblem[];
  passwordHint: string;
}
