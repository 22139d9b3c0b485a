import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ERROR_STATUSES } from '../../../platform/http/errors/error-statuses.js';
import { LibraryError, type ErrorCode } from '../../../platform/http/errors/library-error.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { TakesFile } from '../../../platform/http/forms/takes-file.decorator.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import { AgenciesService } from '../../agencies.service.js';
import { followerOf, isAuditLead, type Follower } from '../../follower.js';
import { PlanImports } from '../../imports/plan-imports.service.js';
import { SHEET_LIMITS } from '../../sheets/limits.js';
import { TrackedItemQueries } from '../../tracked-items.queries.js';
import { momentOf } from '../../moment.js';
import { TrackingLog } from '../../tracking-log.js';
import { presentFrame, type Frame } from '../frame.presenter.js';
import { fieldPlace, readAnswers, SendForm, TakeBackForm } from './plan-import.forms.js';
import { presentImport, presentImports, type ImportPage, type ImportsPage } from './plan-import.presenter.js';

type SentForm = Record<string | symbol, unknown>;

/** Spreadsheets that are brought in, as pages: sent, looked through and answered, brought in, taken back. */
@PageRoutes('tracking/imports')
export class PlanImportPagesController {
  constructor(
    private readonly imports: PlanImports,
    private readonly agencies: AgenciesService,
    private readonly items: TrackedItemQueries,
    private readonly log: TrackingLog,
  ) {}

  @Get()
  @Requires('tracking.import')
  @Render('tracking-imports/list')
  async list(@Req() request: Request): Promise<ImportsPage> {
    return await this.listOf(followerOf(request, 'page'), {}, []);
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.import')
  @TakesFile(SHEET_LIMITS.bytes)
  async send(@Body() body: SentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const { file } = request;
    const { form, problems } = await readForm(SendForm, body);
    const again = async (found: FormProblem[], status = 400): Promise<void> =>
      response.status(status).render('tracking-imports/list', await this.listOf(who, form, found));
    if (problems.length > 0) return await again(problems);
    if (!file || file.size === 0) return await again([problemWith('file', 'Choose a spreadsheet')]);
    try {
      const { review = null, asOf = null } = form;
      const sheet = { bytes: file.buffer, name: file.originalname };
      const { id } = await this.imports.take(who, sheet, { review, asOf });
      response.redirect(303, `/tracking/imports/${id}`);
    } catch (error) {
      const { message, status } = refusalOf(error);
      await again([problemWith('file', message)], status);
    }
  }

  @Get(':id')
  @Requires('tracking.import')
  @Render('tracking-imports/import')
  async show(
    @Req() request: Request,
    @Param('id') id: string,
    @Query('part') part?: string,
    @Query('done') done?: string,
  ): Promise<ImportPage> {
    return await this.pageOf(followerOf(request, 'page'), id, { part: Number(part) || 1, done });
  }

  /** Saves what was answered; with the other button, brings it in as well. */
  @Post(':id')
  @Requires('tracking.import')
  async answer(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const who = followerOf(request, 'page');
    const { enter, wrong, ...given } = readAnswers(body);
    try {
      if (isAuditLead(who)) await this.enterAgencies(who, enter);
      await this.imports.answer(who, id, given);
      if (wrong.length > 0) {
        const problems = wrong.map(({ field }) => problemWith(fieldPlace(field), NO_DATE));
        const typed = new Map(wrong.map((one) => [one.field, one.typed]));
        return response
          .status(400)
          .render('tracking-imports/import', await this.pageOf(who, id, { problems, typed }));
      }
      if (body.do === 'apply') await this.imports.apply(who, id);
      response.redirect(303, `/tracking/imports/${id}${body.do === 'apply' ? '' : '?done=saved'}`);
    } catch (error) {
      await this.showRefusal(who, id, error, response);
    }
  }

  @Post(':id/give-up')
  @Requires('tracking.import')
  async giveUp(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    try {
      await this.imports.giveUp(who, id);
      response.redirect(303, '/tracking/imports');
    } catch (error) {
      await this.showRefusal(who, id, error, response);
    }
  }

  @Post(':id/take-back')
  @Requires('tracking.import')
  async takeBack(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const who = followerOf(request, 'page');
    const { form, problems } = await readForm(TakeBackForm, body);
    if (problems.length > 0)
      return response.status(400).render('tracking-imports/import', await this.pageOf(who, id, { problems }));
    try {
      await this.imports.undo(who, id, form.reason);
      response.redirect(303, `/tracking/imports/${id}`);
    } catch (error) {
      await this.showRefusal(who, id, error, response);
    }
  }

  /** A name that is in the list already is known when the file is read anew. */
  private async enterAgencies(who: Follower, names: readonly string[]): Promise<void> {
    for (const name of names)
      try {
        await this.agencies.enter(who, { name });
      } catch (error) {
        if (!(error instanceof LibraryError) || error.code !== 'invalid-request') throw error;
      }
  }

  private async listOf(who: Follower, given: SendForm, problems: FormProblem[]): Promise<ImportsPage> {
    return presentImports(who, this.frame(who), await this.imports.list(who), given, problems);
  }

  private frame(who: Follower, given: object = {}): Frame {
    return presentFrame(who, momentOf({}, this.log.today()), { path: '/tracking/imports', given });
  }

  private async pageOf(
    who: Follower,
    id: string,
    shown: { part?: number; problems?: FormProblem[]; typed?: ReadonlyMap<string, string>; done?: string },
  ): Promise<ImportPage> {
    const [view, agencies] = [await this.imports.view(who, id), await this.agencies.list(who)];
    const touched = new Set(view.made?.touched);
    const items = touched.size > 0 ? await this.items.all(who, momentOf({}, this.log.today())) : [];
    return presentImport(who, view, {
      frame: this.frame(who, { done: shown.done }),
      agencies: agencies.filter(({ endedOn }) => endedOn === null),
      items: items.filter((item) => touched.has(item.id)).map((item) => ({ id: item.id, ref: item.ref })),
      ...shown,
    });
  }

  private async showRefusal(who: Follower, id: string, error: unknown, response: Response): Promise<void> {
    const { message, status } = refusalOf(error);
    const page = await this.pageOf(who, id, { problems: [problemWith('main-content', message)] });
    response.status(status).render('tracking-imports/import', page);
  }
}

const NO_DATE = 'Write a date such as 31 March 2025, March 2025 or 2025, or leave it empty';

/** What the page says again; the rest is an error as everywhere. */
const SHOWN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...([
    'invalid-request',
    'unsupported-media-type',
    'too-large',
    'decided',
    'worked-on',
    'overtaken',
  ] as const),
]);

function refusalOf(error: unknown): { message: string; status: number } {
  if (!(error instanceof LibraryError) || !SHOWN.has(error.code)) throw error;
  return { message: error.message, status: ERROR_STATUSES[error.code].status };
}
