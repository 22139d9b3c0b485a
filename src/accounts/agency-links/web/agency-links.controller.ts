import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { SecretAddress } from '../../../platform/http/secret-address.decorator.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import { deviceOf } from '../../device.js';
import { OwnSessions } from '../../own-sessions.js';
import { showWait } from '../../web/show-wait.js';
import { LinkForm } from '../../web/forms.js';
import { AgencyLinks } from '../agency-links.js';
import { LinkRequests } from '../link-requests.js';

/** Signing in by a link from an e-mail. Opening one does nothing, however often a mail scanner does it: its button does. */
@PageRoutes('sign-in/link')
export class AgencyLinksController {
  constructor(
    private readonly links: AgencyLinks,
    private readonly requests: LinkRequests,
    private readonly own: OwnSessions,
  ) {}

  @Get()
  @Public()
  askPage(@Res() response: Response): void {
    this.showAsk(response);
  }

  @Post()
  @Public()
  async ask(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(LinkForm, body);
    if (!this.canSend || problems.length > 0) return this.showAsk(response.status(400), form.email, problems);
    try {
      await this.requests.byEmail(form.email, request.ip ?? '');
      response.status(200).render('accounts/link-asked', { isForOldLink: false });
    } catch (error) {
      this.showAsk(response, form.email, [problemWith('email', showWait(response, error))]);
    }
  }

  @Get(':token')
  @Public()
  @SecretAddress()
  async page(@Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.show(response, token);
  }

  @Post(':token')
  @Public()
  @SecretAddress()
  async signIn(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const session = await this.links.signIn(token, deviceOf(request.get('user-agent')));
    if (session === null) return await this.show(response, token);
    await this.own.takeOver(request, response, session);
    response.redirect(303, '/account');
  }

  /** To the address on file, whatever this form says. */
  @Post(':token/new')
  @Public()
  @SecretAddress()
  async another(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    try {
      if (this.canSend && (await this.requests.byOldLink(token, request.ip ?? '')))
        response.status(200).render('accounts/link-asked', { isForOldLink: true });
      else await this.show(response, token);
    } catch (error) {
      await this.show(response, token, [problemWith('another', showWait(response, error))]);
    }
  }

  private get canSend(): boolean {
    return this.links.missing.length === 0;
  }

  private showAsk(response: Response, email?: string, problems: FormProblem[] = []): void {
    response.render('accounts/link-ask', { canSend: this.canSend, email, problems });
  }

  private async show(response: Response, token: string, problems: FormProblem[] = []): Promise<void> {
    const link = await this.links.look(token);
    response.setHeader('Cache-Control', 'private, no-store');
    if (link?.state === 'good') {
      response.status(200).render('accounts/link-sign-in', { name: link.account.name });
      return;
    }
    if (problems.length === 0) response.status(410);
    response.render('accounts/link-sign-in-gone', {
      ...{ state: link?.state ?? 'unknown', token, canSend: this.canSend, problems },
    });
  }
}
