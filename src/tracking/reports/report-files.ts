import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { XLSX } from '../../platform/office/workbook.js';
import { ExportLog } from '../export/export-log.js';
import { ExportService, type ExportWish } from '../export/export.service.js';
import type { Follower } from '../follower.js';
import { PRINT_POLICY } from './formats/print.js';
import { REPORT_FORMATS, type ReportFormat } from './formats/formats.js';
import { ReportsService, type ReportWish } from './reports.service.js';
import { REPORT_WORDS, type Report, type ReportKind } from './report.js';

/** Sends reports and exports as files, and writes down which of them people took. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly reports: ReportsService,
    private readonly exports: ExportService,
    private readonly log: ExportLog,
  ) {}

  /** @throws LibraryError as `ReportsService.report`; not-found for another kind or format */
  async sendReport(
    who: Follower,
    kind: string,
    format: string,
    wish: ReportWish,
    response: Response,
  ): Promise<void> {
    const [known, form] = [reportKind(kind), reportFormat(format)];
    const report = await this.reports.report(who, known, wish);
    const { type, isFile, write } = REPORT_FORMATS[form];
    const body = await write(report);
    if (isFile) {
      await this.log.record(who, {
        what: 'report',
        kind: known,
        format: form,
        asOf: report.asOf,
        view: report.view,
      });
      response.attachment(fileName(report, form));
    }
    if (form === 'html') response.setHeader('Content-Security-Policy', PRINT_POLICY);
    response.setHeader('Cache-Control', 'private, no-store');
    response.type(type).send(body);
  }

  /** @throws LibraryError as `ExportService.export` */
  async sendExport(who: Follower, wish: ExportWish, response: Response): Promise<void> {
    const { file, name, rows } = await this.exports.export(who, wish);
    await this.log.record(who, {
      what: 'actions',
      format: 'xlsx',
      rows,
      ...(wish.agency ? { agency: wish.agency } : {}),
    });
    response.setHeader('Cache-Control', 'private, no-store');
    response.attachment(name).type(XLSX).send(file);
  }
}

/** @throws LibraryError not-found */
export function reportKind(kind: string): ReportKind {
  if (Object.hasOwn(REPORT_WORDS, kind)) return kind as ReportKind;
  throw new LibraryError('not-found', 'There is no such report.');
}

function reportFormat(format: string): ReportFormat {
  if (Object.hasOwn(REPORT_FORMATS, format)) return format as ReportFormat;
  throw new LibraryError('not-found', 'A report is not written like that.');
}

const fileName = ({ kind, partnership, asOf }: Report, format: ReportFormat): string =>
  `${partnership.slug}-${kind}-${asOf}.${format}`;
