import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { ShowsAgain, TOO_OLD } from '../../platform/http/forms/shows-again.decorator.js';
import { cutAtWord } from '../../platform/text/text.js';
import { addressOf } from '../../platform/pages/addresses.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { paginationOf, sayShown, type Pagination } from '../../platform/pages/pagination.js';
import { isId } from '../../platform/text/is-id.js';
import { ActionsService } from '../actions.service.js';
import { TrackingAnswers } from '../api/answers.js';
import { followerOf, isAuditLead, type Follower } from '../follower.js';
import { ItemList, type StandingItem } from '../item-list.js';
import { TrackedItemPresenter } from '../item.presenter.js';
import { isOf } from '../rights.js';
import { lastWords, type TrackedAction } from '../tracked-item.model.js';
import { DELIVERY_WORDS, isClosed, isOpenDelivery } from '../tracking.js';
import { UpdateForm } from './action-forms.js';
import { carriedVersion, refusalOf, type SentForm } from './form-page.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { sayDue } from './item-page.presenter.js';
import { presentMark, type MarkView } from './marks.js';
import { ItemNarrowing, type NarrowingView } from './narrowing.js';
import { filtersIn, TrackingPageQuery } from './tracking-page-query.dto.js';

interface UpdatePage {
  frame: Frame;
  narrowing: NarrowingView;
  action: string;
  once: string;
  rows: UpdateRow[];
  shown: string;
  pagination: Pagination | null;
  problems: FormProblem[];
  /** How many of those that were sent are saved; null where none were sent. */
  saved: number | null;
}

interface UpdateRow {
  id: string;
  /** Its fields are called after it: “text-3”. */
  place: number;
  ref: string;
  item: string;
  text: string;
  facts: string[];
  mark: MarkView;
  version: number;
  given: { text: string; to: string; on: string };
  choices: { value: string; text: string; selected: boolean }[];
  problem: { name: string; text: string } | null;
  isSaved: boolean;
}

/** What one row of the page said, and what became of it. */
interface SentRow {
  id: string;
  given: UpdateRow['given'];
  version: string;
  problems: FormProblem[];
  /** Whether it said anything. */
  isFilled: boolean;
  isSaved: boolean;
  isOvertaken: boolean;
}

/** As many as a person goes through without a break. */
const ROWS = 15;
const LONGEST_TEXT = 160;

/** Many actions updated on one page: each row is taken or says what is wrong, whatever becomes of the others. */
@PageRoutes('tracking/update')
export class BulkUpdateController {
  constructor(
    private readonly actions: ActionsService,
    private readonly answers: TrackingAnswers,
    private readonly list: ItemList,
    private readonly presenter: TrackedItemPresenter,
    private readonly narrowing: ItemNarrowing,
  ) {}

  @Get()
  @Requires('tracking.contribute')
  async page(
    @Query() query: TrackingPageQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/update', await this.view(request, query, []));
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.contribute')
  async send(
    @Query() query: TrackingPageQuery,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const who = followerOf(request, 'page');
    const rows: SentRow[] = [];
    for (const id of idsIn(body)) rows.push(await this.take(who, id, body));
    const view = await this.view(request, query, rows);
    // A page that was open for too long says so once, not in each of its rows.
    const [first] = rows.flatMap(({ problems }) => problems);
    const problems = body[TOO_OLD] && first ? [first] : problemsOf(rows, view.rows);
    response.status(problems.length > 0 ? 400 : 200).render('tracking/update', { ...view, problems });
  }

  /** Each row is a change of its own: none waits for another. */
  private async take(who: Follower, id: string, body: SentForm): Promise<SentRow> {
    const [text, to, on] = ['text', 'to', 'on'].map((name) => valueIn(body, `${name}-${id}`));
    const given = { text: text!, to: to!, on: on! };
    const version = valueIn(body, `version-${id}`);
    const isFilled = given.text.trim() !== '' || given.to !== '';
    const row = { id, given, version, isFilled, problems: [], isSaved: false, isOvertaken: false };
    const { form, problems } = await readForm(UpdateForm, { ...given, [TOO_OLD]: body[TOO_OLD] });
    if (problems.length > 0) return { ...row, problems };
    if (!isFilled) return row;
    const once = `${valueIn(body, 'once')}-${id}`;
    const request = `update ${id} ${JSON.stringify(form)}`;
    try {
      const asked = { key: once, request, version: form.to ? carriedVersion(version) : null };
      await this.actions.report(who, id, form, asked);
      return { ...row, isSaved: true };
    } catch (error) {
      const refusal = refusalOf(error, FIELDS);
      return { ...row, problems: refusal.problems, isOvertaken: refusal.code === 'overtaken' };
    }
  }

  private async view(
    request: Request,
    query: TrackingPageQuery,
    sent: readonly SentRow[],
  ): Promise<UpdatePage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment();
    const filters = filtersIn(query);
    const path = '/tracking/update';
    const { all, found } = await this.list.standings(who, moment, filters);
    const open = rowsOf(who, found, query);
    const { page = 1 } = query;
    const window = { page, limit: ROWS, total: open.length };
    // After sending, the page shows what was sent: what is saved, and what is not.
    const ids =
      sent.length > 0
        ? sent.map(({ id }) => id)
        : open.slice((page - 1) * ROWS, page * ROWS).map(({ id }) => id);
    const wanted = new Set(ids);
    const states = all.filter(({ actions }) => actions.some(({ id }) => wanted.has(id)));
    const items = await this.presenter.present(who, moment, states, all);
    const known = new Map(
      items.flatMap(({ actions }) => actions.map((action) => [action.id, action] as const)),
    );
    const rows = ids.flatMap((id, place) => {
      const action = known.get(id);
      return action
        ? [
            rowView(
              who,
              action,
              place + 1,
              sent.find((one) => one.id === id),
            ),
          ]
        : [];
    });
    const address = addressOf(path, { ...filters, page });
    return {
      frame: presentFrame(who, moment, { path, given: request.query }),
      narrowing: await this.narrowing.by(who, all, filters, { path, beside: {} }),
      ...{ action: address, once: randomUUID(), rows, shown: sayShown(window, 'open action') },
      pagination: paginationOf(window, (number) => addressOf(path, { ...filters, page: number })),
      problems: [],
      saved: sent.length > 0 ? sent.filter(({ isSaved }) => isSaved).length : null,
    };
  }
}

