import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { SecretAddress } from '../../platform/http/secret-address.decorator.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { AccountService } from '../account.service.js';
import { deviceOf } from '../device.js';
import { FirstAdministrator } from '../first-administrator.js';
import { LINK_PURPOSE_WORDS } from '../link.js';
import { LinkService, type GoodLink } from '../link.service.js';
import { PASSWORD_HINT } from '../passwords/password-rules.js';
import { sayStep } from '../setup/setup-steps.js';
import { setSessionCookie } from '../session-cookie.js';
import { FirstAdministratorForm, NewPasswordForm, fieldProblemsOf } from './forms.js';

/** Those of the links here: whoever is to sign in has another address. */
const PURPOSES = ['first-administrator', 'set-password'] as const;

/** Links that do one thing, once. Opening one does nothing, however often a mail scanner does it: its form does. */
@PageRoutes('link')
export class LinkController {
  constructor(
    private readonly links: LinkService,
    private readonly first: FirstAdministrator,
    private readonly accounts: AccountService,
  ) {}

  @Get(':token')
  @Public()
  @SecretAddress()
  async page(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const link = await this.links.look(token, ...PURPOSES);
    if (link) show(response, link);
    else gone(response);
  }

  @Post(':token')
  @ShowsAgain()
  @Public()
  @SecretAddress()
  async use(
    @Param('token') token: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.look(token, ...PURPOSES);
    if (!link) return gone(response);
    try {
      if (link.purpose === 'first-administrator') await this.begin(token, body, request, response, link);
      else await this.choosePassword(token, body, response, link);
    } catch (error) {
      show(response.status(400), link, body, fieldProblemsOf(error));
    }
  }

  private async begin(
    token: string,
    body: Record<string, unknown>,
    request: Request,
    response: Response,
    link: GoodLink,
  ): Promise<void> {
    const { form, problems } = await readForm(FirstAdministratorForm, body);
    if (problems.length > 0) return show(response.status(400), link, body, problems);
    const { name, email, password } = form;
    const device = deviceOf(request.get('user-agent'));
    const session = await this.first.create(token, { name, email }, password, device);
    if (session === null) return gone(response);
    setSessionCookie(request, response, session);
    // Who may do everything proves more than a password before they go on.
    response.redirect(303, '/setup');
  }

  private async choosePassword(
    token: string,
    body: Record<string, unknown>,
    response: Response,
    link: GoodLink,
  ): Promise<void> {
    const { form, problems } = await readForm(NewPasswordForm, body);
    if (problems.length > 0) return show(response.status(400), link, body, problems);
    const person = await this.accounts.setPassword(token, form.password);
    // They sign in by themselves: a link is no second factor.
    if (person) response.redirect(303, '/sign-in?password=chosen');
    else gone(response);
  }
}

function show(
  response: Response,
  link: GoodLink,
  given: Record<string, unknown> = {},
  problems: FormProblem[] = [],
): void {
  const heading = LINK_PURPOSE_WORDS[link.purpose];
  const kept = { name: given.name, email: given.email };
  const step = link.purpose === 'first-administrator' ? sayStep('account') : null;
  const view = { ...link, heading, step, given: kept, problems, passwordHint: PASSWORD_HINT };
  response.render('accounts/link', view);
}

function gone(response: Response): void {
  response.status(410).setHeader('Cache-Control', 'private, no-store');
  response.render('accounts/link-gone');
}
