import { invalidField } from '../../platform/http/errors/library-error.js';
import {
  ChoiceField,
  OptionalEmail,
  OptionalId,
  OptionalLine,
} from '../../platform/http/forms/field.decorators.js';
import { isAuditLead, type Follower } from '../follower.js';
import type { OwnerWish } from '../owner-directory.js';
import {
  IMPACT_LEVELS,
  IMPACT_WORDS,
  JUDGEMENT_WORDS,
  JUDGEMENTS,
  RECHECK_RESULTS,
  RECHECK_WORDS,
  RESPONSE_WORDS,
  RESPONSES,
  type ImpactLevel,
  type Judgement,
  type RecheckResult,
  type ResponseCode,
} from '../tracking.js';
import {
  choicesOf,
  namedChoices,
  OptionalWords,
  TickedIds,
  TickField,
  TypedDay,
  TypedDayNeeded,
  whenField,
  WordsField,
  type FormField,
} from './fields.js';
import {
  isOpenItem,
  trackingForm,
  type FormAbout,
  type FormRooms,
  type TrackingForm,
} from './tracking-form.js';

const ANSWERS = RESPONSES.filter((code) => code !== 'awaiting');

class RespondForm {
  @OptionalId('Choose the agency that responds')
  agency?: string;

  @ChoiceField(ANSWERS, 'Choose what the agency says')
  response: ResponseCode;

  @OptionalWords('The reason')
  reason?: string;

  @TypedDay('The day')
  on?: string;
}

const respond = trackingForm<FormAbout, RespondForm>({
  Class: RespondForm,
  title: 'Enter a response',
  button: 'Save the response',
  fits: ({ item, who }) =>
    item.responses.each.some(({ agency }) => isAuditLead(who) || agency.id === who.agency?.id),
  fields: ({ item, who, query }) => [
    ...(isAuditLead(who)
      ? [
          {
            ...{ kind: 'select', name: 'agency', label: 'Which agency responds?' },
            choices: namedChoices(
              item.responses.each.map(({ agency, response }) => ({
                ...{ id: agency.id, name: `${agency.name} – ${RESPONSE_WORDS[response].toLowerCase()}` },
              })),
              item.responses.each.length > 1 ? 'Choose an agency' : null,
            ),
            initial: typeof query.agency === 'string' ? query.agency : '',
          } satisfies FormField,
        ]
      : []),
    {
      ...{ kind: 'radios', name: 'response', label: 'What does it say to the recommendation?' },
      choices: choicesOf(RESPONSE_WORDS, ANSWERS, {
        'not-accepted': 'Say why below',
        disputed: 'The agency says that it is not the right one to ask. Say why below',
      }),
    },
    {
      ...{ kind: 'words', name: 'reason', label: 'In its words, or why (optional when accepted)', rows: 4 },
      hint: 'Needed where it is not accepted or disputed. Leave out names of children, adults and families',
    },
    whenField('When did it respond? (optional)'),
  ],
  send: ({ items }, { who, id, form, asked, about }) => {
    const [only, ...more] = about.item.responses.each;
    const agency = form.agency ?? (isAuditLead(who) ? more.length === 0 && only?.agency.id : who.agency?.id);
    if (!agency) throw invalidField('agency', 'Choose the agency that responds');
    return items.respond(who, id, { ...form, agency }, asked);
  },
});

/** Who is to do an action: somebody known, or somebody new. */
export class OwnerFields {
  @OptionalId('Choose a person from the list')
  owner?: string;

  @OptionalLine('The name')
  ownerName?: string;

  @OptionalEmail()
  ownerEmail?: string;
}

/** @throws LibraryError where an address has no name */
export function ownerIn({ owner, ownerName, ownerEmail }: OwnerFields): OwnerWish | null {
  if (ownerName) return { name: ownerName, email: ownerEmail ?? null };
  if (ownerEmail) throw invalidField('ownerName', 'Enter the name of the person as well');
  return owner ?? null;
}

