import { Body, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiCreatedResponse } from '@nestjs/swagger';
import type { Request } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { TakesFile } from '../../platform/http/forms/takes-file.decorator.js';
import type { Follower } from '../follower.js';
import { PlanImports, type ImportView } from '../imports/plan-imports.service.js';
import { SHEET_LIMITS } from '../sheets/limits.js';
import type { PlanPreview } from '../sheets/preview.js';
import type { Asked } from '../tracking-log.js';
import { AskedBy, Who } from './asked.decorator.js';
import { ImportAnswersBody, ImportFileBody } from './imports.dto.js';
import { requireOwn } from './items.controller.js';
import { ReasonBody } from './tracking.dto.js';

/** What a spreadsheet says, with what would become of it. */
type ImportAnswer = Partial<PlanPreview> & Omit<ImportView, 'preview'>;

const PREVIEW = {
  description: 'What the spreadsheet says, and row by row what would become of it.',
  schema: { type: 'object' as const, additionalProperties: true },
};

/** Spreadsheets that are brought in: looked through first, then applied whole or not at all. */
@ApiRoutes('tracking/imports')
export class PlanImportsController {
  constructor(private readonly imports: PlanImports) {}

  /** Sends a spreadsheet to be looked through: `.xlsx`, CSV or tab-separated text. Nothing of it is followed yet. */
  @Post()
  @Requires('tracking.import')
  @TakesFile(SHEET_LIMITS.bytes)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      ...{ type: 'object', required: ['file'] },
      properties: {
        ...{ file: { type: 'string', format: 'binary' }, partnership: { type: 'string' } },
        ...{ review: { type: 'string' }, asOf: { type: 'string', format: 'date' } },
      },
    },
  })
  @ApiCreatedResponse(PREVIEW)
  async take(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Req() { file }: Request,
    @Body() body: ImportFileBody,
  ): Promise<ImportAnswer> {
    requireOwn(who, body.partnership);
    if (!file) throw invalidField('file', 'Send the spreadsheet as the field file of a form');
    const { review = null, asOf = null } = body;
    const sheet = { bytes: file.buffer, name: file.originalname };
    return flat(await this.imports.take(who, sheet, { review, asOf }, asked));
  }

  /** A spreadsheet that was sent. */
  @Get(':id')
  @Requires('tracking.import')
  @ApiOkResponse(PREVIEW)
  async find(@Who() who: Follower, @Param('id') id: string): Promise<ImportAnswer> {
    return flat(await this.imports.view(who, id));
  }

  /** Says what columns and words mean, answers questions, and decides conflicts. */
  @Put(':id/answers')
  @Requires('tracking.import')
  @ApiOkResponse(PREVIEW)
  async answer(
    @Who() who: Follower,
    @Param('id') id: string,
    @Body() body: ImportAnswersBody,
  ): Promise<ImportAnswer> {
    return flat(await this.imports.answer(who, id, body));
  }

  /** Brings it in. */
  @Post(':id/apply')
  @HttpCode(200)
  @Requires('tracking.import')
  @ApiOkResponse(PREVIEW)
  async apply(@Who() who: Follower, @AskedBy() asked: Asked, @Param('id') id: string): Promise<ImportAnswer> {
    return flat(await this.imports.apply(who, id, asked));
  }

  /** Takes all of it back by corrections; refused, with the items, where people have since worked on it. */
  @Post(':id/undo')
  @HttpCode(200)
  @Requires('tracking.import')
  @ApiOkResponse(PREVIEW)
  async undo(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<ImportAnswer> {
    return flat(await this.imports.undo(who, id, reason, asked));
  }
}

const flat = ({ preview, ...view }: ImportView): ImportAnswer => ({ ...preview, ...view });
