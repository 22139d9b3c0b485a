import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LineField } from '../../../platform/http/forms/field.decorators.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import type { ProtectedTermItem } from '../../../publishing/anonymity/protected-term.model.js';
import { ProtectedTerms, type TermsOf } from '../../../publishing/anonymity/protected-terms.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf } from '../../follower.js';
import type { FormField } from '../../web/fields.js';
import { presentForm, takeForm, type FormView, type SentForm } from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { ProgressReports } from '../progress-reports.js';

class TermForm {
  @LineField('A name, a place or another word')
  term: string;
}

interface ProtectedPage {
  frame: Frame;
  label: string;
  path: string;
  terms: ProtectedTermItem[];
  form: FormView;
  problems: FormProblem[];
}

const FIELDS: FormField[] = [
  {
    ...{ kind: 'line', name: 'term', label: 'A name, a place or another word', autocomplete: 'off' },
    hint: 'One at a time. Capitals, accents, hyphens and apostrophes make no difference; only whole words count',
  },
];

/** The list of what a review protects. Nobody else sees it, and the log keeps no word of it. */
@PageRoutes('tracking/public/:slug/protected')
export class ProtectedPagesController {
  constructor(
    private readonly terms: ProtectedTerms,
    private readonly reports: ProgressReports,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get()
  @Requires('anonymity.keep')
  async list(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/protected', await this.page(request, slug, null, []));
  }

  @Post()
  @ShowsAgain()
  @Requires('anonymity.keep')
  async add(
    @Param('slug') slug: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(TermForm, body, response, {
      ...{
        view: 'tracking/protected',
        fields: FIELDS,
        next: `/tracking/public/${slug}/protected?done=saved`,
      },
      page: (problems) => this.page(request, slug, body, problems),
      deed: async ({ term }) => await this.terms.add(await this.termsOf(request, slug), term),
    });
  }

  @Post(':id/removal')
  @Requires('anonymity.keep')
  async remove(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.terms.remove(await this.termsOf(request, slug), id);
    response.redirect(303, `/tracking/public/${slug}/protected?done=saved`);
  }

  private async termsOf(request: Request, slug: string): Promise<TermsOf> {
    return await this.reports.termsOf(followerOf(request, 'page'), slug);
  }

  private async page(
    request: Request,
    slug: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<ProtectedPage> {
    const path = `/tracking/public/${slug}/protected`;
    return {
      frame: presentFrame(followerOf(request, 'page'), this.answers.moment(), { path, given: request.query }),
      label: await this.reports.reviewLabel(slug),
      terms: await this.terms.list(await this.termsOf(request, slug)),
      ...{ path, problems },
      form: presentForm(FIELDS, { given, problems, action: path, button: 'Add it', version: null }),
    };
  }
}