const FIELDS = [
  { name: 'text', kind: 'words' },
  { name: 'to', kind: 'select' },
  { name: 'on', kind: 'line' },
] as const;

const valueIn = (body: SentForm, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

/** Ids of the actions that were sent, in the order of the page. */
function idsIn(body: SentForm): string[] {
  const ids = Object.keys(body).flatMap((name) => /^version-(.+)$/.exec(name)?.[1] ?? []);
  return ids.filter(isId).slice(0, ROWS);
}

/** Open actions that somebody may update: those of items that fit, and of them those that fit themselves; the latest first. */
function rowsOf(
  who: Follower,
  found: readonly StandingItem[],
  { agency, owner, due }: TrackingPageQuery,
): { id: string }[] {
  return found
    .filter(({ state }) => !isClosed(state.judgement.judgement))
    .flatMap(({ state, standing }) =>
      state.actions.map((action) => ({ action, stands: standing.actions.get(action.id)! })),
    )
    .filter(({ action }) => isOpenDelivery(action.delivery))
    .filter(({ action }) => isAuditLead(who) || isOf(action, who.agency!.id))
    .filter(({ action }) => (!agency || isOf(action, agency)) && (!owner || action.owner === owner))
    .filter(({ stands: { overdueDays, dueInDays } }) => {
      if (!due) return true;
      return due === 'overdue' ? overdueDays > 0 : dueInDays !== null && dueInDays <= Number(due);
    })
    .toSorted((one, other) => daysLeft(one.stands) - daysLeft(other.stands))
    .map(({ action: { id } }) => ({ id }));
}

const daysLeft = ({ overdueDays, dueInDays }: { overdueDays: number; dueInDays: number | null }): number =>
  dueInDays ?? (overdueDays > 0 ? -overdueDays : Number.MAX_SAFE_INTEGER);

function rowView(who: Follower, action: TrackedAction, place: number, sent: SentRow | undefined): UpdateRow {
  const isSaved = sent?.isSaved ?? false;
  const given = sent && !isSaved ? sent.given : { text: '', to: '', on: '' };
  const [problem = null] = sent?.problems ?? [];
  const last = lastWords(action.updates);
  return {
    ...{
      id: action.id,
      place,
      ref: action.ref,
      item: action.item,
      mark: presentMark(action),
      given,
      isSaved,
    },
    text: cutAtWord(action.text ?? 'Words that were taken out', LONGEST_TEXT),
    facts: [
      action.agency?.name ?? 'No agency yet',
      action.owner?.name ?? 'No owner',
      `Due: ${sayDue(action)}`,
      last?.text ? `Last update: ${cutAtWord(last.text, LONGEST_TEXT)}` : 'No update yet',
    ],
    version:
      sent && !isSaved && !sent.isOvertaken
        ? (carriedVersion(sent.version) ?? action.version)
        : action.version,
    choices: [
      {
        value: '',
        text: `No change: ${DELIVERY_WORDS[action.delivery].toLowerCase()}`,
        selected: given.to === '',
      },
      ...Object.entries(DELIVERY_WORDS)
        .filter(([code]) => code !== action.delivery)
        .map(([value, text]) => ({
          ...{ value, selected: given.to === value },
          text: value === 'stopped' && !isAuditLead(who) ? 'Ask to stop it' : text,
        })),
    ],
    problem: problem && { name: fieldOf(problem), text: problem.text },
  };
}

/** What is about no field of a row is said at its words. */
const fieldOf = ({ href }: FormProblem): string =>
  FIELDS.find(({ name }) => `#${name}` === href)?.name ?? 'text';

/** What is wrong with each row, with its number. */
const problemsOf = (sent: readonly SentRow[], rows: readonly UpdateRow[]): FormProblem[] =>
  sent.flatMap(({ id, problems: [first] }) =>
    first
      ? [
          {
            text: `Action ${rows.find((row) => row.id === id)?.ref}: ${first.text}`,
            href: `#${fieldOf(first)}-${id}`,
          },
        ]
      : [],
  );
