import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { IsOptional, IsString, Matches } from 'class-validator';
import { LibraryError, invalidField } from '../../platform/http/errors/library-error.js';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import {
  ChoiceField,
  LineField,
  OptionalEmail,
  OptionalId,
  OptionalLine,
} from '../../platform/http/forms/field.decorators.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { togetherIn } from '../../platform/http/forms/several-values.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { count, sayList } from '../../platform/text/words.js';
import { ActionsService } from '../actions.service.js';
import { AgenciesService } from '../agencies.service.js';
import type { ListedAgency } from '../agency-list.js';
import { TrackingAnswers } from '../api/answers.js';
import { followerOf, type Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';
import type { ListedOwner, Owner } from '../owner-directory.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { TrackingSettings, type TrackingSettingsItem } from '../tracking-settings.js';
import { isOpenDelivery, SUCCESSION_WORDS, SUCCESSIONS, type Succession } from '../tracking.js';
import { choicesOf, namedChoices, TickedIds, TypedDay, type FormField } from './fields.js';
import { askedByForm, presentForm, showAgain, takeForm, type FormView, type SentForm } from './form-page.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { ownerFields, OwnerFields, ownerIn } from './item-forms.js';
import { isActiveAgency, TrackingRoom } from './tracking-room.js';
import { MomentOfPage } from './tracking-page-query.dto.js';

class NewAgencyForm {
  @LineField('The name')
  name: string;

  @OptionalLine('Other names', 1000)
  otherNames?: string;

  @OptionalEmail()
  executive?: string;

  @TickedIds('Choose agencies from the list')
  members?: string[];
}

class SuccessionForm {
  @ChoiceField(SUCCESSIONS, 'Choose what happened')
  kind: Succession;

  @OptionalLine('The new name')
  name?: string;

  @TickedIds('Choose agencies from the list')
  into?: string[];

  @TypedDay('The first day')
  on?: string;
}

class PeopleQuery extends MomentOfPage {
  /** Id of who leaves, chosen already. */
  @IsOptional()
  @IsString({ message: 'from must be one person’s ID' })
  from?: string;
}

class LeaverForm extends OwnerFields {
  @OptionalId('Choose who leaves')
  from?: string;
}

const OverdueDays = (): PropertyDecorator =>
  Matches(/^(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/, { message: 'Enter a number of days from 1 to 365' });

class SettingsForm {
  @Matches(/^(?:[1-9]\d?|[1-6]\d\d|7[0-2]\d|730)$/, { message: 'Enter a number of days from 1 to 730' })
  responseDays: string;

  @ChoiceField(['yes', 'no'], 'Choose whether blue is used')
  blue: 'yes' | 'no';

  @ChoiceField(['yes', 'no'], 'Choose whether people are reminded')
  reminders: 'yes' | 'no';

  @OverdueDays()
  executiveAfterDays: string;

  @OverdueDays()
  boardAfterDays: string;
}

interface KeepingPage {
  frame: Frame;
  form: FormView;
  problems: FormProblem[];
}

/** What a partnership keeps beside its items: its agencies, who owns actions, and how it follows. */
@PageRoutes('tracking')
export class KeepingController {
  constructor(
    private readonly agencyList: AgenciesService,
    private readonly actions: ActionsService,
    private readonly settingsOf: TrackingSettings,
    private readonly queries: TrackedItemQueries,
    private readonly answers: TrackingAnswers,
    private readonly room: TrackingRoom,
  ) {}

  @Get('agencies')
  @Requires('tracking.lead')
  async agenciesPage(
    @Query() query: MomentOfPage,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const moment = this.answers.moment(query);
    response.render('tracking/agencies', await this.agencies(request, null, [], moment));
  }

  @Post('agencies')
  @ShowsAgain()
  @Requires('tracking.lead')
  async enterAgency(
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(NewAgencyForm, togetherIn(body, ['members']), response, {
      ...{ view: 'tracking/agencies', fields: NEW_AGENCY([]), next: '/tracking/agencies?done=saved' },
      page: (problems) => this.agencies(request, body, problems),
      deed: async (form) => {
        const { name, executive = null, members = null, otherNames = '' } = form;
        const others = otherNames.split(';').map((one) => one.trim());
        const wish = { name, otherNames: others.filter(Boolean), executive, members };
        await this.agencyList.enter(followerOf(request, 'page'), wish, askedByForm(request, form));
      },
    });
  }

  @Get('agencies/:id')
  @Requires('tracking.lead')
  async agencyPage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/agency', await this.agency(request, id, null, []));
  }

  @Post('agencies/:id')
  @ShowsAgain()
  @Requires('tracking.lead')
  async succeed(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(SuccessionForm, togetherIn(body, ['into']), response, {
      ...{ view: 'tracking/agency', fields: SUCCESSION([]), next: '/tracking/agencies?done=saved' },
      page: (problems) => this.agency(request, id, body, problems),
      deed: async (form) => {
        const { kind, name, into = [], on } = form;
        const becomes = kind === 'renamed' ? newName(name) : into;
        if (!on) throw invalidField('on', 'Enter the first day on which it is so');
        const wish = { kind, into: becomes, on };
        await this.agencyList.succeed(followerOf(request, 'page'), id, wish, askedByForm(request, form));
      },
    });
  }

  @Get('people')
  @Requires('tracking.lead')
  async peoplePage(
    @Query() query: PeopleQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/people', await this.people(request, null, [], query));
  }

  @Post('people')
  @ShowsAgain()
  @Requires('tracking.lead')
  async replaceOwner(
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await takeForm(LeaverForm, body, response, {
      ...{ view: 'tracking/people', fields: LEAVER([]), next: '/tracking/people?done=replaced' },
      page: (problems) => this.people(request, body, problems),
      deed: async (form) => {
        if (!form.from) throw invalidField('from', 'Choose who leaves');
        if (form.from === form.owner) throw invalidField('owner', 'Choose somebody else');
        const who = followerOf(request, 'page');
        await this.actions.replaceOwner(who, form.from, ownerIn(form), askedByForm(request, form));
      },
    });
  }

  @Get('settings')
  @Requires('tracking.lead')
  async settingsPage(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.render('tracking/settings', await this.settings(request, null, []));
  }

  @Post('settings')
  @ShowsAgain()
  @Requires('tracking.lead')
  async changeSettings(
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(SettingsForm, body);
    if (problems.length > 0)
      return showAgain(response, 'tracking/settings', await this.settings(request, body, problems));
    const given = {
      ...{ responseDays: Number(form.responseDays), hasBlue: form.blue === 'yes' },
      hasReminders: form.reminders === 'yes',
      executiveAfterDays: Number(form.executiveAfterDays),
      boardAfterDays: Number(form.boardAfterDays),
    };
    await this.settingsOf.set(followerOf(request, 'page'), given);
    response.redirect(303, '/tracking/settings?done=saved');
  }

  private frame(request: Request, path: string, moment = this.answers.moment()): Frame {
    return presentFrame(followerOf(request, 'page'), moment, { path, given: request.query });
  }

  private async agencies(
    request: Request,
    given: SentForm | null,
    problems: FormProblem[],
    moment = this.answers.moment(),
  ): Promise<KeepingPage & { agencies: AgencyEntry[] }> {
    const { past, asOf } = moment;
    const all = await this.agencyList.list(followerOf(request, 'page'), past ? asOf : null);
    const nameOf = new Map(all.map(({ id, name }) => [id, name]));
    const button = 'Add the agency';
    const action = '/tracking/agencies';
    return {
      ...{ frame: this.frame(request, action, moment), problems },
      form: presentForm(NEW_AGENCY(all.filter(isActiveAgency)), {
        given,
        problems,
        action,
        button,
        version: null,
      }),
      agencies: all.map((agency) => entryOf(agency, nameOf)),
    };
  }

  private async agency(
    request: Request,
    id: string,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<KeepingPage & { agency: AgencyEntry }> {
    const all = await this.room.agencies(followerOf(request, 'page'));
    const found = all.find((one) => one.id === id);
    if (!found) throw new LibraryError('not-found', 'There is no such agency in your partnership’s list.');
    const others = all.filter((one) => isActiveAgency(one) && one.id !== id);
    const action = `/tracking/agencies/${id}`;
    return {
      ...{ frame: this.frame(request, '/tracking/agencies'), problems },
      agency: entryOf(found, new Map(all.map((one) => [one.id, one.name]))),
      form: presentForm(SUCCESSION(others), {
        ...{ given, problems, action, button: 'Save what became of it', version: null },
      }),
    };
  }

  private async people(
    request: Request,
    given: SentForm | null,
    problems: FormProblem[],
    query: PeopleQuery = {},
  ): Promise<KeepingPage & { people: OwnerEntry[] }> {
    const who = followerOf(request, 'page');
    const moment = this.answers.moment(query);
    const [all, open] = await Promise.all([this.room.owners(who), this.openActionsOf(who, moment)]);
    // Who is in the directory has no past: of a day that is over those are shown who had something to do.
    const owners = moment.past ? all.filter(({ id }) => open.has(id)) : all;
    const action = '/tracking/people';
    const fields = LEAVER(owners, query.from);
    return {
      ...{ frame: this.frame(request, action, moment), problems },
      form: presentForm(fields, {
        given,
        problems,
        action,
        button: 'Replace on all open actions',
        version: null,
      }),
      people: owners.map((owner) => ({
        ...{ id: owner.id, name: owner.name, email: owner.email },
        facts: [count(open.get(owner.id) ?? 0, 'open action'), ...mailFacts(owner, owners)],
      })),
    };
  }

  private async openActionsOf(who: Follower, moment: TrackingMoment): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const { actions } of await this.queries.all(who, moment))
      for (const { owner, delivery } of actions)
        if (owner !== null && isOpenDelivery(delivery)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    return counts;
  }

  private async settings(
    request: Request,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<KeepingPage> {
    const now = await this.settingsOf.find(followerOf(request, 'page').partnership.id);
    const action = '/tracking/settings';
    const fields = SETTINGS(now);
    return {
      ...{ frame: this.frame(request, action), problems },
      form: presentForm(fields, { given, problems, action, button: 'Save the settings', version: null }),
    };
  }
}

interface AgencyEntry {
  id: string;
  name: string;
  facts: string[];
  /** What became of it; empty where it is still there. */
  became: string;
  isNational: boolean;
}

interface OwnerEntry {
  id: string;
  name: string;
  email: string | null;
  facts: string[];
}

/** Where somebody’s mail goes, where it does not go to them as it does to everybody. */
function mailFacts({ away, isLeftOut }: ListedOwner, owners: readonly ListedOwner[]): string[] {
  const deputy = owners.find(({ id }) => id === away?.deputy)?.name ?? 'somebody else';
  return [
    ...(away
      ? [`away ${sayPartialDate(away.from)} to ${sayPartialDate(away.until)}: ${deputy} has their mail`]
      : []),
    ...(isLeftOut ? ['gets no reminders'] : []),
  ];
}

function entryOf(
  { id, name, otherNames, partnershipId, executive, members, endedOn, succession, successors }: ListedAgency,
  nameOf: ReadonlyMap<string, string>,
): AgencyEntry {
  const names = (ids: readonly string[]): string =>
    sayList(ids.map((one) => nameOf.get(one) ?? 'another agency'));
  const facts = [
    otherNames.length > 0 ? `Also called ${sayList(otherNames)}` : '',
    members?.length ? `Stands for ${names(members)}` : '',
    executive ? `Executive: ${executive}` : '',
    partnershipId === null ? 'In the national list' : '',
  ];
  return {
    ...{ id, name, isNational: partnershipId === null, facts: facts.filter(Boolean) },
    became:
      endedOn && succession
        ? `${SUCCESSION_WORDS[succession]} on ${sayPartialDate(endedOn)}: now ${names(successors)}`
        : '',
  };
}

/** @throws LibraryError invalid-request where there is none */
function newName(name: string | undefined): string {
  if (!name) throw invalidField('name', 'Enter the new name');
  return name;
}

const NEW_AGENCY = (agencies: readonly ListedAgency[]): FormField[] => [
  { kind: 'line', name: 'name', label: 'Name', autocomplete: 'off' },
  {
    ...{ kind: 'line', name: 'otherNames', label: 'Other names (optional)', autocomplete: 'off' },
    hint: 'What people and spreadsheets call it as well. A semicolon between two names',
  },
  {
    ...{ kind: 'line', name: 'executive', label: 'Email address of its executive (optional)', type: 'email' },
    ...{ autocomplete: 'off', hint: 'Who is told of what is long overdue' },
  },
  ...(agencies.length > 0
    ? [
        {
          ...{
            kind: 'ticks',
            name: 'members',
            label: 'If it is a group: which agencies does it stand for? (optional)',
          },
          choices: namedChoices(agencies),
        } satisfies FormField,
      ]
    : []),
];

const SUCCESSION = (others: readonly ListedAgency[]): FormField[] => [
  {
    ...{ kind: 'radios', name: 'kind', label: 'What happened to it?' },
    choices: choicesOf(SUCCESSION_WORDS, undefined, {
      renamed: 'It goes on under another name: give it below',
      merged: 'It went into another agency: tick that one below',
      split: 'Several took over: tick them below. Its open actions pass to the first',
    }),
  },
  { kind: 'line', name: 'name', label: 'If renamed: the new name', autocomplete: 'off' },
  {
    ...{ kind: 'ticks', name: 'into', label: 'If merged or split: what it became' },
    choices: namedChoices(others),
  },
  {
    ...{ kind: 'line', name: 'on', label: 'First day on which that is so', autocomplete: 'off' },
    ...{ hint: 'Such as 1 April 2025', width: 'govuk-input--width-10' },
  },
];

const LEAVER = (owners: readonly Owner[], from = ''): FormField[] => [
  {
    ...{ kind: 'select', name: 'from', label: 'Who leaves?', initial: from },
    choices: namedChoices(owners, 'Choose a person'),
  },
  ...ownerFields({ owners: [...owners] }, { nobody: 'Nobody yet' }).map((field) =>
    field.name === 'owner' ? { ...field, label: 'Who takes over?' } : field,
  ),
];

const SETTINGS = ({
  responseDays,
  hasBlue,
  hasReminders,
  executiveAfterDays,
  boardAfterDays,
}: TrackingSettingsItem): FormField[] => [
  {
    ...{ kind: 'line', name: 'responseDays', label: 'Days for a response', initial: String(responseDays) },
    ...{ width: 'govuk-input--width-4', autocomplete: 'off' },
    hint: 'A response is late after this many days. Items that you follow already keep their date',
  },
  {
    ...{
      kind: 'radios',
      name: 'blue',
      label: 'The colour of what is completed or closed',
      initial: hasBlue ? 'yes' : 'no',
    },
    choices: [
      { value: 'yes', text: 'Blue: green is kept for what is on track' },
      { value: 'no', text: 'Green: only red, amber and green are used' },
    ],
  },
  {
    ...{ kind: 'radios', name: 'reminders', label: 'Are people reminded by email?' },
    initial: hasReminders ? 'yes' : 'no',
    choices: [
      { value: 'yes', text: 'Yes: at most one email a day for each person, and none when nothing is new' },
      { value: 'no', text: 'No: neither owners nor executives' },
    ],
  },
  {
    ...{ kind: 'line', name: 'executiveAfterDays', label: 'Days overdue until the executive is told' },
    ...{ initial: String(executiveAfterDays), width: 'govuk-input--width-4', autocomplete: 'off' },
    hint: 'The lead agency’s executive is told once for each date that was missed',
  },
  {
    ...{ kind: 'line', name: 'boardAfterDays', label: 'Days overdue until the board is asked' },
    ...{ initial: String(boardAfterDays), width: 'govuk-input--width-4', autocomplete: 'off' },
    hint: 'The board’s paper then lists it among the decisions asked for',
  },
];
