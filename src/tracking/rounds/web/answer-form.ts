import { plainText } from '../../../platform/bundle/similarity.js';
import { digestOf } from '../../../platform/text/digest.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { isId } from '../../../platform/text/is-id.js';
import { lastWords, type TrackedAction } from '../../tracked-item.model.js';
import { DELIVERIES, type Delivery } from '../../tracking.js';
import { OptionalChoice, OptionalWords, TickField, TypedDay } from '../../web/fields.js';
import type { SentForm } from '../../web/form-page.js';
import { saySomeDay } from '../../web/typed-day.js';
import type { SheetAnswer } from '../read-round-sheet.js';
import type { ActionAnswer } from '../round-answers.js';

/** What is asked of one action. */
class AnswerForm {
  @TickField()
  same?: boolean;

  @OptionalWords('What has been done')
  text?: string;

  @TypedDay('The day')
  on?: string;

  @OptionalChoice(DELIVERIES, 'Choose how far it is')
  to?: Delivery;

  @TypedDay('The other date')
  due?: string;

  @OptionalWords('The reason')
  why?: string;
}

export const ANSWER_FIELDS = ['same', 'text', 'on', 'to', 'due', 'why'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export type TypedAnswer = Record<AnswerField, string> & {
  /** Which words stood in the form when it was opened: their digest, for they may have been redacted since. */
  was: string;
};

/** What was sent of one action: either its answer, or what is wrong with it. */
export interface SentAnswer {
  id: string;
  typed: TypedAnswer;
  answer: ActionAnswer | null;
  problem: { field: AnswerField; text: string } | null;
}

/** The buttons of the form: to send it, with “no change” for whatever was left empty, or to have a file read. */
export const ANSWER_BUTTONS = ['send', 'rest', 'read'] as const;

export const NOTHING_TYPED: TypedAnswer = { same: '', text: '', on: '', to: '', due: '', why: '', was: '' };

/** What stands in the form before somebody types: what was said last. */
export function typedBefore({ updates }: TrackedAction): TypedAnswer {
  const text = lastWords(updates)?.text ?? '';
  return { ...NOTHING_TYPED, text, was: digestOf([plainText(text)]) };
}

/** What a workbook says, as the form has it; what it does not say stays as it was typed. */
export const typedIn = (said: SheetAnswer, before: TypedAnswer): TypedAnswer => ({
  same: said.isUnchanged ? 'yes' : before.same,
  text: said.text ?? before.text,
  on: said.on === undefined ? before.on : saySomeDay(said.on),
  to: said.to ?? before.to,
  due: said.due === undefined ? before.due : saySomeDay(said.due),
  why: said.reason ?? before.why,
  was: before.was,
});

/** Of an action that was not on the page that was sent. */
export const unseenAnswer = (action: TrackedAction): SentAnswer => ({
  ...{ id: action.id, typed: typedBefore(action), answer: null },
  problem: {
    field: 'same',
    text: 'It was not on the page that you sent: say what has been done, or tick “No change”',
  },
});

/** Ids of the actions that were on the page that was sent, in its order. */
export const answeredIds = (body: SentForm): string[] =>
  Object.keys(body)
    .flatMap((name) => /^action-(.+)$/.exec(name)?.[1] ?? [])
    .filter(isId);

/** What was typed of one action. */
export function typedOf(body: SentForm, id: string): TypedAnswer {
  const valueOf = (field: keyof TypedAnswer): string => {
    const value = body[`${field}-${id}`];
    return typeof value === 'string' ? value : '';
  };
  const fields = [...ANSWER_FIELDS, 'was'] as const;
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as TypedAnswer;
}

/**
 * Reads what was typed of one action. Words that stood in the form when it was opened say nothing new, and are not recorded anew
 * where they were redacted meanwhile.
 * @param restIsUnchanged whether “no change” was said of all that was left empty
 */
export async function readAnswer(
  typed: TypedAnswer,
  id: string,
  action: TrackedAction | undefined,
  restIsUnchanged: boolean,
): Promise<SentAnswer> {
  const sent = { id, typed, answer: null, problem: null };
  const { form, problems } = await readForm(AnswerForm, { ...typed });
  const [first] = problems;
  if (first) return { ...sent, problem: { field: first.href.slice(1) as AnswerField, text: first.text } };
  const text = isSaidBefore(form.text, typed.was, action) ? undefined : form.text;
  const { on, to, due, why: reason } = form;
  const isTold = text !== undefined || to !== undefined || due !== undefined;
  const wrong = (field: AnswerField, words: string): SentAnswer => ({
    ...sent,
    problem: { field, text: words },
  });
  if (form.same && isTold)
    return wrong('same', 'You ticked “No change”, and said what has changed: take one of them back');
  if (!isTold && reason !== undefined)
    return wrong('due', 'You gave a reason: say as well which date you ask for, or that you ask to stop it');
  if (isTold) return { ...sent, answer: { id, isUnchanged: false, text, on, to, due, reason } };
  if (form.same || restIsUnchanged) return { ...sent, answer: { id, isUnchanged: true } };
  return wrong('same', 'Say what has been done, or tick “No change”');
}

function isSaidBefore(text: string | undefined, was: string, action: TrackedAction | undefined): boolean {
  if (text === undefined) return false;
  const plain = plainText(text);
  return (
    digestOf([plain]) === was || (action?.updates ?? []).some((one) => plainText(one.text ?? '') === plain)
  );
}
