import { Get, Param, Query, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { Clock } from '../../../platform/clock/clock.js';
import { londonDay } from '../../../platform/dates/london-day.js';
import { joined } from '../../../platform/office/paced.js';
import { followerOf } from '../../follower.js';
import { momentOf } from '../../moment.js';
import { htmlOf } from '../formats/html.js';
import { reportKind } from '../report-files.js';
import { ReportQuery } from '../report-query.dto.js';
import { ReportSubjects } from '../report-subjects.js';
import { ReportsService } from '../reports.service.js';
import { presentChoice, presentReport, type ReportChoiceView, type ReportView } from './report.presenter.js';

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
  async choose(@Req() request: Request): Promise<ReportChoiceView> {
    const who = followerOf(request, 'page');
    const today = londonDay(this.clock.now());
    return presentChoice(who, await this.subjects.choices(who, momentOf({}, today)), today);
  }

  @Get(':kind')
  @Requires('tracking.read')
  @Render('tracking-reports/report')
  async report(
    @Req() request: Request,
    @Param('kind') kind: string,
    @Query() query: ReportQuery,
  ): Promise<ReportView> {
    const report = await this.reports.report(followerOf(request, 'page'), reportKind(kind), query);
    return presentReport(report, await joined(htmlOf(report)), query);
  }
}
