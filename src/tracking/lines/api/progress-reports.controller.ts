import { Body, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { ApiRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ProtectedTerms } from '../../../publishing/anonymity/protected-terms.js';
import { AskedBy, Who } from '../../api/asked.decorator.js';
import { ReasonBody } from '../../api/tracking.dto.js';
import type { Follower } from '../../follower.js';
import { type Asked, withoutVersion } from '../../tracking-log.js';
import { nothingWritten } from '../public-lines.service.js';
import { ProgressReports } from '../progress-reports.js';
import { ProgressReportBody, ReleaseBody, TermBody } from './lines.dto.js';
import { ProgressReportItem, ProgressReportList, ProtectedTermList } from '../progress-report.model.js';

/** What a partnership publishes about a review as a whole, and what that review protects. */
@ApiRoutes('tracking')
export class ProgressReportsController {
  constructor(
    private readonly reports: ProgressReports,
    private readonly terms: ProtectedTerms,
  ) {}

  /** The partnership’s progress reports, by review. */
  @Get('progress-reports')
  @Requires('tracking.read')
  async list(@Who() who: Follower): Promise<ProgressReportList> {
    return { items: await this.reports.list(who) };
  }

  /** The partnership’s progress report on a review, as it was written last. */
  @Get('reviews/:slug/progress-report')
  @Requires('tracking.read')
  async find(
    @Who() who: Follower,
    @Param('slug') slug: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressReportItem> {
    const report = await this.reports.find(who, slug);
    if (!report) throw nothingWritten();
    response.setHeader('ETag', `"${report.version}"`);
    return report;
  }

  /** Writes it: title and introduction. A text that may identify somebody is refused with its `hits`. */
  @Post('reviews/:slug/progress-report')
  @Requires('tracking.lead')
  async write(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('slug') slug: string,
    @Body() body: ProgressReportBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressReportItem> {
    await this.reports.write(who, slug, body, asked);
    return await this.find(who, slug, response);
  }

  /** Publishes it beside its review: by somebody else than who wrote it. */
  @Post('reviews/:slug/progress-report/approve')
  @HttpCode(200)
  @Requires('tracking.approve')
  async approve(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('slug') slug: string,
    @Body() body: ReleaseBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressReportItem> {
    await this.reports.approve(who, slug, body, asked);
    return await this.find(who, slug, response);
  }

  /** Takes it away at once, with a reason. */
  @Post('reviews/:slug/progress-report/withdrawal')
  @HttpCode(200)
  @Requires('tracking.approve')
  async withdraw(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('slug') slug: string,
    @Body() { reason }: ReasonBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressReportItem> {
    await this.reports.withdraw(who, slug, reason, asked);
    return await this.find(who, slug, response);
  }

  /** Deletes its words for good, and takes it away with them. For administrators. */
  @Post('reviews/:slug/progress-report/redaction')
  @HttpCode(200)
  @Requires('tracking.redact')
  async redact(
    @Who() who: Follower,
    @AskedBy() asked: Asked,
    @Param('slug') slug: string,
    @Body() { reason }: ReasonBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressReportItem> {
    await this.reports.redact(who, slug, reason, withoutVersion(asked));
    return await this.find(who, slug, response);
  }

  /** What the partnership has in its list of what a review protects. It is shown nowhere else. */
  @Get('reviews/:slug/protected-terms')
  @Requires('anonymity.keep')
  async listTerms(@Who() who: Follower, @Param('slug') slug: string): Promise<ProtectedTermList> {
    return { items: await this.terms.list(await this.reports.termsOf(who, slug)) };
  }

  /** Adds a term; one that is there already stays. */
  @Post('reviews/:slug/protected-terms')
  @Requires('anonymity.keep')
  async addTerm(
    @Who() who: Follower,
    @Param('slug') slug: string,
    @Body() { term }: TermBody,
  ): Promise<ProtectedTermList> {
    await this.terms.add(await this.reports.termsOf(who, slug), term);
    return await this.listTerms(who, slug);
  }

  /** Takes a term out of the list. */
  @Delete('reviews/:slug/protected-terms/:id')
  @HttpCode(204)
  @Requires('anonymity.keep')
  async removeTerm(
    @Who() who: Follower,
    @Param('slug') slug: string,
    @Param('id') id: string,
  ): Promise<void> {
    await this.terms.remove(await this.reports.termsOf(who, slug), id);
  }
}
