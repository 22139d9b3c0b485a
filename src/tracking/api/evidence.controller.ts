import { Body, Get, Param, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { megabytes, TakesFile } from '../../platform/http/forms/takes-file.decorator.js';
import { EvidenceService, type EvidenceWish } from '../evidence.service.js';
import type { Follower } from '../follower.js';
import { sendFile } from '../send-file.js';
import type { Asked } from '../tracking-log.js';
import { EVIDENCE_CLASSES } from '../tracking.js';
import { TrackingAnswers } from './answers.js';
import { AskedBy, Who } from './asked.decorator.js';
import { EvidenceBody } from './tracking.dto.js';
import { ChangedAction, ChangedItem } from './changed.model.js';

export const MOST_BYTES = megabytes(25);

type Upload = Express.Multer.File | undefined;

const FORM = ApiBody({
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary' },
      ...{ on: { type: 'string' }, keepUntil: { type: 'string' } },
      class: { type: 'string', enum: [...EVIDENCE_CLASSES] },
    },
  },
});

/** Files that show what was done. */
@ApiRoutes('tracking')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly answers: TrackingAnswers,
  ) {}

  /** Adds a file to an action: a PDF, an office document without macros, an image or plain text, of at most 25 MB. */
  @Post('actions/:id/evidence')
  @Requires('tracking.contribute')
  @TakesFile(MOST_BYTES)
  @ApiConsumes('multipart/form-data')
  @FORM
  async ofAction(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') action: string,
    @Body() body: EvidenceBody,
    @UploadedFile() file: Upload,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedAction> {
    const done = await this.evidence.attach(who, { action }, wishOf(body, file), asked);
    return await this.answers.changedAction(who, done, response);
  }

  /** Adds a file to an item. */
  @Post('items/:id/evidence')
  @Requires('tracking.contribute')
  @TakesFile(MOST_BYTES)
  @ApiConsumes('multipart/form-data')
  @FORM
  async ofItem(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') item: string,
    @Body() body: EvidenceBody,
    @UploadedFile() file: Upload,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ChangedItem> {
    const done = await this.evidence.attach(who, { item }, wishOf(body, file), asked);
    return await this.answers.changedItem(who, done, response);
  }

  /** A file, for the audit lead and for the agencies whose it is; there is none for anybody else. */
  @Get('evidence/:id')
  @Requires('tracking.read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(@Who() who: Follower, @Param('id') id: string, @Res() response: Response): Promise<void> {
    sendFile(response, await this.evidence.open(who, id));
  }
}

export const wishOf = ({ on, keepUntil, class: keepClass }: EvidenceBody, file: Upload): EvidenceWish => ({
  ...{ on, keepUntil, keepClass },
  file: file ? { name: file.originalname, bytes: file.buffer } : null,
});
