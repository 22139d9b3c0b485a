import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LineField } from '../../../platform/http/forms/field.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { cutAtWord } from '../../../platform/text/text.js';
import { count } from '../../../platform/text/words.js';
import type { IdentifyingHit } from '../../../publishing/anonymity/identifying.js';
import { FollowedTexts } from '../../../recommendations/followed-texts.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf, type Follower } from '../../follower.js';
import type { ItemState } from '../../fold.js';
import { TrackedItemPresenter } from '../../item.presenter.js';
import type { TrackedItemAnswer } from '../../tracked-item.model.js';
import { TrackedItemQueries } from '../../tracked-items.queries.js';
import { WordsField, type FormField } from '../../web/fields.js';
import {
  askedByForm,
  carriedVersion,
  presentForm,
  refusalOf,
  showAgain,
  takeForm,
  type FormView,
  type SentForm,
} from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { ProgressReports } from '../progress-reports.js';
import { clearingFields, clearingsIn, hitsOf, markHits, problemsOfHits, type TextPart } from './hits.js';
import { type ProgressReportItem } from '../progress-report.model.js';

class ReportForm {
  @LineField('The title')
  title: string;

  @WordsField('The introduction')
  introduction: string;
}

class WithdrawReportForm {
  @WordsField('The reason')
  reason: string;
}

interface LineRow {
  href: string;
  ref: string;
  text: string;
  facts: string[];
}

interface PublicPage {
  frame: Frame;
  summary: string;
  groups: { id: string; name: string; explain: string; rows: LineRow[] }[];
  reports: { href: string; label: string; state: string; protects: string | null }[];
  problems: FormProblem[];
}

interface ReportPage {
  frame: Frame;
  label: string;
  state: string;
  /** What waits; null where nothing does. */
  waiting: { title: string; paragraphs: string[]; by: string } | null;
  /** Address of the public page; null while nothing is public. */
  href: string | null;
  /** What was refused, with what the check found marked. */
  parts: TextPart[];
  /** Why what waits cannot be released by whoever reads; empty where it can, or nothing waits. */
  why: string;
  release: FormView | null;
  write: FormView | null;
  withdraw: string | null;
  protects: string | null;
  problems: FormProblem[];
}

const PATH = '/tracking/public';
const pathOf = (slug: string): string => `${PATH}/${slug}`;
const LONGEST_TEXT = 140;

/** What the partnership has published of what came of recommendations, what waits, and its progress reports. */
@PageRoutes('tracking/public')
export class PublicPagesController {
  constructor(
    private readonly reports: ProgressReports,
    private readonly answers: TrackingAnswers,
    private readonly items: TrackedItemQueries,
    private readonly presenter: TrackedItemPresenter,
    private readonly texts: FollowedTexts,
  ) {}