export const ownerFields = (
  { owners }: Pick<FormAbout, 'owners'>,
  { initial = '', nobody = 'Nobody yet' }: { initial?: string; nobody?: string } = {},
): FormField[] => [
  {
    ...{ kind: 'select', name: 'owner', label: 'Who owns it?', initial },
    choices: namedChoices(
      owners.map(({ id, name, email }) => ({ id, name: email ? `${name} (${email})` : name })),
      nobody,
    ),
  },
  {
    ...{ kind: 'line', name: 'ownerName', label: 'Or somebody who is not in the list: their name' },
    ...{ autocomplete: 'off', width: 'govuk-!-width-two-thirds' },
  },
  {
    ...{ kind: 'line', name: 'ownerEmail', label: 'Their email address (optional)', type: 'email' },
    ...{ autocomplete: 'off', width: 'govuk-!-width-two-thirds' },
  },
];

class NewActionForm extends OwnerFields {
  @WordsField('What is to be done')
  text: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;

  @TickedIds('Choose agencies from the list')
  supporting?: string[];

  @TypedDay('The date')
  due?: string;
}

/** The agency that leads an action: agency leads do not choose. */
export const leadField = ({ who, agencies }: FormAbout, initial = ''): FormField[] =>
  isAuditLead(who)
    ? [
        {
          ...{ kind: 'select', name: 'agency', label: 'Which agency leads it?', initial },
          choices: namedChoices(agencies, 'No agency yet'),
        },
      ]
    : [];

export const supportingField = ({ agencies }: FormAbout, initial: readonly string[] = []): FormField => ({
  ...{ kind: 'ticks', name: 'supporting', label: 'Which agencies support it? (optional)', initial },
  choices: namedChoices(agencies),
});

const addAction = trackingForm<FormAbout, NewActionForm>({
  Class: NewActionForm,
  title: 'Add an action',
  button: 'Add the action',
  many: ['supporting'],
  onlyAdds: () => true,
  fits: isOpenItem,
  fields: (about) => [
    { kind: 'words', name: 'text', label: 'What is to be done?', rows: 3 },
    ...leadField(about),
    {
      ...{ kind: 'line', name: 'due', label: 'When is it due? (optional)', width: 'govuk-input--width-10' },
      ...{ autocomplete: 'off', hint: 'As exactly as you know: 31 March 2025, March 2025, Q1 2025 or 2025' },
    },
    ...ownerFields(about),
    supportingField(about),
  ],
  send: ({ actions }, { who, id, form, asked }) => {
    const { text, agency, supporting, due } = form;
    const wish = { text, agency, supporting, owner: ownerIn(form), due: due ? { on: due } : null };
    return actions.add(who, id, wish, asked);
  },
});

class ImpactForm {
  @ChoiceField(IMPACT_LEVELS, 'Choose how far the evidence goes')
  level: ImpactLevel;

  @WordsField('What the evidence shows')
  text: string;

  @OptionalWords('The sample', 1000)
  sample?: string;

  @OptionalWords('The source', 1000)
  source?: string;

  @TypedDay('The day')
  on?: string;
}

const impact = trackingForm<FormAbout, ImpactForm>({
  Class: ImpactForm,
  title: 'Enter evidence of impact',
  button: 'Save the evidence',
  explain: () =>
    'How far does what you know go? The level is that of the latest entry: if practice has slipped back, enter the lower level.',
  fits: () => true,
  fields: () => [
    {
      ...{ kind: 'radios', name: 'level', label: 'How far does the evidence go?' },
      choices: choicesOf(IMPACT_WORDS, undefined, {
        none: 'Nothing is known yet, or not any more',
        activity: 'Something was done',
        'policy-or-training': 'A policy, procedure or training changed',
        practice: 'An audit shows that practice changed. Say below what was looked at',
        outcome: 'It is better for children, adults or families. Say below where that is seen',
      }),
    },
    {
      ...{ kind: 'words', name: 'text', label: 'What does it show?', rows: 4 },
      hint: 'Leave out names of children, adults and families',
    },
    {
      ...{ kind: 'line', name: 'sample', label: 'What was looked at? (optional)' },
      hint: 'Such as “17 of 20 records”. Without it, audited practice is shown as claimed',
    },
    {
      ...{ kind: 'line', name: 'source', label: 'Where is it seen? (optional)' },
      hint: 'Such as a survey or a data set. Without it, an outcome is shown as claimed',
    },
    whenField('Which day is it about? (optional)'),
  ],
  send: ({ items }, { who, id, form, asked }) => items.setImpact(who, id, form, asked),
});

class NoteForm {
  @WordsField('The note')
  text: string;

  @TickField()
  isPrivate?: boolean;
}

