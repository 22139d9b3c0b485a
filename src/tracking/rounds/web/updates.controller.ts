import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { megabytes, TakesFile } from '../../../platform/http/forms/takes-file.decorator.js';
import { RightInAddress } from '../../../platform/http/forms/right-in-address.decorator.js';
import { LibraryError } from '../../../platform/http/errors/library-error.js';
import type { TrackedAction } from '../../tracked-item.model.js';
import type { SentForm } from '../../web/form-page.js';
import { SheetRefused } from '../../sheets/refusal.js';
import { sendFile } from '../../send-file.js';
import { XLSX } from '../../../platform/office/workbook.js';
import { ReadRoundSheet } from '../read-round-sheet.js';
import { RoundSheet, SHEET_NAME } from '../round-sheet.js';
import { problemWith } from '../../../platform/pages/form-problem.js';
import { OwnActions } from '../own-actions.js';
import { ActionsLost, AnswersRefused, RoundAnswers } from '../round-answers.js';
import { UpdateLinks, type LinkEnd, type UpdateLink } from '../update-links.js';
import {
  answeredIds,
  readAnswer,
  typedBefore,
  typedIn,
  typedOf,
  unseenAnswer,
  type SentAnswer,
  type TypedAnswer,
} from './answer-form.js';
import { presentUpdates, problemOfAnswer, type UpdatesPage } from './updates.presenter.js';

/** A workbook of one person’s actions has some kilobytes: whoever comes with more has another one. */
const MOST_BYTES = megabytes(2);

/** The page of somebody's actions, to which a link from an e-mail leads. Opening it does nothing, however often that is done. */
@PageRoutes('updates')
export class UpdatesController {
  constructor(
    private readonly links: UpdateLinks,
    private readonly own: OwnActions,
    private readonly answers: RoundAnswers,
    private readonly sheet: RoundSheet,
    private readonly sheets: ReadRoundSheet,
  ) {}

  @Get(':token')
  @Public()
  @RightInAddress()
  async page(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.find(token, request);
    if (link.state !== 'good') return showEnd(response, link.state, link);
    show(response, presentUpdates(link, await this.own.of(link), { sheet: sheetOf(token) }));
  }

  /** The workbook that came with the e-mail, as the actions stand now. */
  @Get(`:token/${SHEET_NAME}`)
  @Public()
  @RightInAddress()
  async workbook(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.find(token, request);
    if (link.state !== 'good') return showEnd(response, link.state, link);
    sendFile(response, { name: SHEET_NAME, bytes: await this.sheet.write(link), mediaType: XLSX });
  }

  /** All answers at once. A file that is chosen is read into the form first, and nothing is taken. */
  @Post(':token')
  @Public()
  @RightInAddress()
  @TakesFile(MOST_BYTES)
  async send(
    @Param('token') token: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.find(token, request);
    await this.links.countSent(token);
    const ids = answeredIds(body);
    const typed = new Map(ids.map((id) => [id, typedOf(body, id)]));
    if (link.state !== 'good') return showEnd(response, link.state, link, keptOf(body, typed));
    const actions = await this.own.of(link);
    if (request.file) return await this.readFile(token, link, actions, typed, request.file, response);
    const byId = new Map(actions.map((action) => [action.id, action]));
    const gone = ids.filter((id) => !byId.has(id));
    const sent: SentAnswer[] = [];
    for (const id of ids) sent.push(await readAnswer(typed.get(id)!, id, byId.get(id), body.do === 'rest'));
    const again = (answers: readonly SentAnswer[], lost: readonly string[], status = 400): void =>
      show(
        response.status(status),
        presentUpdates(link, actions, {
          sent: answers,
          lost: keptOf(body, typed, lost),
          sheet: sheetOf(token),
        }),
      );
    if (gone.length > 0) return again(sent, gone, 409);
    const refused = unanswered(sent, actions);
    if (refused) return again(refused, []);
    try {
      await this.answers.answer(
        token,
        link,
        sent.map(({ answer }) => answer!),
      );
    } catch (error) {
      const isGone = error instanceof LibraryError && error.code === 'gone';
      if (error instanceof ActionsLost || isGone) {
        const now = await this.find(token, request);
        if (now.state !== 'good') return showEnd(response, now.state, now, keptOf(body, typed));
        const lost = keptOf(body, typed, error instanceof ActionsLost ? error.lost : []);
        return show(
          response.status(409),
          presentUpdates(now, await this.own.of(now), { sent, lost, sheet: sheetOf(token) }),
        );
      }
      if (error instanceof AnswersRefused) {
        const problems = new Map(error.problems.map((one) => [one.id, problemOfAnswer(one)]));
        return again(
          sent.map((one) => ({ ...one, problem: problems.get(one.id) ?? null })),
          [],
        );
      }
      throw error;
    }
    response.status(200).render('tracking/updates-sent', {
      ...{ name: link.owner.name, partnership: link.partnership.name, number: sent.length },
    });
  }