  @Get()
  @Requires('tracking.read')
  async overview(@Query() _query: object, @Req() request: Request, @Res() response: Response): Promise<void> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment();
    const frame = presentFrame(who, moment, { path: PATH, given: request.query });
    const all = await this.items.all(who, moment);
    const followed = all.flatMap((state) =>
      state.source.kind === 'recommendation' ? [state.source.id] : [],
    );
    const withLine = all.filter(({ line }) => line !== null);
    const [lines, { reviews }, reports] = await Promise.all([
      this.presenter.present(who, moment, withLine, all),
      this.texts.aboutOf(followed),
      this.reports.list(who),
    ]);
    const written = new Map(reports.map((one) => [one.review, one]));
    response.render('tracking/public', {
      ...{ frame, problems: [], summary: sayPublic(withLine, followed.length), groups: groupsOf(lines) },
      reports: reviews.map(({ slug, label }) => ({
        ...{ href: pathOf(slug), label, state: sayReport(written.get(slug) ?? null) },
        protects: frame.leads ? `${pathOf(slug)}/protected` : null,
      })),
    } satisfies PublicPage);
  }

  @Get(':slug')
  @Requires('tracking.read')
  async report(
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/progress-report', await this.page(request, slug, NEW));
  }

  @Post(':slug')
  @ShowsAgain()
  @Requires('tracking.lead')
  async write(
    @Param('slug') slug: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(ReportForm, body);
    if (problems.length > 0)
      return showAgain(
        response,
        'tracking/progress-report',
        await this.page(request, slug, { ...NEW, given: body, problems }),
      );
    await this.take(request, response, { slug, body, done: 'written' }, async (who) => {
      const wish = { ...form, cleared: clearingsIn(body) };
      return await this.reports.write(who, slug, wish, askedByForm(request, form));
    });
  }

  @Post(':slug/approve')
  @Requires('tracking.approve')
  async approve(
    @Param('slug') slug: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(request, response, { slug, body, done: 'released' }, async (who) =>
      this.reports.approve(who, slug, { cleared: clearingsIn(body) }, askedByForm(request, {})),
    );
  }

  @Get(':slug/withdrawal')
  @Requires('tracking.approve')
  async withdrawPage(
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/release', await this.withdrawal(request, slug, null, []));
  }

  @Post(':slug/withdrawal')
  @ShowsAgain()
  @Requires('tracking.approve')
  async withdraw(
    @Param('slug') slug: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(WithdrawReportForm, body, response, {
      ...{ view: 'tracking/release', fields: WITHDRAW_FIELDS, next: `${pathOf(slug)}?done=withdrawn` },
      page: (problems) => this.withdrawal(request, slug, body, problems),
      deed: async (form) =>
        await this.reports.withdraw(
          followerOf(request, 'page'),
          slug,
          form.reason,
          askedByForm(request, form),
        ),
    });
  }

  private async take(
    request: Request,
    response: Response,
    { slug, body, done }: { slug: string; body: SentForm; done: 'written' | 'released' },
    deed: (who: Follower) => Promise<unknown>,
  ): Promise<void> {
    try {
      await deed(followerOf(request, 'page'));
    } catch (error) {
      const { problems, status } = refusalOf(error, REPORT_FIELDS);
      const hits = hitsOf(error);
      const page = await this.page(request, slug, {
        given: body,
        problems: hits.length > 0 ? problemsOfHits(hits) : problems,
        hits,
        isRelease: done === 'released',
      });
      return showAgain(response, 'tracking/progress-report', page, status);
    }
    response.redirect(303, `${pathOf(slug)}?done=${done}`);
  }

  private async page(
    request: Request,
    slug: string,
    { given, problems, hits, isRelease }: Shown,
  ): Promise<ReportPage> {
    const who = followerOf(request, 'page');
    const report = await this.reports.find(who, slug);
    const path = pathOf(slug);
    const frame = presentFrame(who, this.answers.moment(), { path, given: request.query });
    const written = report?.written ?? null;
    const text = textOf(isRelease ? written : given);
    const clearing = given ? clearingFields(text, hits, given) : [];
    const isOwn = report?.writtenBy === who.by.name;
    const mayRelease = report !== null && report.isWaiting && written !== null && frame.approves && !isOwn;
    const version = given ? carriedVersion(given.version) : (report?.version ?? null);
    return {
      ...{ frame, problems, label: await this.labelOf(slug, report), state: sayReport(report) },
      waiting:
        report?.isWaiting && written ? { ...sayWords(written), by: report.writtenBy ?? 'somebody' } : null,
      href: report?.releasedOn ? `/reviews/${slug}/progress` : null,
      parts: hits.length > 0 ? markHits(text, hits) : [],
      why: report?.isWaiting && isOwn ? 'You wrote it yourself: somebody else publishes it.' : '',
      release: mayRelease
        ? presentForm(isRelease ? clearing : [], {
            ...{ given: isRelease ? given : null, problems, action: `${path}/approve` },
            ...{ button: 'Publish this report', version },
          })
        : null,
      write: frame.leads
        ? presentForm([...reportFields(written), ...(isRelease ? [] : clearing)], {
            ...{
              given: isRelease ? null : given,
              problems,
              action: path,
              button: 'Save the report',
              version,
            },
          })
        : null,
      withdraw:
        report && frame.approves && (report.isWaiting || report.releasedOn) ? `${path}/withdrawal` : null,
      protects: frame.leads ? `${path}/protected` : null,
    };
  }

  private async withdrawal(
    request: Request,
    slug: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<object> {
    const who = followerOf(request, 'page');
    const report = await this.reports.find(who, slug);
    const path = `${pathOf(slug)}/withdrawal`;
    return {
      ...{ frame: presentFrame(who, this.answers.moment(), { path }), problems, parts: [], protects: null },
      heading: 'Withdraw the progress report',
      explain: 'It is gone at once, and so are words that wait to be published. Public lines stay.',
      about: { name: `Progress report: ${await this.labelOf(slug, report)}`, text: null, href: pathOf(slug) },
      form: presentForm(WITHDRAW_FIELDS, {
        ...{ given, problems, action: path, button: 'Withdraw it', version: report?.version ?? null },
      }),
    };
  }

  private async labelOf(slug: string, report: ProgressReportItem | null): Promise<string> {
    return report?.reviewLabel ?? (await this.reports.reviewLabel(slug));
  }
}