const note = trackingForm<FormAbout, NoteForm>({
  Class: NoteForm,
  title: 'Add a note',
  button: 'Save the note',
  onlyAdds: () => true,
  fits: () => true,
  fields: ({ who }) => [
    {
      ...{ kind: 'words', name: 'text', label: 'Note', rows: 4 },
      hint: 'Leave out names of children, adults and families',
    },
    ...(isAuditLead(who)
      ? [
          {
            ...{ kind: 'tick', name: 'isPrivate', label: 'For audit leads of the partnership alone' },
            ...{
              choices: [{ value: 'yes', text: 'For audit leads of the partnership alone' }],
              initial: 'yes',
            },
          } satisfies FormField,
        ]
      : []),
  ],
  send: ({ items }, { who, id, form: { text, isPrivate }, asked }) =>
    items.note(who, id, { text, isPrivate: isPrivate ?? false }, asked),
});

const JUDGING = JUDGEMENTS.filter((code) => code !== 'open');

class JudgeForm {
  @ChoiceField(JUDGING, 'Choose your judgement')
  to: Judgement;

  @OptionalWords('The reason')
  reason?: string;

  @TickField()
  stopActions?: boolean;

  @TypedDay('The date to look again')
  recheckOn?: string;

  @OptionalWords('The reason for not looking again', 2000)
  noRecheckReason?: string;

  @TickField()
  noEvidence?: boolean;

  @OptionalLine('The number of the other item', 10)
  supersededBy?: string;
}

const judge = trackingForm<FormAbout, JudgeForm>({
  Class: JudgeForm,
  title: 'Judge this item',
  button: 'Save the judgement',
  explain: () =>
    'An open judgement says how it is going. A closed one says that the board is done with it: that needs a reason, a date to look again, and what is known of impact.',
  fits: isOpenItem,
  fields: ({ item }) => [
    {
      ...{ kind: 'radios', name: 'to', label: 'Your judgement' },
      choices: choicesOf(JUDGEMENT_WORDS, JUDGING, {
        'open-alternative-acceptable': 'Something else is being done, and it will do',
        'closed-exceeds': 'More was done than was asked',
        'closed-alternative-acceptable': 'Something else was done, and it does',
        'closed-unacceptable': 'What was asked was not done, and will not be',
        'closed-no-response': 'Every agency that was asked is late and has not responded',
        'closed-reconsidered': 'The recommendation itself was reconsidered',
        'closed-superseded': 'Another item takes its place: give its number below',
      }),
    },
    {
      ...{ kind: 'words', name: 'reason', label: 'Why?', rows: 4 },
      hint: 'Needed for closing. It can be quoted in reports: leave out names of children, adults and families',
    },
    ...(item.actions.some(({ delivery }) => delivery === 'not-started' || delivery === 'in-progress')
      ? [tick('stopActions', 'When closing, stop the actions that are still open')]
      : []),
    {
      ...{ kind: 'line', name: 'recheckOn', label: 'When closing: look again on', autocomplete: 'off' },
      ...{ hint: 'Such as 30 September 2026 or Q3 2026', width: 'govuk-input--width-10' },
    },
    {
      ...{ kind: 'words', name: 'noRecheckReason', label: 'Or why it need not be looked at again', rows: 2 },
    },
    ...(item.impactEvidence.on === null
      ? [tick('noEvidence', 'When closing: there is no evidence of impact yet')]
      : []),
    {
      ...{
        kind: 'line',
        name: 'supersededBy',
        label: 'When superseded: number of the item that takes its place',
      },
      ...{ width: 'govuk-input--width-5', autocomplete: 'off' },
    },
  ],
  send: async ({ items, queries }, { who, id, form, asked }) => {
    const supersededBy = form.supersededBy && (await itemByRef(queries, who, form.supersededBy));
    return await items.judge(who, id, { ...form, supersededBy }, asked);
  },
});

function tick(name: string, text: string): FormField {
  return { kind: 'tick', name, label: text, choices: [{ value: 'yes', text }] };
}

async function itemByRef(queries: FormRooms['queries'], who: Follower, ref: string): Promise<string> {
  const found = (await queries.all(who, PRESENT)).find((item) => String(item.ref) === ref.trim());
  if (!found) throw invalidField('supersededBy', 'There is no item with this number');
  return found.id;
}

const PRESENT = { asOf: '', view: 'shown', past: null, before: null } as const;

