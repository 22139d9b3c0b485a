import { Body, Get, Param, Post, Render, Req, Res, UploadedFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { TakesFile } from '../../platform/http/forms/takes-file.decorator.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import { TrackingAnswers } from '../api/answers.js';
import { MOST_BYTES, wishOf } from '../api/evidence.controller.js';
import { TAKEN_ENDINGS, TAKEN_WORDS } from '../evidence-type.js';
import { EvidenceService } from '../evidence.service.js';
import { followerOf, type Follower } from '../follower.js';
import { sendFile } from '../send-file.js';
import { EVIDENCE_CLASS_WORDS, EVIDENCE_CLASSES } from '../tracking.js';
import { EvidenceForm } from './evidence-form.js';
import { DAY_HINT } from './fields.js';
import { presentFrame, type Frame } from './frame.presenter.js';

interface EvidenceFormView {
  frame: Frame;
  /** Where the form is sent. */
  action: string;
  /** What the file is of. */
  ref: string;
  text: string | null;
  isOfAction: boolean;
  item: string;
  itemRef: string;
  dayHint: string;
  classes: { value: string; text: string; checked: boolean }[];
  accept: string;
  taken: string;
  given: Record<string, unknown>;
  problems: FormProblem[];
}

type Kind = 'actions' | 'items';

/** Files of evidence on pages: added with a form, and saved. */
@PageRoutes('tracking')
export class EvidencePagesController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get('evidence/:id')
  @Requires('tracking.read')
  async download(@Req() request: Request, @Param('id') id: string, @Res() response: Response): Promise<void> {
    sendFile(response, await this.evidence.open(followerOf(request, 'page'), id));
  }

  @Get('actions/:id/evidence')
  @Requires('tracking.contribute')
  @Render('tracking/evidence-new')
  async toAction(@Req() request: Request, @Param('id') id: string): Promise<EvidenceFormView> {
    return await this.form(followerOf(request, 'page'), 'actions', id);
  }

  @Get('items/:id/evidence')
  @Requires('tracking.contribute')
  @Render('tracking/evidence-new')
  async toItem(@Req() request: Request, @Param('id') id: string): Promise<EvidenceFormView> {
    return await this.form(followerOf(request, 'page'), 'items', id);
  }

  @Post('actions/:id/evidence')
  @Requires('tracking.contribute')
  @TakesFile(MOST_BYTES)
  async addToAction(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.add(followerOf(request, 'page'), { kind: 'actions', id }, { body, file }, response);
  }

  @Post('items/:id/evidence')
  @Requires('tracking.contribute')
  @TakesFile(MOST_BYTES)
  async addToItem(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.add(followerOf(request, 'page'), { kind: 'items', id }, { body, file }, response);
  }

  private async add(
    who: Follower,
    { kind, id }: { kind: Kind; id: string },
    { body, file }: { body: Record<string, unknown>; file: Express.Multer.File | undefined },
    response: Response,
  ): Promise<void> {
    const again = async (problems: FormProblem[]): Promise<void> =>
      response
        .status(400)
        .render('tracking/evidence-new', await this.form(who, kind, id, { given: body, problems }));
    const { form, problems } = await readForm(EvidenceForm, body);
    if (problems.length > 0) return await again(problems);
    try {
      const about = kind === 'actions' ? { action: id } : { item: id };
      await this.evidence.attach(who, about, wishOf(form, file));
      const { item } = await this.about(who, kind, id);
      response.redirect(303, `/tracking/items/${item}#evidence`);
    } catch (error) {
      if (!(error instanceof LibraryError) || error.fields.length === 0) throw error;
      await again(error.fields.map(({ field, message }) => problemWith(field, message)));
    }
  }

  private async form(
    who: Follower,
    kind: Kind,
    id: string,
    { given = {}, problems = [] }: Partial<Pick<EvidenceFormView, 'given' | 'problems'>> = {},
  ): Promise<EvidenceFormView> {
    const action = `/tracking/${kind}/${id}/evidence`;
    return {
      ...(await this.about(who, kind, id)),
      frame: presentFrame(who, this.answers.moment(), { path: action }),
      ...{ action, isOfAction: kind === 'actions', dayHint: DAY_HINT, given, problems },
      classes: EVIDENCE_CLASSES.map((value) => ({
        ...{ value, text: EVIDENCE_CLASS_WORDS[value], checked: given.class === value },
      })),
      ...{ accept: TAKEN_ENDINGS.map((ending) => `.${ending}`).join(','), taken: TAKEN_WORDS },
    };
  }

  private async about(
    who: Follower,
    kind: Kind,
    id: string,
  ): Promise<Pick<EvidenceFormView, 'ref' | 'text' | 'item' | 'itemRef'>> {
    const moment = this.answers.moment();
    if (kind === 'actions') {
      const { ref, text, item } = await this.answers.action(who, id, moment);
      return { ref, text, item, itemRef: ref.split('.')[0]! };
    }
    const { ref, text, id: item } = await this.answers.item(who, id, moment);
    return { ref, text, item, itemRef: ref };
  }
}
