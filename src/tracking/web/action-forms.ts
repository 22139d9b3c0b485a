import { invalidField } from '../../platform/http/errors/library-error.js';
import { ChoiceField, OptionalId, OptionalLine } from '../../platform/http/forms/field.decorators.js';
import { formatDay } from '../day.js';
import { isAuditLead } from '../follower.js';
import { isOf } from '../rights.js';
import { DECISION_WORDS, DECISIONS, DELIVERIES, DELIVERY_WORDS } from '../tracking.js';
import { REQUEST_WORDS, isOpenDelivery, type Decision, type Delivery } from '../tracking.js';
import {
  choicesOf,
  OptionalChoice,
  OptionalWords,
  TickedIds,
  TickField,
  TypedDay,
  TypedDayNeeded,
  whenField,
  WordsField,
  type FormField,
} from './fields.js';
import { leadField, ownerFields, OwnerFields, ownerIn, supportingField } from './item-forms.js';
import { isOpenItem, trackingForm, type ActionFormAbout, type TrackingForm } from './tracking-form.js';
import { sayKnownDay } from './typed-day.js';

/** Whether somebody may say something of this very action. */
export const isOwnAction = ({ who, action }: Pick<ActionFormAbout, 'who' | 'action'>): boolean =>
  isAuditLead(who) ||
  (who.agency !== null &&
    isOf(
      { agency: action.agency?.id ?? null, supporting: action.supporting.map(({ id }) => id) },
      who.agency.id,
    ));

/** What was done, and how far it is. */
export class UpdateForm {
  @OptionalWords('What was done')
  text?: string;

  @OptionalChoice(DELIVERIES, 'Choose how far it is')
  to?: Delivery;

  @OptionalWords('Where it can be seen', 2000)
  evidence?: string;

  @TypedDay('The day')
  on?: string;
}

const update = trackingForm<ActionFormAbout, UpdateForm>({
  Class: UpdateForm,
  title: 'Update this action',
  button: 'Save the update',
  onlyAdds: ({ to }) => to === undefined,
  fits: (about) => isOwnAction(about),
  fields: (about) => [
    {
      ...{ kind: 'words', name: 'text', label: 'What was done?', rows: 4 },
      hint: 'A sentence will do. Leave out names of children, adults and families',
    },
    ...(isOpenItem(about) ? [howFar(about)] : []),
    {
      ...{ kind: 'line', name: 'evidence', label: 'Where can it be seen? (optional)', autocomplete: 'off' },
      hint: 'A link, or what it is called',
    },
    whenField(),
  ],
  send: ({ actions }, { who, id, form, asked }) => actions.report(who, id, form, asked),
});

function howFar({ who, action }: ActionFormAbout): FormField {
  const isOver = !isOpenDelivery(action.delivery);
  const only = DELIVERIES.filter(
    (code) => code !== action.delivery && (isAuditLead(who) || !isOver || !isOpenDelivery(code)),
  );
  return {
    ...{ kind: 'radios', name: 'to', label: 'How far is it now?', initial: '' },
    choices: [
      { value: '', text: `No change: ${DELIVERY_WORDS[action.delivery].toLowerCase()}` },
      ...choicesOf(DELIVERY_WORDS, only, {
        stopped: isAuditLead(who)
          ? 'It will not be done: say why above'
          : 'Say why above. The audit lead is asked to agree',
      }),
    ],
  };
}

class DueForm {
  @TypedDayNeeded('The date')
  due: string;

  @OptionalWords('The reason')
  reason?: string;
}

const due = trackingForm<ActionFormAbout, DueForm>({
  Class: DueForm,
  title: 'Set or move the date',
  button: 'Save the date',
  explain: ({ who, action }) => {
    if (!action.due) return 'It has no date yet. Set it as exactly as you know it.';
    const now = `It is due ${sayKnownDay(action.due)}. The first date stays on the page, with each move and its reason.`;
    return isAuditLead(who) ? now : `${now} You ask for another date; the audit lead decides.`;
  },
  fits: (about) => isOwnAction(about) && isOpenItem(about) && isOpenDelivery(about.action.delivery),
  fields: ({ action }) => [
    {
      ...{ kind: 'line', name: 'due', label: action.due ? 'The new date' : 'Due', autocomplete: 'off' },
      hint: 'Such as 31 March 2025, March 2025, Q1 2025 or 2025',
      width: 'govuk-input--width-10',
    },
    {
      ...{ kind: 'words', name: 'reason', rows: 3 },
      label: action.due ? 'Why is another date needed?' : 'Why this date? (optional)',
    },
  ],
  send: ({ actions }, { who, id, form, asked }) =>
    actions.setDue(who, id, { on: form.due, reason: form.reason }, asked),
});

const owner = trackingForm<ActionFormAbout, OwnerFields>({
  Class: OwnerFields,
  title: 'Say who owns it',
  button: 'Save the owner',
  explain: ({ action }) => (action.owner ? `It is owned by ${action.owner.name}.` : 'Nobody owns it yet.'),
  fits: (about) => isOwnAction(about) && isOpenDelivery(about.action.delivery),
  fields: (about) => ownerFields(about, { initial: about.action.owner?.id ?? '' }),
  send: ({ actions }, { who, id, form, asked }) => actions.setOwner(who, id, ownerIn(form), asked),
});

class MilestoneForm {
  @OptionalLine('The number', 4)
  number?: string;

  @WordsField('What the step is', 2000)
  text: string;