class RecheckForm {
  @ChoiceField(RECHECK_RESULTS, 'Choose what looking again has shown')
  result: RecheckResult;

  @OptionalWords('What was seen')
  reason?: string;

  @TypedDay('The date to look once more')
  recheckOn?: string;

  @TypedDay('The day')
  on?: string;
}

const recheck = trackingForm<FormAbout, RecheckForm>({
  Class: RecheckForm,
  title: 'Enter a re-check',
  button: 'Save the re-check',
  fits: (about) => !isOpenItem(about),
  fields: () => [
    {
      ...{ kind: 'radios', name: 'result', label: 'Is what was achieved still there?' },
      choices: choicesOf(RECHECK_WORDS, undefined, { 'not-sustained': 'This opens the item again' }),
    },
    {
      ...{ kind: 'words', name: 'reason', label: 'What did you see?', rows: 4 },
      hint: 'Needed unless it was sustained',
    },
    {
      ...{ kind: 'line', name: 'recheckOn', label: 'Look once more on (optional)', autocomplete: 'off' },
      width: 'govuk-input--width-10',
    },
    whenField('When did you look? (optional)'),
  ],
  send: ({ items }, { who, id, form, asked }) => items.recheck(who, id, form, asked),
});

class WhyNeeded {
  @WordsField('The reason')
  reason: string;
}

const reopen = trackingForm<FormAbout, WhyNeeded>({
  Class: WhyNeeded,
  title: 'Open this item again',
  button: 'Open it again',
  fits: (about) => !isOpenItem(about),
  fields: () => [{ kind: 'words', name: 'reason', label: 'Why is it opened again?', rows: 3 }],
  send: ({ items }, { who, id, form, asked }) => items.reopen(who, id, form.reason, asked),
});

class AddresseesForm {
  @TickedIds('Choose agencies from the list')
  add?: string[];

  @TickedIds('Choose agencies from the list')
  remove?: string[];

  @OptionalWords('The reason', 2000)
  reason?: string;
}

const addressees = trackingForm<FormAbout, AddresseesForm>({
  Class: AddresseesForm,
  title: 'Change who is asked',
  button: 'Save who is asked',
  many: ['add', 'remove'],
  fits: isOpenItem,
  fields: ({ item, agencies }) => {
    const asked = item.responses.each.map(({ agency }) => agency);
    const others = agencies.filter(({ id }) => !asked.some((one) => one.id === id));
    return [
      ...(asked.length > 0 ? [ticks('remove', 'No longer ask', asked)] : []),
      ...(others.length > 0 ? [ticks('add', 'Also ask', others)] : []),
      { kind: 'words', name: 'reason', label: 'Why? (optional)', rows: 2 },
    ];
  },
  send: ({ items }, { who, id, form, asked }) => {
    if (!form.add && !form.remove)
      throw invalidField('add', 'Tick an agency to ask, or one to ask no longer');
    return items.address(who, id, form, asked);
  },
});

const ticks = (name: string, label: string, all: readonly { id: string; name: string }[]): FormField => ({
  ...{ kind: 'ticks', name, label },
  choices: namedChoices(all),
});

class ResponsesByForm extends WhyNeeded {
  @TypedDayNeeded('The last day for responses')
  on: string;
}

const responsesBy = trackingForm<FormAbout, ResponsesByForm>({
  Class: ResponsesByForm,
  title: 'Move the day for responses',
  button: 'Move the day',
  fits: isOpenItem,
  fields: () => [
    {
      ...{ kind: 'line', name: 'on', label: 'Responses are asked for by the end of', autocomplete: 'off' },
      ...{ hint: 'Such as 31 March 2025', width: 'govuk-input--width-10' },
    },
    { kind: 'words', name: 'reason', label: 'Why is it moved?', rows: 2 },
  ],
  send: ({ items }, { who, id, form, asked }) => items.setResponseDue(who, id, form, asked),
});

/** What agency leads and audit leads say of an item. */
export const ITEM_SAYINGS: Readonly<Record<string, TrackingForm<FormAbout>>> = {
  response: respond,
  action: addAction,
  impact,
  note,
};

/** What audit leads decide of one. */
export const ITEM_DECISIONS: Readonly<Record<string, TrackingForm<FormAbout>>> = {
  judgement: judge,
  recheck,
  reopen,
  addressees,
  'response-due': responsesBy,
};
