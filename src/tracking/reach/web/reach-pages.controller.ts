import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { EmptyIsNothing } from '../../../platform/http/forms/field.decorators.js';
import { parsePartialDate } from '../../../platform/dates/partial-date.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { PageQuery } from '../../../platform/http/listing/page-query.dto.js';
import { addressOf } from '../../../platform/pages/addresses.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { paginationOf, sayShown, type Pagination } from '../../../platform/pages/pagination.js';
import { codesOf } from '../../../platform/text/closed-list.js';
import { AgencyList, type ListedAgency } from '../../agency-list.js';
import { TrackingAnswers } from '../../api/answers.js';
import { addDays, lastDay, monthsBefore } from '../../day.js';
import { followerOf, type Follower } from '../../follower.js';
import { reachChart, type ChartView } from '../../web/charts.js';
import {
  askedByForm,
  presentForm,
  refusalOf,
  showAgain,
  type FormView,
  type SentForm,
} from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { USE_KINDS, type ReachPeriod, type UseKind } from '../reach.js';
import { ReachQueries } from '../reach.queries.js';
import { publicRecord } from '../used-records.js';
import { requireWithdrawable, UsesService } from '../uses.service.js';
import {
  presentReach,
  presentUse,
  REACH_PATH,
  type ReachTableView,
  type UseEntryView,
} from './reach.presenter.js';
import {
  addressOfUsed,
  UNKNOWN_ADDRESS,
  TAKE_BACK_FIELDS,
  UseTakenBackForm,
  USE_FIELDS,
  usedAt,
  useFields,
  UseForm,
} from './use-form.js';

class ReachPageQuery extends PageQuery {
  /** With `slug`: what was used. */
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(codesOf(USE_KINDS))
  kind?: UseKind;

  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^\P{Cc}{1,300}$/u)
  slug?: string;

  /** A day of the last quarter that is shown. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^(?:19|20|21)\d\d-\d\d-\d\d$/)
  until?: string;
}

/** What is used, for the form: null where the form asks for it. */
type About = { href: string; name: string } | null;

interface ReachPage {
  frame: Frame;
  uses: UseEntryView[];
  shown: string;
  pagination: Pagination | null;
  reach: ReachTableView | null;
  chart: ChartView | null;
  /** The year before, where something was recorded then or earlier; the year after, up to today. */
  earlier: string | null;
  later: string | null;
  about: About;
  /** Null for whoever records nothing. */
  form: FormView | null;
  problems: FormProblem[];
}

interface TakeBackPage {
  frame: Frame;
  use: UseEntryView;
  form: FormView;
  problems: FormProblem[];
}

/** “We used this”: who discussed what, whom it reached, and the form to say so. */
@PageRoutes('tracking/reach')
export class ReachPagesController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly uses: UsesService,
    private readonly queries: ReachQueries,
    private readonly agencies: AgencyList,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get()
  @Requires('tracking.read')
  async list(
    @Query() query: ReachPageQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = query.kind && query.slug ? { kind: query.kind, slug: query.slug } : null;
    const about = asked && (await this.about(asked));
    response.render('tracking/reach', await this.page(request, query, { about, given: null, problems: [] }));
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.contribute')
  async record(@Body() body: SentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const { form, problems } = await readForm(UseForm, body);
    const used = typeof body.address === 'string' ? usedAt(body.address) : null;
    const about = used && (await this.about(used));
    const found = problems.length === 0 && about === null ? [UNKNOWN_ADDRESS] : problems;
    const again = async (wrong: FormProblem[], status?: number): Promise<void> =>
      showAgain(
        response,
        'tracking/reach',
        await this.page(request, {}, { about, given: body, problems: wrong }),
        status,
      );
    if (found.length > 0) return await again(found);
    const { address: _, ...wish } = form;
    try {
      await this.uses.record(who, { ...wish, ...used! }, askedByForm(request, form));
    } catch (error) {
      const { problems: wrong, status } = refusalOf(error, USE_FIELDS);
      return await again(wrong, status);
    }
    response.redirect(303, `${REACH_PATH}?done=saved`);
  }

  @Get(':id/withdrawal')
  @Requires('tracking.contribute')
  async ask(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/take-back', await this.takeBackPage(request, id, null, []));
  }

  @Post(':id/withdrawal')
  @ShowsAgain()
  @Requires('tracking.contribute')
  async takeBack(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(UseTakenBackForm, body);
    if (problems.length > 0)
      return showAgain(response, 'tracking/take-back', await this.takeBackPage(request, id, body, problems));
    await this.uses.withdraw(followerOf(request, 'page'), id, form.reason, askedByForm(request, form));
    response.redirect(303, `${REACH_PATH}?done=saved`);
  }

  private async page(
    request: Request,
    query: ReachPageQuery,
    { about, given, problems }: { about: About; given: SentForm | null; problems: FormProblem[] },
  ): Promise<ReachPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment();
    const frame = presentFrame(who, moment, { path: REACH_PATH, given: request.query });
    const period = yearUpTo(query.until, moment.asOf);
    const [list, reach, isEarlier, agencies] = await Promise.all([
      this.queries.list(who, query),
      this.queries.figures(who, period),
      this.queries.hasBefore(who, period.from),
      this.agenciesFor(who),
    ]);
    const fields = useFields(moment.asOf, about?.href ?? null, agencies);
    const form = presentForm(fields, {
      ...{ given, problems, action: REACH_PATH, button: 'Record it', version: null },
    });
    const at = (more: object): string => addressOf(REACH_PATH, { until: query.until, ...more });
    return {
      ...{ frame, problems, about, form: frame.contributes ? form : null },
      ...{ uses: list.items.map(presentUse), shown: sayShown(list, 'discussion') },
      pagination: paginationOf(list, (page) => at({ page })),
      ...{ reach: presentReach(reach), chart: reachChart(reach, 'People reached by agency') },
      earlier: isEarlier ? at({ until: addDays(period.from, -1) }) : null,
      later: period.until < moment.asOf ? at({ until: addDays(period.until, 365) }) : null,
    };
  }

  private async takeBackPage(
    request: Request,
    id: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<TakeBackPage> {
    const who = followerOf(request, 'page');
    const use = await this.queries.find(who, id);
    requireWithdrawable(use);
    const path = `${REACH_PATH}/${id}/withdrawal`;
    return {
      ...{ frame: presentFrame(who, this.answers.moment(), { path }), use: presentUse(use), problems },
      form: presentForm(TAKE_BACK_FIELDS, {
        ...{ given, problems, action: path, button: 'Take it back', version: null },
      }),
    };
  }

  /** Null where there is no such record that the public sees. */
  private async about(used: { kind: UseKind; slug: string }): Promise<About> {
    const record = await publicRecord(this.source.manager, used.kind, used.slug);
    return record && { href: addressOfUsed(used), name: `${USE_KINDS[used.kind]}: ${record.name}` };
  }

  /** Whoever leads an agency records for it, and chooses none. */
  private async agenciesFor({ agency, partnership }: Follower): Promise<ListedAgency[]> {
    return agency ? [] : await this.agencies.list(this.source.manager, partnership.id);
  }
}

/** The four quarters up to the one of a day; of the present one, the days up to today. */
function yearUpTo(day: string | undefined, today: string): ReachPeriod {
  const until = day && day < today && parsePartialDate(day)?.precision === 'day' ? day : today;
  const end = lastDay(until, 'quarter').on;
  return { from: addDays(monthsBefore(end, 12), 1), until: end < today ? end : today };
}
