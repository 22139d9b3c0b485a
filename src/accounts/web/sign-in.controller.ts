import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { SignedIn } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { actorOf } from '../../platform/http/access/access.guard.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { ownPath } from '../../platform/http/own-path.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import { LibrarySecrets } from '../../platform/secrets/library-secrets.js';
import { AgencyLinks } from '../agency-links/agency-links.js';
import { deviceOf } from '../device.js';
import { OwnSessions } from '../own-sessions.js';
import { clearSessionCookie } from '../session-cookie.js';
import { ProviderService } from '../providers/provider.service.js';
import { keepStep } from '../second-factor/pending-step.js';
import { SessionService } from '../session.service.js';
import { SignInService } from '../sign-in.service.js';
import { SignInForm } from './forms.js';
import { leadTo } from './lead.js';
import { showWait } from './show-wait.js';

const START = '/account';

@PageRoutes()
export class SignInController {
  constructor(
    private readonly service: SignInService,
    private readonly own: OwnSessions,
    private readonly providers: ProviderService,
    private readonly sessions: SessionService,
    private readonly secrets: LibrarySecrets,
    private readonly links: AgencyLinks,
  ) {}

  @Get('sign-in')
  @Public()
  async page(
    @Query() given: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const to = ownPath(given.to, START);
    if (request.actor) response.redirect(303, to);
    else await this.show(response, { to, note: SAID.get(given.password ?? given.step) });
  }

  @Post('sign-in')
  @ShowsAgain()
  @Public()
  async signIn(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const to = ownPath(body.to, START);
    const { form, problems } = await readForm(SignInForm, body);
    const again = { to, email: form.email };
    if (problems.length > 0) return await this.show(response.status(400), { ...again, problems });
    try {
      const entered = await this.service.signIn({
        ...{ email: form.email, password: form.password },
        ...{ address: request.ip ?? '', device: deviceOf(request.get('user-agent')) },
      });
      if (entered === null) return await this.show(response.status(400), { ...again, problems: [WRONG] });
      if ('step' in entered) {
        keepStep(request, response, { ...entered.step, to }, this.secrets.keyFor('sign-in-step'));
        return response.redirect(303, '/sign-in/code');
      }
      // Whoever gets no further than here is told so, and is not signed in without knowing.
      const leads = leadTo(await this.sessions.find(entered.token), to);
      await this.own.takeOver(request, response, entered.token);
      response.redirect(303, leads);
    } catch (error) {
      const wait = showWait(response, error);
      await this.show(response, { ...again, problems: [problemWith('email', wait)] });
    }
  }

  @Post('sign-out')
  @SignedIn()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    await this.own.end(actor, actor.session.id);
    clearSessionCookie(request, response);
    response.redirect(303, '/');
  }

  private async show(response: Response, view: SignInView): Promise<void> {
    const providers = await this.providers.list();
    const query = new URLSearchParams({ to: view.to });
    const canSendLinks = this.links.missing.length === 0;
    response.render('accounts/sign-in', { ...view, providers, query, canSendLinks });
  }
}

/** By what the address says of how somebody comes here. */
const SAID: ReadonlyMap<unknown, string> = new Map([
  ['chosen', 'Your password is set. Sign in with it.'],
  ['over', 'Signing in took longer than five minutes, or something has changed meanwhile. Begin again.'],
]);

/** The same, whichever of the two is wrong. */
const WRONG = problemWith('email', 'The email address or the password is not right');

interface SignInView {
  to: string;
  email?: string;
  problems?: FormProblem[];
  /** What happened before. */
  note?: string;
}