interface Shown {
  given: SentForm | null;
  problems: FormProblem[];
  hits: IdentifyingHit[];
  /** Whether what was sent was the release; else it was the words. */
  isRelease: boolean;
}

const NEW: Shown = { given: null, problems: [], hits: [], isRelease: false };

const reportFields = (written: { title: string; introduction: string } | null): FormField[] => [
  {
    ...{ kind: 'line', name: 'title', label: 'Title', autocomplete: 'off', initial: written?.title ?? '' },
    hint: 'Such as “What has been done since the review”',
  },
  {
    ...{
      kind: 'words',
      name: 'introduction',
      label: 'Introduction',
      rows: 8,
      initial: written?.introduction ?? '',
    },
    hint: 'Below it the public reads each recommendation with its public line',
  },
];
const REPORT_FIELDS = reportFields(null);
const WITHDRAW_FIELDS: FormField[] = [{ kind: 'words', name: 'reason', label: 'Why?', rows: 3 }];

/** As it is checked. */
function textOf(words: { title?: unknown; introduction?: unknown } | null): string {
  const [title, introduction] = [words?.title, words?.introduction].map((one) =>
    typeof one === 'string' ? one.replace(/\r\n/g, '\n').trim() : '',
  );
  return `${title}\n${introduction}`;
}

const sayWords = ({
  title,
  introduction,
}: {
  title: string;
  introduction: string;
}): { title: string; paragraphs: string[] } => ({
  ...{ title, paragraphs: introduction.split(/\n\s*\n/).filter((one) => one.trim() !== '') },
});

function sayReport(report: ProgressReportItem | null): string {
  if (!report || (!report.isWaiting && !report.releasedOn)) return 'No progress report is published.';
  const published = report.releasedOn
    ? `Published on ${sayPartialDate(report.releasedOn)}.`
    : 'Not published yet.';
  return report.isWaiting ? `${published} New words wait for approval.` : published;
}

function sayPublic(withLine: readonly ItemState[], followed: number): string {
  const released = withLine.filter(({ line }) => line!.released !== null).length;
  if (followed === 0) return 'You follow no recommendation of a published review.';
  return `${released} of ${count(followed, 'recommendation')} that you follow ${released === 1 || followed === 1 ? 'has' : 'have'} a public line. For the others the public reads “No published response”.`;
}

function groupsOf(lines: readonly TrackedItemAnswer[]): PublicPage['groups'] {
  const rows = (fits: (one: TrackedItemAnswer) => boolean): LineRow[] => lines.filter(fits).map(rowOf);
  const groups = [
    {
      ...{
        id: 'waiting',
        name: 'Waiting for approval',
        explain: 'Somebody other than the writer releases each line.',
      },
      rows: rows(({ publicLine }) => publicLine!.isWaiting),
    },
    {
      ...{
        id: 'older',
        name: 'Out of date',
        explain: 'The items have moved on since. Release the lines again to show how they stand.',
      },
      rows: rows(({ publicLine }) => publicLine!.hasMoved && !publicLine!.isWaiting),
    },
    {
      ...{ id: 'public', name: 'Public and up to date', explain: '' },
      rows: rows(({ publicLine }) => !publicLine!.hasMoved && !publicLine!.isWaiting),
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

const rowOf = ({ id, ref, publicLine, review, recommendation }: TrackedItemAnswer): LineRow => ({
  ...{ href: `/tracking/items/${id}#public-line`, ref },
  text: cutAtWord(publicLine!.text ?? 'Words that were taken out', LONGEST_TEXT),
  facts: [
    [review?.label, recommendation?.number && `recommendation ${recommendation.number}`]
      .filter(Boolean)
      .join(', '),
    publicLine!.released ? `Released on ${sayPartialDate(publicLine!.released.on)}` : 'Not public yet',
    publicLine!.isWaiting && publicLine!.writtenBy ? `Written by ${publicLine!.writtenBy}` : '',
  ].filter(Boolean),
});
