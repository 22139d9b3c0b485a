import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { ChoiceField } from '../../platform/http/forms/field.decorators.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { TrackingAnswers } from '../api/answers.js';
import { EntriesService, noEntry, numberOfEntry, REPLACEABLE, type Replacement } from '../entries.service.js';
import type { DeedName } from '../entry.js';
import { followerOf, type Follower } from '../follower.js';
import type { TrackedItemAnswer } from '../tracked-item.model.js';
import {
  DELIVERIES,
  DELIVERY_WORDS,
  IMPACT_LEVELS,
  IMPACT_WORDS,
  RESPONSE_WORDS,
  RESPONSES,
  type Delivery,
  type ImpactLevel,
  type ResponseCode,
} from '../tracking.js';
import { TrackingLog } from '../tracking-log.js';
import { choicesOf, OptionalChoice, OptionalWords, TypedDay, WordsField, type FormField } from './fields.js';
import { askedByForm, presentForm, refusalOf, showAgain, type FormView, type SentForm } from './form-page.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { sayEntry, sayRecording } from './say-entry.js';
import { TrackingRoom } from './tracking-room.js';
import { saySomeDay } from './typed-day.js';
import { type HistoryEntry } from '../history.model.js';

class RedactForm {
  @WordsField('The reason')
  reason: string;
}

class CorrectForm {
  @OptionalChoice(RESPONSES, 'Choose what the agency says')
  response?: ResponseCode;

  @OptionalChoice(DELIVERIES, 'Choose how far it was')
  to?: Delivery;

  @TypedDay('The date')
  due?: string;

  @OptionalChoice(IMPACT_LEVELS, 'Choose how far the evidence goes')
  level?: ImpactLevel;

  @OptionalWords('The words')
  text?: string;

  @OptionalWords('The sample', 1000)
  sample?: string;

  @OptionalWords('The source', 1000)
  source?: string;

  @TypedDay('The day')
  on?: string;

  @ChoiceField(['instead', 'nothing'], 'Choose whether something else is right instead')
  how: 'instead' | 'nothing';

  @WordsField('The reason')
  reason: string;
}

interface EntryFormPage {
  frame: Frame;
  heading: string;
  entry: { words: string; recording: string; details: string[]; reason: string | null };
  item: { id: string; ref: string };
  form: FormView;
  problems: FormProblem[];
  isRedaction: boolean;
}

interface OpenedEntry {
  who: Follower;
  entry: HistoryEntry;
  item: TrackedItemAnswer;
  says: EntryFormPage['entry'];
}

/** Entries are put right by others that name them; words that must not be there are taken out. */
@PageRoutes('tracking/entries')
export class EntryFormsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly entries: EntriesService,
    private readonly answers: TrackingAnswers,
    private readonly room: TrackingRoom,
  ) {}

  @Get(':id/correct')
  @Requires('tracking.contribute')
  async correctPage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/entry', this.page(await this.open(request, id), 'correct', null, []));
  }

  @Post(':id/correct')
  @ShowsAgain()
  @Requires('tracking.contribute')
  async correct(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.open(request, id);
    const isReplaceable = REPLACEABLE.has(opened.entry.deed as DeedName);
    const { form, problems } = await readForm(
      CorrectForm,
      isReplaceable ? body : { ...body, how: 'nothing' },
    );
    if (problems.length > 0)
      return showAgain(response, 'tracking/entry', this.page(opened, 'correct', body, problems));
    const { reason, how } = form;
    const replacement = how === 'instead' ? replacementIn(form) : null;
    await this.answer(response, opened, { action: 'correct', body }, async () => {
      await this.entries.correct(opened.who, id, { reason, replacement }, askedByForm(request, form));
    });
  }

  @Get(':id/redact')
  @Requires('tracking.redact')
  async redactPage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.render('tracking/entry', this.page(await this.open(request, id), 'redact', null, []));
  }

  @Post(':id/redact')
  @ShowsAgain()
  @Requires('tracking.redact')
  async redact(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.open(request, id);
    const { form, problems } = await readForm(RedactForm, body);
    if (problems.length > 0)
      return showAgain(response, 'tracking/entry', this.page(opened, 'redact', body, problems));
    await this.answer(response, opened, { action: 'redact', body }, async () => {
      await this.entries.redact(opened.who, id, form.reason, askedByForm(request, form));
    });
  }

  private async answer(
    response: Response,
    opened: OpenedEntry,
    { action, body }: { action: 'correct' | 'redact'; body: SentForm },
    deed: () => Promise<void>,
  ): Promise<void> {
    try {
      await deed();
      const done = action === 'redact' ? 'redacted' : 'saved';
      response.redirect(303, `/tracking/items/${opened.item.id}?done=${done}#timeline`);
    } catch (error) {
      const { problems, status } = refusalOf(error, fieldsOf(opened.entry, action));
      showAgain(response, 'tracking/entry', this.page(opened, action, body, problems), status);
    }
  }

  /** @throws LibraryError not-found for an entry of an item that they may not know of */
  private async open(request: Request, id: string): Promise<OpenedEntry> {
    const who = followerOf(request, 'page');
    const found = await this.log.entry(this.source.manager, who, numberOfEntry(who, id));
    if (!found) throw noEntry();
    const present = this.answers.moment();
    const item = await this.answers.item(who, found.item, present);
    const { history, names } = await this.room.beside(who, item, present);
    const entry = history.find((one) => one.id === id);
    if (!entry) throw noEntry();
    const { reason, words } = entry;
    const says = {
      ...{ words: sayEntry(entry, names), recording: sayRecording(entry, names), reason },
      details: Object.values(words),
    };
    return { who, entry, item, says };
  }

  private page(
    { who, entry, item, says }: OpenedEntry,
    action: 'correct' | 'redact',
    given: SentForm | null,
    problems: FormProblem[],
  ): EntryFormPage {
    const path = `/tracking/entries/${entry.id}/${action}`;
    const isRedaction = action === 'redact';
    return {
      ...{ frame: presentFrame(who, this.answers.moment(), { path }), problems, isRedaction },
      heading: isRedaction ? 'Take words out for good' : 'Put an entry right',
      ...{ entry: says, item: { id: item.id, ref: item.ref } },
      form: presentForm(fieldsOf(entry, action), {
        ...{ given, problems, action: path, version: null },
        button: isRedaction ? 'Take the words out' : 'Put it right',
      }),
    };
  }
}