  @TypedDay('The date')
  due?: string;

  @TickField()
  isDone?: boolean;
}

const milestone = trackingForm<ActionFormAbout, MilestoneForm>({
  Class: MilestoneForm,
  title: 'Add or change a milestone',
  button: 'Save the milestone',
  fits: (about) => isOwnAction(about) && isOpenDelivery(about.action.delivery),
  fields: ({ action, query }) => {
    const known = action.milestones.find(({ number }) => String(number) === query.milestone);
    return [
      ...(known ? [hidden('number', String(known.number))] : []),
      { kind: 'words', name: 'text', label: 'What is the step?', rows: 2, initial: known?.text ?? '' },
      {
        ...{ kind: 'line', name: 'due', label: 'By when? (optional)', width: 'govuk-input--width-10' },
        ...{ autocomplete: 'off', initial: known?.due ? sayTyped(known.due) : '' },
      },
      {
        ...{ kind: 'tick', name: 'isDone', label: 'It is done', initial: known?.isDone ? 'yes' : '' },
        choices: [{ value: 'yes', text: 'It is done' }],
      },
    ];
  },
  send: ({ actions }, { who, id, form: { number, text, due: on, isDone }, asked }) => {
    const which = number === undefined ? {} : { number: wholeNumber(number, 'text') };
    return actions.setMilestone(who, id, { ...which, text, due: on ? { on } : null, isDone }, asked);
  },
});

/** As somebody could type it again. */
const sayTyped = (day: Parameters<typeof formatDay>[0]): string =>
  day.precision === 'quarter' ? formatDay(day) : sayKnownDay(day);

const hidden = (name: string, initial: string): FormField => ({ kind: 'hidden', name, label: '', initial });

function wholeNumber(text: string, field: string): number {
  if (!/^\d{1,4}$/.test(text)) throw invalidField(field, 'Open the form again from the page of the item');
  return Number(text);
}

class ChangeActionForm {
  @WordsField('What is to be done')
  text: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;

  @TickedIds('Choose agencies from the list')
  supporting?: string[];

  @OptionalWords('The reason', 2000)
  reason?: string;
}

const change = trackingForm<ActionFormAbout, ChangeActionForm>({
  Class: ChangeActionForm,
  title: 'Change the action',
  button: 'Save the change',
  many: ['supporting'],
  explain: () => 'Its earlier words stay in the timeline.',
  fits: (about) => isOwnAction(about) && isOpenItem(about),
  fields: (about) => [
    { kind: 'words', name: 'text', label: 'What is to be done?', rows: 3, initial: about.action.text ?? '' },
    ...leadField(about, about.action.agency?.id),
    supportingField(
      about,
      about.action.supporting.map(({ id }) => id),
    ),
    { kind: 'words', name: 'reason', label: 'Why? (optional)', rows: 2 },
  ],
  send: ({ actions }, { who, id, form, asked, about: { action } }) => {
    const { text, agency = null, supporting = [], reason } = form;
    const others = action.supporting.map((one) => one.id);
    const isSame = others.length === supporting.length && others.every((one) => supporting.includes(one));
    const wish = {
      ...(text !== action.text && { text }),
      ...(isAuditLead(who) && agency !== (action.agency?.id ?? null) && { agency }),
      ...(!isSame && { supporting }),
    };
    if (Object.keys(wish).length === 0) throw invalidField('text', 'Nothing is different from before');
    return actions.change(who, id, { ...wish, reason }, asked);
  },
});

class DecideForm {
  @OptionalLine('The request', 4)
  request?: string;

  @ChoiceField(DECISIONS, 'Choose whether you agree')
  decision: Decision;

  @OptionalWords('The reason')
  reason?: string;
}

const waiting = ({
  action,
  query,
}: ActionFormAbout): ActionFormAbout['action']['requests'][number] | undefined => {
  const open = action.requests.filter(({ decision }) => decision === null);
  return open.find(({ number }) => String(number) === query.request) ?? open[0];
};

const decision = trackingForm<ActionFormAbout, DecideForm>({
  Class: DecideForm,
  title: 'Decide a request',
  button: 'Save the decision',
  explain: (about) => {
    const asked = waiting(about);
    if (!asked) return 'Nothing waits for a decision.';
    const what = asked.due
      ? `another date, ${sayKnownDay(asked.due)}`
      : REQUEST_WORDS[asked.kind].toLowerCase();
    return `The agency asks for ${asked.due ? what : 'this action to be stopped'}. It says: “${asked.reason ?? 'words that were taken out'}”`;
  },
  fits: (about) => waiting(about) !== undefined,
  fields: (about) => [
    hidden('request', String(waiting(about)?.number ?? '')),
    { kind: 'radios', name: 'decision', label: 'Do you agree?', choices: choicesOf(DECISION_WORDS) },
    { kind: 'words', name: 'reason', label: 'Why? (needed to refuse)', rows: 3 },
  ],
  send: ({ actions }, { who, id, form: { request = '', ...wish }, asked }) =>
    actions.decide(who, id, wholeNumber(request, 'decision'), wish, asked),
});

/** What agency leads and audit leads say of an action. */
export const ACTION_SAYINGS: Readonly<Record<string, TrackingForm<ActionFormAbout>>> = {
  update,
  due,
  owner,
  milestone,
  change,
};

/** What audit leads decide of one. */
export const ACTION_DECISIONS: Readonly<Record<string, TrackingForm<ActionFormAbout>>> = { decision };