  /** Shows what a file says in the form, beside what was typed; nothing is sent. */
  private async readFile(
    token: string,
    link: UpdateLink,
    actions: readonly TrackedAction[],
    typed: ReadonlyMap<string, TypedAnswer>,
    { buffer: bytes, originalname: name }: Pick<Express.Multer.File, 'buffer' | 'originalname'>,
    response: Response,
  ): Promise<void> {
    const kept = actions.map((action) => ({
      ...{ id: action.id, typed: typed.get(action.id) ?? typedBefore(action), answer: null, problem: null },
    }));
    try {
      const reading = await this.sheets.read(link, actions, { bytes, name });
      if (!reading) throw new LibraryError('invalid-request', OTHER_SHEET);
      const sent = kept.map((one) => {
        const said = reading.answers.get(one.id);
        return said ? { ...one, typed: typedIn(said, one.typed) } : one;
      });
      const read = { taken: reading.answers.size, notes: reading.notes };
      show(response.status(200), presentUpdates(link, actions, { sent, read, sheet: sheetOf(token) }));
    } catch (error) {
      if (!(error instanceof SheetRefused) && !(error instanceof LibraryError)) throw error;
      const page = presentUpdates(link, actions, { sent: kept, sheet: sheetOf(token) });
      show(response.status(400), { ...page, problems: [problemWith('file', error.message)] });
    }
  }

  /** @throws LibraryError not-found for what never was a link; too-many-requests for whoever tries many */
  private async find(token: string, request: Request): Promise<UpdateLink> {
    const link = await this.links.look(token);
    if (link) return link;
    await this.links.countUnknown(request.ip ?? '');
    throw new LibraryError('not-found', 'There is no such link. Copy all of its address from the email.');
  }
}

const OTHER_SHEET =
  'This is not the spreadsheet that came with the email. Fill in that one, or the one that you can take from this page';

/** What is to be looked at again, where not all is answered: also what came to the person after they had opened the page. */
function unanswered(sent: readonly SentAnswer[], actions: readonly TrackedAction[]): SentAnswer[] | null {
  const known = new Set(sent.map(({ id }) => id));
  const unseen = actions.filter(({ id }) => !known.has(id)).map(unseenAnswer);
  return unseen.length === 0 && sent.every(({ problem }) => problem === null) ? null : [...sent, ...unseen];
}

const sheetOf = (token: string): string => `/updates/${token}/actions.xlsx`;

function show(response: Response, page: UpdatesPage): void {
  response.render('tracking/updates', page);
}

/** The number of an action as the page had it; a form can bring anything, also what is no text. */
function refIn(body: SentForm, id: string): string {
  const ref: unknown = body[`action-${id}`];
  return typeof ref === 'string' ? ref.slice(0, 20) : '';
}

/** What was typed about actions, by their numbers as the page had them. */
const keptOf = (
  body: SentForm,
  typed: ReadonlyMap<string, TypedAnswer>,
  ids: readonly string[] = [...typed.keys()],
): UpdatesPage['lost'] =>
  ids
    .map((id) => ({
      ref: refIn(body, id),
      words: [typed.get(id)!.text, typed.get(id)!.why].filter((words) => words.trim() !== ''),
    }))
    .filter(({ words }) => words.length > 0);

function showEnd(
  response: Response,
  state: LinkEnd,
  { partnership }: UpdateLink,
  kept: UpdatesPage['lost'] = [],
): void {
  response.status(410).render('tracking/updates-end', { state, partnership: partnership.name, kept });
}
