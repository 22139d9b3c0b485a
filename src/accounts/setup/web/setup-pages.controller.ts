import { Body, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../../platform/http/errors/library-error.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import { PeopleQueries } from '../../people.queries.js';
import { ProviderService } from '../../providers/provider.service.js';
import { fieldProblemsOf } from '../../web/forms.js';
import { SetupService } from '../setup.service.js';
import { sayStep } from '../setup-steps.js';
import { readLines } from '../../contact-lines/web/contact-lines-form.js';
import {
  presentContactLines,
  type ContactLinesView,
} from '../../contact-lines/web/contact-lines.presenter.js';
import { OwnPartnershipForm } from './setup-forms.js';

interface ChooseView {
  step: string;
  partnerships: { value: string; text: string; selected: boolean }[];
  given: Record<string, unknown>;
  problems: FormProblem[];
}

/** The steps of setting a library up, for platform administrators. */
@PageRoutes('setup')
export class SetupPagesController {
  constructor(
    private readonly setup: SetupService,
    private readonly people: PeopleQueries,
    private readonly providers: ProviderService,
  ) {}

  /** Where there is something left to do. */
  @Get()
  @Requires('library.set-up')
  async next(@Req() request: Request, @Res() response: Response): Promise<void> {
    const progress = await this.setup.progress(actorOf(request));
    response.redirect(303, progress?.next.address ?? '/account');
  }

  @Get('partnership')
  @Requires('library.set-up')
  async contactsPage(@Res() response: Response): Promise<void> {
    const own = await this.setup.ownPartnership();
    if (own?.isChosen)
      return response.render('accounts/setup-contacts', viewOf(own.name, await this.setup.ownContacts()));
    response.redirect(303, '/setup/partnership/choose');
  }

  @Post('partnership')
  @ShowsAgain()
  @Requires('library.set-up')
  async setContacts(
    @Body() body: Record<string | symbol, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const own = await this.setup.ownPartnership();
    if (!own?.isChosen) throw new LibraryError('not-found', 'Choose your partnership first.');
    const { typed, lines, problems } = await readLines(body);
    if (problems.length > 0)
      return response.status(400).render('accounts/setup-contacts', viewOf(own.name, typed, problems));
    await this.setup.setContacts(actorOf(request), lines);
    response.redirect(303, '/setup');
  }

  @Get('partnership/choose')
  @Requires('library.set-up')
  @Render('accounts/setup-choose')
  async choosePage(): Promise<ChooseView> {
    const own = await this.setup.ownPartnership();
    // That of the settings was nobody's choice: whoever enters another name must not have to take it back first.
    return await this.chooseView({ partnership: own?.isChosen ? own.id : undefined }, []);
  }

  @Post('partnership/choose')
  @ShowsAgain()
  @Requires('library.set-up')
  async choose(
    @Body() body: Record<string | symbol, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const again = async (found: FormProblem[]): Promise<void> =>
      response.status(400).render('accounts/setup-choose', await this.chooseView(body, found));
    const { form, problems } = await readForm(OwnPartnershipForm, body);
    const { partnership, name } = form;
    if (problems.length > 0) return await again(problems);
    if (partnership !== undefined && name !== undefined)
      return await again([problemWith('name', 'Choose one from the list, or enter a name: not both')]);
    const chosen = partnership !== undefined ? { id: partnership } : name !== undefined ? { name } : null;
    if (!chosen)
      return await again([problemWith('partnership', 'Choose your partnership, or enter its name')]);
    try {
      await this.setup.choose(actorOf(request), chosen);
      response.redirect(303, '/setup/partnership');
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  @Get('sign-on')
  @Requires('library.set-up')
  @Render('accounts/setup-sign-on')
  async signOnPage(): Promise<{ step: string; providers: { slug: string; name: string }[] }> {
    return { step: sayStep('sign-on'), providers: await this.providers.list() };
  }

  @Get('people')
  @Requires('library.set-up')
  @Render('accounts/setup-people')
  async peoplePage(): Promise<{ step: string; others: number }> {
    return { step: sayStep('people'), others: (await this.people.count()) - 1 };
  }

  @Post(':step/skip')
  @Requires('library.set-up')
  async skip(@Param('step') step: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.setup.skip(actorOf(request), step);
    response.redirect(303, '/setup');
  }

  private async chooseView(given: Record<string, unknown>, problems: FormProblem[]): Promise<ChooseView> {
    const known = await this.people.partnerships();
    const none = { value: '', text: 'None of these: I enter its name below', selected: false };
    const partnerships = known.map(({ id, name }) => ({
      ...{ value: id, text: name, selected: id === given.partnership },
    }));
    return { step: sayStep('partnership'), partnerships: [none, ...partnerships], given, problems };
  }
}

const viewOf = (...given: Parameters<typeof presentContactLines>): ContactLinesView & { step: string } => ({
  ...{ step: sayStep('partnership'), ...presentContactLines(...given) },
});
