import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import { LibrarySecrets } from '../../../platform/secrets/library-secrets.js';
import type { AccountEntity } from '../../account.entity.js';
import { deviceOf } from '../../device.js';
import { OwnSessions } from '../../own-sessions.js';
import { SignInService } from '../../sign-in.service.js';
import { showWait } from '../../web/show-wait.js';
import { clearStep, readStep, type PendingStep } from '../pending-step.js';
import { CodeForm } from './second-step-forms.js';

/** The second page of signing in, for whoever has shown the password on the first, in this browser. */
@PageRoutes('sign-in/code')
export class SignInCodeController {
  constructor(
    private readonly service: SignInService,
    private readonly own: OwnSessions,
    private readonly secrets: LibrarySecrets,
  ) {}

  @Get()
  @Public()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (await this.underWay(request)) show(response, []);
    else beginAgain(request, response);
  }

  @Post()
  @Public()
  async signIn(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const begun = await this.underWay(request);
    if (!begun) return beginAgain(request, response);
    const { form, problems } = await readForm(CodeForm, body);
    if (problems.length > 0) return show(response.status(400), problems);
    const place = { address: request.ip ?? '', device: deviceOf(request.get('user-agent')) };
    try {
      const token = await this.service.finish(begun.account, form.code, place);
      if (token === null) return show(response.status(400), [problemWith('code', WRONG_CODE)]);
      clearStep(request, response);
      await this.own.takeOver(request, response, token);
      response.redirect(303, begun.step.to);
    } catch (error) {
      show(response, [problemWith('code', showWait(response, error))]);
    }
  }

  private async underWay(request: Request): Promise<{ step: PendingStep; account: AccountEntity } | null> {
    const step = readStep(request, this.secrets.keyFor('sign-in-step'));
    const account = step && (await this.service.find(step));
    return step && account ? { step, account } : null;
  }
}

export const WRONG_CODE =
  'This code is not right, or it was used before. Wait until your app shows the next one, and enter that';

const show = (response: Response, problems: FormProblem[]): void =>
  response.render('accounts/sign-in-code', { problems });

function beginAgain(request: Request, response: Response): void {
  clearStep(request, response);
  response.redirect(303, request.actor ? '/account' : '/sign-in?step=over');
}
