import { Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { XLSX } from '../../../platform/office/workbook.js';
import { Who } from '../../api/asked.decorator.js';
import { ExportQuery } from '../../export/export-query.dto.js';
import type { Follower } from '../../follower.js';
import { REPORT_FORMATS } from '../formats/formats.js';
import { ReportAnswer } from '../report-answer.model.js';
import { ReportFiles } from '../report-files.js';
import { ReportQuery } from '../report-query.dto.js';
import { REPORT_WORDS } from '../report.js';

/** Reports, and what people edit in a spreadsheet. */
@ApiRoutes('tracking')
export class TrackingReportsController {
  constructor(private readonly files: ReportFiles) {}

  /** How far things are, or were, as page, document, workbook, table or data. */
  @Get('reports/:kind.:format')
  @Requires('tracking.read')
  @ApiParam({ name: 'kind', enum: Object.keys(REPORT_WORDS) })
  @ApiParam({ name: 'format', enum: Object.keys(REPORT_FORMATS) })
  @ApiOkResponse({ type: ReportAnswer, description: 'As JSON; the other formats say the same.' })
  async report(
    @Who() who: Follower,
    @Param('kind') kind: string,
    @Param('format') format: string,
    @Query() query: ReportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.files.sendReport(who, kind, format, query, response);
  }

  /** Everything that is followed, a row an action, as a workbook to edit and bring in again. */
  @Get('export.xlsx')
  @Requires('tracking.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Who() who: Follower, @Query() query: ExportQuery, @Res() response: Response): Promise<void> {
    await this.files.sendExport(who, query, response);
  }
}
