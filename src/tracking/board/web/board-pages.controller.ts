import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { londonDay } from '../../../platform/dates/london-day.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LineField } from '../../../platform/http/forms/field.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf } from '../../follower.js';
import { ExactDayNeeded, type FormField } from '../../web/fields.js';
import { askedByForm, presentForm, showAgain, type FormView, type SentForm } from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { BoardSnapshots } from '../board-snapshots.js';
import { type SnapshotItem } from '../snapshot.model.js';

class SnapshotForm {
  @LineField('The name')
  name: string;

  @ExactDayNeeded('The day of the meeting')
  meetingOn: string;
}

interface SnapshotEntry {
  id: string;
  name: string;
  facts: string[];
  paper: string;
  files: { text: string; href: string }[];
  /** Where it is signed off, by whoever may; null where it is. */
  signOff: string | null;
  isWhole: boolean;
}

interface BoardPage {
  frame: Frame;
  snapshots: SnapshotEntry[];
  /** Null for whoever takes none. */
  form: FormView | null;
  problems: FormProblem[];
}

const PATH = '/tracking/board';

/** Meetings of the board: snapshots that are taken for them, and the paper of each. */
@PageRoutes('tracking/board')
export class BoardPagesController {
  constructor(
    private readonly snapshots: BoardSnapshots,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get()
  @Requires('tracking.read')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/board', await this.page(request, null, []));
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.lead')
  async take(@Body() body: SentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { form, problems } = await readForm(SnapshotForm, body);
    if (problems.length > 0)
      return showAgain(response, 'tracking/board', await this.page(request, body, problems));
    await this.snapshots.take(followerOf(request, 'page'), form, askedByForm(request, form));
    response.redirect(303, `${PATH}?done=saved`);
  }

  @Post(':id/sign-off')
  @Requires('tracking.lead')
  async signOff(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.snapshots.signOff(followerOf(request, 'page'), id, askedByForm(request, {}));
    response.redirect(303, `${PATH}?done=saved`);
  }

  private async page(request: Request, given: SentForm | null, problems: FormProblem[]): Promise<BoardPage> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment();
    const frame = presentFrame(who, moment, { path: PATH, given: request.query });
    const form = presentForm(fieldsOn(moment.asOf), {
      ...{ given, problems, action: PATH, button: 'Take a snapshot', version: null },
    });
    const all = await this.snapshots.list(who);
    return {
      ...{ frame, problems, form: frame.leads ? form : null },
      snapshots: all.map((one) => present(one, frame)),
    };
  }
}

const fieldsOn = (today: string): FormField[] => [
  {
    ...{ kind: 'line', name: 'name', label: 'What is the meeting called?', width: 'govuk-input--width-20' },
    ...{ initial: `Board of ${sayPartialDate(today.slice(0, 7))}`, autocomplete: 'off' },
  },
  {
    ...{ kind: 'line', name: 'meetingOn', label: 'When is it?', width: 'govuk-input--width-10' },
    ...{ initial: sayPartialDate(today), autocomplete: 'off', hint: 'Such as 12 June 2025' },
  },
];

function present(snapshot: SnapshotItem, { leads }: Frame): SnapshotEntry {
  const { id, name, meetingOn, takenAt, lastEntry, signedOff, isWhole } = snapshot;
  const signed = signedOff
    ? `Signed off by ${signedOff.by ?? 'somebody'} on ${sayPartialDate(londonDay(signedOff.at))}`
    : 'Not signed off yet';
  const file = (format: string): string => `/api/v1/tracking/reports/board.${format}?snapshot=${id}`;
  return {
    ...{ id, isWhole, name: name ?? 'A snapshot whose name was taken out' },
    facts: [
      `Meeting on ${sayPartialDate(meetingOn)}`,
      `Taken on ${sayPartialDate(londonDay(takenAt))}, up to entry ${lastEntry}`,
      signed,
    ],
    paper: `/tracking/reports/board?snapshot=${id}`,
    files: [
      { text: 'Word', href: file('docx') },
      { text: 'Excel', href: file('xlsx') },
      { text: 'Print', href: file('html') },
    ],
    signOff: leads && !signedOff ? `${PATH}/${id}/sign-off` : null,
  };
}