function fieldsOf(entry: HistoryEntry, action: 'correct' | 'redact'): FormField[] {
  if (action === 'redact')
    return [
      {
        ...{ kind: 'words', name: 'reason', label: 'Why must they go?', rows: 2 },
        hint: 'This stays in the timeline and the log: do not repeat the words',
      },
    ];
  const isReplaceable = REPLACEABLE.has(entry.deed as DeedName);
  const how: FormField = {
    ...{ kind: 'radios', name: 'how', label: 'What is right?', initial: 'instead' },
    choices: [
      { value: 'instead', text: 'What I write below, instead' },
      { value: 'nothing', text: 'Nothing: the entry should not be there' },
    ],
  };
  return [
    ...(isReplaceable ? [how, ...insteadFields(entry)] : []),
    {
      ...{ kind: 'words', name: 'reason', label: 'Why is it put right?', rows: 2 },
      hint: 'Both entries stay in the timeline',
    },
  ];
}

/** What may be right instead, as it was entered. */
function insteadFields({ deed, to, words, effectiveOn }: HistoryEntry): FormField[] {
  const said = to as Record<string, string>;
  const fields: Partial<Record<DeedName, FormField[]>> = {
    response: [radios('response', 'The agency says', choicesOf(RESPONSE_WORDS), said.response)],
    delivery: [radios('to', 'How far it was', choicesOf(DELIVERY_WORDS), said.to)],
    due: [
      {
        ...{ kind: 'line', name: 'due', label: 'Due', initial: saySomeDay(said.on ?? null) },
        ...{ width: 'govuk-input--width-10', autocomplete: 'off' },
      },
    ],
    impact: [
      radios('level', 'How far the evidence goes', choicesOf(IMPACT_WORDS), said.level),
      { kind: 'line', name: 'sample', label: 'What was looked at (optional)', initial: words.sample },
      { kind: 'line', name: 'source', label: 'Where it is seen (optional)', initial: words.source },
    ],
  };
  return [
    ...(fields[deed as DeedName] ?? []),
    ...(words.text === undefined
      ? []
      : [{ kind: 'words', name: 'text', label: 'Words', rows: 3, initial: words.text } satisfies FormField]),
    {
      ...{ kind: 'line', name: 'on', label: 'The day it happened', initial: typedAgain(effectiveOn) },
      ...{ width: 'govuk-input--width-10', autocomplete: 'off' },
    },
  ];
}

/** As it can be typed again: a quarter is said in months, and read as “2025-Q1”. */
const typedAgain = (day: string): string => (day.includes('Q') ? day : saySomeDay(day));

const radios = (
  name: string,
  label: string,
  choices: FormField['choices'],
  initial: string | undefined,
): FormField => ({ kind: 'radios', name, label, choices, initial });

const replacementIn = ({ how: _, reason: __, due, ...rest }: CorrectForm): Replacement => ({
  ...rest,
  ...(due && { due: { on: due } }),
});
