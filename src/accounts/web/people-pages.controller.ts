import { Body, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { missingForMail } from '../../outbox/mail-settings.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { actorOf } from '../../platform/http/access/access.guard.js';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { LINK_HOURS, linkPath } from '../link.js';
import { SetupService } from '../setup/setup.service.js';
import { PeopleService } from '../people.service.js';
import { NarrowQuery } from './narrow-query.dto.js';
import { grantOf, InviteForm, fieldProblemsOf, RoleForm, WhyForm } from './forms.js';
import {
  presentGrantForm,
  presentPeople,
  presentPerson,
  type PeopleView,
  type PersonView,
} from './people.presenter.js';

/** What an administrator sees and does of the people of the partnership in which they act. */
@PageRoutes('people')
export class PeoplePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'smtpUrl'>,
  ) {}

  @Get()
  @Requires('people.manage')
  @Render('accounts/people')
  async list(@Query() query: NarrowQuery, @Req() request: Request): Promise<PeopleView> {
    const actor = actorOf(request);
    return presentPeople(actor, await this.people.list(actor), query);
  }

  @Get('invite')
  @Requires('people.manage')
  async invitePage(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.showInvite(request, response, {}, []);
  }

  @Post('invite')
  @ShowsAgain()
  @Requires('people.manage')
  async invite(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(InviteForm, body);
    if (problems.length > 0) return await this.showInvite(request, response, body, problems);
    try {
      const { name, email } = form;
      const { accountId, token } = await this.people.invite(actorOf(request), { name, email }, grantOf(form));
      await this.showLink(request, response, { id: accountId, name, email }, token);
    } catch (error) {
      await this.showInvite(request, response, body, fieldProblemsOf(error));
    }
  }

  @Get(':id')
  @Requires('people.manage')
  async page(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('accounts/person', await this.view(request, id));
  }

  @Post(':id/roles')
  @ShowsAgain()
  @Requires('people.manage')
  async grant(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(RoleForm, body);
    const again = async (found: FormProblem[]): Promise<void> =>
      response.status(400).render('accounts/person', await this.view(request, id, body, found));
    if (problems.length > 0) return await again(problems);
    try {
      await this.people.grant(actorOf(request), id, grantOf(form));
      response.redirect(303, `/people/${id}`);
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  @Post(':id/roles/:holding/end')
  @Requires('people.manage')
  async endRole(
    @Param('id') id: string,
    @Param('holding') holding: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.people.endRole(actorOf(request), id, holding);
    response.redirect(303, '/people');
  }

  @Post(':id/link')
  @Requires('people.manage')
  async newLink(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { person, token } = await this.people.newLink(actorOf(request), id);
    await this.showLink(request, response, person, token);
  }

  @Post(':id/sign-out')
  @Requires('people.manage')
  async signOut(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.people.signOut(actorOf(request), id);
    response.redirect(303, `/people/${id}`);
  }

  @Post(':id/second-step/reset')
  @ShowsAgain()
  @Requires('people.manage')
  async resetSecondStep(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(WhyForm, body);
    if (problems.length > 0) {
      response.status(400).render('accounts/person', await this.view(request, id, body, problems));
      return;
    }
    await this.people.resetSecondStep(actorOf(request), id, form.why);
    response.redirect(303, `/people/${id}`);
  }

  @Post(':id/sign-ins/:joined/take-off')
  @Requires('people.manage')
  async takeOffSignIn(
    @Param('id') id: string,
    @Param('joined') joined: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.people.takeOffSignIn(actorOf(request), id, joined);
    response.redirect(303, `/people/${id}`);
  }

  @Post(':id/sign-in-link')
  @Requires('people.manage')
  async sendLink(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.people.sendLink(actorOf(request), id);
    response.redirect(303, `/people/${id}?link=sent`);
  }

  private async view(
    request: Request,
    id: string,
    given: Record<string, unknown> = {},
    problems: FormProblem[] = [],
  ): Promise<PersonPage> {
    const actor = actorOf(request);
    const person = await this.people.find(actor, id);
    const [choices, signIns] = await Promise.all([
      this.people.choices(actor),
      this.people.signInsOf(actor, id),
    ]);
    const view = presentPerson(actor, person, choices, signIns, given, problems);
    return { ...view, missing: missingForMail(this.config), hasSent: request.query.link === 'sent' };
  }

  private async showInvite(
    request: Request,
    response: Response,
    given: Record<string, unknown>,
    problems: FormProblem[],
  ): Promise<void> {
    const choices = await this.people.choices(actorOf(request));
    if (problems.length > 0) response.status(400);
    response.render('accounts/invite', { problems, given, ...presentGrantForm(choices, given) });
  }

  /** Shown this once: the token is kept nowhere. */
  private async showLink(
    request: Request,
    response: Response,
    person: { id: string; name: string; email: string },
    token: string | null,
  ): Promise<void> {
    const link = token && `${libraryOrigin(request, this.config)}${linkPath(token)}`;
    response.status(200).setHeader('Cache-Control', 'private, no-store');
    const setup = await this.setup.progress(actorOf(request));
    response.render('accounts/invited', { person, link, hours: LINK_HOURS['set-password'], setup });
  }
}

interface PersonPage extends PersonView {
  /** The settings without which no e-mail is sent. */
  missing: string[];
  /** Whether a link to sign in was just sent. */
  hasSent: boolean;
}
