import { Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { Clock } from '../../../platform/clock/clock.js';
import { londonDay } from '../../../platform/dates/london-day.js';
import { joined } from '../../../platform/office/paced.js';
import { followerOf } from '../../follower.js';
import { momentOf } from '../../moment.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { htmlOf } from '../formats/html.js';
import { reportKind } from '../report-files.js';
import { ReportQuery } from '../report-query.dto.js';
import { ReportSubjects } from '../report-subjects.js';
import { ReportsService } from '../reports.service.js';
import { presentChoice, presentReport, type ReportChoiceView, type ReportView } from './report.presenter.js';

interface Framed {
  frame: Frame;
}

/** Reports as pages, with their files. */
@PageRoutes('tracking/reports')
export class ReportPagesController {
  constructor(
    private readonly reports: ReportsService,
    private readonly subjects: ReportSubjects,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('tracking.read')
  @Render('tracking-reports/choose')
  async choose(@Req() request: Request): Promise<ReportChoiceView & Framed> {
    const who = followerOf(request, 'page');
    const today = londonDay(this.clock.now());
    const moment = momentOf({}, today);
    const frame = presentFrame(who, moment, { path: '/tracking/reports' });
    return { frame, ...presentChoice(who, await this.subjects.choices(who, moment), today) };
  }

  @Get(':kind')
  @Requires('tracking.read')
  @Render('tracking-reports/report')
  async report(
    @Req() request: Request,
    @Param('kind') kind: string,
    @Query() query: ReportQuery,
  ): Promise<ReportView & Framed> {
    const who = followerOf(request, 'page');
    const report = await this.reports.report(who, reportKind(kind), query);
    const now = momentOf({}, londonDay(this.clock.now()));
    const frame = presentFrame(who, now, { path: '/tracking/reports' });
    return { frame, ...presentReport(report, await joined(htmlOf(report)), query) };
  }
}
