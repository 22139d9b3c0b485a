import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import type { Request, Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { invalidField, LibraryError } from '../../../platform/http/errors/library-error.js';
import { ChoiceField, OptionalEmail, OptionalId } from '../../../platform/http/forms/field.decorators.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { AgenciesService } from '../../agencies.service.js';
import type { ListedAgency } from '../../agency-list.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf } from '../../follower.js';
import type { Away, ListedOwner } from '../../owner-directory.js';
import { namedChoices, TypedDay, type FormField } from '../../web/fields.js';
import { askedByForm, presentForm, takeForm, type FormView, type SentForm } from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { Deputies } from '../deputies.js';

class MailForm {
  @TypedDay('The first day')
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'The first day must be a day, such as 31 March 2025' })
  from?: string;

  @TypedDay('The last day')
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'The last day must be a day, such as 31 March 2025' })
  until?: string;

  @OptionalId('Choose a person from the list')
  deputy?: string;

  @ChoiceField(['yes', 'no'], 'Choose whether they get reminders')
  reminders: 'yes' | 'no';
}

class ExecutiveForm {
  @OptionalEmail()
  executive?: string;
}

/** A page of one form about what a partnership keeps. */
interface KeepPage {
  frame: Frame;
  heading: string;
  explain: string[];
  back: { text: string; href: string };
  form: FormView;
  problems: FormProblem[];
}

const PEOPLE = { text: 'People', href: '/tracking/people' };
const AGENCIES = { text: 'Agencies', href: '/tracking/agencies' };

/** Where the mail of people and agencies goes. */
@PageRoutes('tracking')
export class MailPagesController {
  constructor(
    private readonly deputies: Deputies,
    private readonly agencies: AgenciesService,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get('people/:id')
  @Requires('tracking.lead')
  async person(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/keep', await this.personPage(request, id, null, []));
  }

  @Post('people/:id')
  @ShowsAgain()
  @Requires('tracking.lead')
  async setPerson(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(MailForm, body, response, {
      ...{ view: 'tracking/keep', fields: PERSON(null, []), next: '/tracking/people?done=saved' },
      page: (problems) => this.personPage(request, id, body, problems),
      deed: async (form) => {
        const wish = { away: awayIn(form), isLeftOut: form.reminders === 'no' };
        await this.deputies.set(followerOf(request, 'page'), id, wish, askedByForm(request, form));
      },
    });
  }

  @Get('agencies/:id/executive')
  @Requires('tracking.lead')
  async executive(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/keep', await this.executivePage(request, id, null, []));
  }

  @Post('agencies/:id/executive')
  @ShowsAgain()
  @Requires('tracking.lead')
  async setExecutive(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(ExecutiveForm, body, response, {
      ...{ view: 'tracking/keep', fields: EXECUTIVE(null), next: '/tracking/agencies?done=saved' },
      page: (problems) => this.executivePage(request, id, body, problems),
      deed: async (form) => {
        const { executive = null } = form;
        const asked = askedByForm(request, form);
        await this.agencies.setExecutive(followerOf(request, 'page'), id, executive, asked);
      },
    });
  }

  private async personPage(
    request: Request,
    id: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<KeepPage> {
    const directory = await this.deputies.list(followerOf(request, 'page'));
    const owner = directory.find((one) => one.id === id);
    if (!owner) throw new LibraryError('not-found', 'There is no such person.');
    const others = directory.filter((one) => one.id !== id && one.email !== null);
    return {
      heading: `Mail for ${owner.name}`,
      explain: [
        owner.email === null
          ? 'We have no email address for them. Name somebody who has one in their place, or a deputy.'
          : `It goes to ${owner.email}. While they are away it goes to a deputy, who is told whose it is.`,
      ],
      ...this.keep(request, PERSON(owner, others), { given, problems, action: `/tracking/people/${id}` }),
      back: PEOPLE,
    };
  }

  private async executivePage(
    request: Request,
    id: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<KeepPage> {
    const agency = (await this.agencies.list(followerOf(request, 'page'))).find((one) => one.id === id);
    if (!agency) throw new LibraryError('not-found', 'There is no such agency in your partnership’s list.');
    const action = `/tracking/agencies/${id}/executive`;
    return {
      heading: `Executive of ${agency.name}`,
      explain: [
        'This person gets an email when an action that this agency leads is long overdue: once for each date that was missed. Your settings say after how many days.',
      ],
      ...this.keep(request, EXECUTIVE(agency), { given, problems, action }),
      back: AGENCIES,
    };
  }

  private keep(
    request: Request,
    fields: FormField[],
    { given, problems, action }: { given: SentForm | null; problems: FormProblem[]; action: string },
  ): Pick<KeepPage, 'frame' | 'form' | 'problems'> {
    const who = followerOf(request, 'page');
    return {
      frame: presentFrame(who, this.answers.moment(), { path: action, given: request.query }),
      form: presentForm(fields, { given, problems, action, button: 'Save', version: null }),
      problems,
    };
  }
}

/** @throws LibraryError invalid-request where only a part of it is given */
function awayIn({ from, until, deputy }: MailForm): Away | null {
  if (!from && !until && !deputy) return null;
  if (!from) throw invalidField('from', 'Enter the first day on which they are away');
  if (!until) throw invalidField('until', 'Enter the last day on which they are away');
  if (!deputy) throw invalidField('deputy', 'Choose who gets their mail meanwhile');
  return { from, until, deputy };
}

const PERSON = (
  owner: Pick<ListedOwner, 'away' | 'isLeftOut'> | null,
  others: readonly ListedOwner[],
): FormField[] => [
  {
    ...{ kind: 'line', name: 'from', label: 'First day away (optional)', autocomplete: 'off' },
    ...{ initial: sayPartialDate(owner?.away?.from), width: 'govuk-input--width-10' },
    hint: 'Such as 1 April 2025. Leave all three empty if they are not away',
  },
  {
    ...{ kind: 'line', name: 'until', label: 'Last day away (optional)', autocomplete: 'off' },
    ...{ initial: sayPartialDate(owner?.away?.until), width: 'govuk-input--width-10' },
  },
  {
    ...{ kind: 'select', name: 'deputy', label: 'Who gets their mail meanwhile? (optional)' },
    ...{ initial: owner?.away?.deputy ?? '', choices: namedChoices(others, 'Nobody') },
    hint: 'If that person is away too, it goes to their deputy',
  },
  {
    ...{ kind: 'radios', name: 'reminders', label: 'Do they get reminders?' },
    initial: owner?.isLeftOut ? 'no' : 'yes',
    choices: [
      { value: 'yes', text: 'Yes, at most one email a day, when something is new' },
      { value: 'no', text: 'No, they do not want them' },
    ],
  },
];

const EXECUTIVE = (agency: Pick<ListedAgency, 'executive'> | null): FormField[] => [
  {
    ...{ kind: 'line', name: 'executive', label: 'Email address (optional)', type: 'email' },
    ...{ initial: agency?.executive ?? '', autocomplete: 'off' },
    hint: 'Leave it empty if nobody is to be told',
  },
];
