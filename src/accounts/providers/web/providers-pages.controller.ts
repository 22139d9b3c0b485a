import { Body, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config.js';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { libraryOrigin } from '../../../platform/http/origin.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { SetupService, type SetupProgress } from '../../setup/setup.service.js';
import { PeopleService } from '../../people.service.js';
import { grantOf, fieldProblemsOf } from '../../web/forms.js';
import { pageByName, NarrowQuery, type NamedPage } from '../../web/narrow-query.dto.js';
import { presentGrantForm, type GrantFormView } from '../../web/people.presenter.js';
import { ProviderService, type ProviderItem } from '../provider.service.js';
import { ChangeProviderForm, NewProviderForm, RuleForm } from './provider-forms.js';
import { backAddress, presentRules, type RuleView } from './provider.presenter.js';

interface ProvidersView {
  providers: ProviderItem[];
  list: NamedPage<ProviderItem>;
}

interface ProviderView extends GrantFormView {
  provider: { slug: string; name: string };
  back: string;
  rules: RuleView[];
  given: Record<string, unknown>;
  problems: FormProblem[];
  setup: SetupProgress | null;
}

/** How a platform administrator sets up the sign-in of a council. */
@PageRoutes('providers')
export class ProvidersPagesController {
  constructor(
    private readonly providers: ProviderService,
    private readonly people: PeopleService,
    private readonly setup: SetupService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  @Requires('providers.manage')
  @Render('accounts/providers')
  async list(@Query() query: NarrowQuery): Promise<ProvidersView> {
    const list = pageByName(await this.providers.list(), query, '/providers', ({ name }) => name);
    return { providers: list.items, list };
  }

  @Get('new')
  @Requires('providers.manage')
  @Render('accounts/provider-new')
  newPage(): { given: object; problems: FormProblem[] } {
    return { given: {}, problems: [] };
  }

  @Post('new')
  @ShowsAgain()
  @Requires('providers.manage')
  async add(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const again = (problems: FormProblem[]): void =>
      response.status(400).render('accounts/provider-new', { given: body, problems });
    const { form, problems } = await readForm(NewProviderForm, body);
    if (problems.length > 0) return again(problems);
    try {
      const { name, issuer, clientId, secret } = form;
      const asksSecondStep = form.asksSecondStep === 'yes';
      const details = { name, issuer, clientId, secret, asksSecondStep };
      const slug = await this.providers.add(actorOf(request), details);
      response.redirect(303, `/providers/${slug}`);
    } catch (error) {
      again(fieldProblemsOf(error));
    }
  }

  @Get(':slug')
  @Requires('providers.manage')
  async page(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('accounts/provider', await this.view(request, slug));
  }

  @Post(':slug')
  @ShowsAgain()
  @Requires('providers.manage')
  async change(
    @Param('slug') slug: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.providers.find(slug);
    const { form, problems } = await readForm(ChangeProviderForm, body);
    await this.doing(request, response, slug, body, problems, async () => {
      const { name, issuer, clientId, secret } = form;
      const asksSecondStep = form.asksSecondStep === 'yes';
      const details = { name, issuer, clientId, secret: secret || null, asksSecondStep };
      await this.providers.change(actorOf(request), id, details);
    });
  }

  @Post(':slug/rules')
  @ShowsAgain()
  @Requires('providers.manage')
  async addRule(
    @Param('slug') slug: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.providers.find(slug);
    const { form, problems } = await readForm(RuleForm, body);
    await this.doing(request, response, slug, body, problems, async () => {
      const { role, partnershipId, agencyId } = await this.people.within(actorOf(request), grantOf(form));
      const rule = { claim: form.claim, role, partnershipId, agencyId };
      await this.providers.addRule(actorOf(request), id, rule);
    });
  }

  @Post(':slug/rules/:rule/remove')
  @Requires('providers.manage')
  async removeRule(
    @Param('slug') slug: string,
    @Param('rule') rule: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = await this.providers.find(slug);
    await this.providers.removeRule(actorOf(request), id, rule);
    response.redirect(303, `/providers/${slug}`);
  }

  @Post(':slug/end')
  @Requires('providers.manage')
  async end(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { id } = await this.providers.find(slug);
    await this.providers.end(actorOf(request), id);
    response.redirect(303, '/providers');
  }

  private async doing(
    request: Request,
    response: Response,
    slug: string,
    given: Record<string, unknown>,
    problems: FormProblem[],
    work: () => Promise<void>,
  ): Promise<void> {
    const again = async (found: FormProblem[]): Promise<void> =>
      response.status(400).render('accounts/provider', await this.view(request, slug, given, found));
    if (problems.length > 0) return await again(problems);
    try {
      await work();
      response.redirect(303, `/providers/${slug}`);
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  private async view(
    request: Request,
    slug: string,
    given: Record<string, unknown> = {},
    problems: FormProblem[] = [],
  ): Promise<ProviderView> {
    const provider = await this.providers.find(slug);
    const { name, issuer, clientId } = provider;
    // A box that was not ticked is not sent: what was sent of the settings says all of it.
    const isSettings = 'issuer' in given;
    const asksSecondStep = isSettings ? given.asksSecondStep : provider.asksSecondStep && 'yes';
    const choices = await this.people.choices(actorOf(request));
    return {
      ...presentGrantForm(choices, given),
      ...{
        provider: { slug, name },
        back: backAddress(libraryOrigin(request, this.config), slug),
        rules: presentRules(provider),
      },
      ...{ given: { name, issuer, clientId, ...given, asksSecondStep, secret: undefined }, problems },
      setup: await this.setup.progress(actorOf(request)),
    };
  }
}
