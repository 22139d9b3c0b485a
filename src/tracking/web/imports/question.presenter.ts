import type { ListedAgency } from '../../agency-list.js';
import { formatDay, parseDay } from '../../day.js';
import { answerKindOf, answerTo, type AnswerKind } from '../../imports/answers.js';
import type { ImportView } from '../../imports/plan-imports.service.js';
import type { PlanPreview, PlanQuestion } from '../../sheets/preview.js';
import { DELIVERY_WORDS, RESPONSE_WORDS } from '../../tracking.js';
import { saySomeDay } from '../typed-day.js';
import { QUESTION_WORDS } from './import-words.js';
import { ENTER_AGENCY, FIELD, fieldPlace } from './plan-import.forms.js';
import { sayPlace } from './say.js';

export interface ChoiceView {
  value: string;
  text: string;
  selected: boolean;
}

/** One question, with the answer that is taken unless somebody says otherwise. */
export interface QuestionView {
  id: string;
  name: string;
  place: string;
  means: string;
  asks: string;
  /** The words that it is about. */
  text: string;
  kind: 'line' | 'words' | 'select';
  value: string;
  choices: ChoiceView[];
  problem: string;
}

interface Known {
  agencies: readonly ListedAgency[];
  entersAgencies: boolean;
  /** What was typed and is no date, by the field. */
  typed: ReadonlyMap<string, string>;
}

const QUESTIONS_AT_ONCE = 50;

/** What is asked, those that nobody has answered first; and what is only to be known. */
export function presentQuestions(
  { preview, answers }: Pick<ImportView, 'preview' | 'answers'>,
  known: Known,
): { asked: QuestionView[]; later: number; notices: { place: string; means: string; text: string }[] } {
  const all = preview!.questions.map((question) => ({
    ...{ question, kind: answerKindOf(question, preview!), given: answerTo(question, answers) },
  }));
  const asked = all
    .filter(({ kind }) => kind !== null)
    .toSorted((one, other) => Number(one.given !== undefined) - Number(other.given !== undefined))
    .flatMap(({ question, kind, given }) =>
      fieldsOf(question, kind, given === undefined ? proposed(question) : (given.answer ?? ''), known).map(
        (field): QuestionView => ({
          ...{ place: placeIn(preview!, question), means: QUESTION_WORDS[question.code].means },
          ...{
            asks: QUESTION_WORDS[question.code].asks ?? '',
            id: fieldPlace(field.name),
            problem: '',
            ...field,
          },
        }),
      ),
    );
  const once = [...new Map(asked.map((one) => [one.name, one])).values()];
  return {
    asked: once.slice(0, QUESTIONS_AT_ONCE),
    later: Math.max(0, once.length - QUESTIONS_AT_ONCE),
    notices: all
      .filter(({ kind }) => kind === null)
      .map(({ question }) => ({
        ...{ place: placeIn(preview!, question), text: question.text ?? '' },
        means: QUESTION_WORDS[question.code].means,
      })),
  };
}

const placeIn = (preview: PlanPreview, { sheet, cell }: PlanQuestion): string =>
  sayPlace(preview, sheet, cell === null ? 'the sheet as a whole' : `cell ${cell}`);

function proposed({ proposed: answer }: PlanQuestion): string {
  if (typeof answer === 'string') return answer;
  if (answer === null || Array.isArray(answer)) return '';
  return 'on' in answer && 'precision' in answer
    ? formatDay({ on: answer.on, precision: answer.precision as 'day' })
    : '';
}

type Field = Pick<QuestionView, 'name' | 'text' | 'kind' | 'value' | 'choices'> & Partial<QuestionView>;

function fieldsOf(question: PlanQuestion, kind: AnswerKind, value: string, known: Known): Field[] {
  const { code, cell, sheet } = question;
  const text = question.text ?? '';
  const plain = { text, value, choices: [] };
  if (kind === 'day') {
    const name = FIELD.day(code, cell!, sheet);
    const typed = known.typed.get(name);
    const problem = typed === undefined ? '' : 'This is no date';
    const said = parseDay(value) ? saySomeDay(value) : '';
    return [{ ...plain, kind: 'line', name, value: typed ?? said, problem }];
  }
  if (kind === 'reason') return [{ ...plain, kind: 'words', name: FIELD.answer(code, cell!, sheet) }];
  if (kind === 'delivery') {
    const choices = choicesOf(DELIVERY_WORDS, value, 'As it is read');
    return [{ ...plain, kind: 'select', name: FIELD.answer(code, cell!, sheet), choices }];
  }
  const word = { ...plain, kind: 'select' as const, name: FIELD.word(text) };
  if (kind === 'status-words')
    return [{ ...word, choices: choicesOf(DELIVERY_WORDS, value, 'Keep it as a note') }];
  if (kind === 'response-words')
    return [{ ...word, choices: choicesOf(RESPONSE_WORDS, value, 'Keep it as a note') }];
  return kind === 'agencies' ? agencyFields(question, known) : [];
}

/** Each name that is not known, once. */
function agencyFields({ proposed: names }: PlanQuestion, { agencies, entersAgencies }: Known): Field[] {
  const choices = [
    { value: '', text: 'Keep it as a note', selected: true },
    ...(entersAgencies ? [{ value: ENTER_AGENCY, text: 'Enter it as a new agency', selected: false }] : []),
    ...agencies.map(({ name }) => ({ value: name, text: name, selected: false })),
  ];
  return (Array.isArray(names) ? names : []).map((name) => ({
    ...{ kind: 'select', name: FIELD.agency(name), text: name, value: '', choices },
  }));
}

const choicesOf = (list: Readonly<Record<string, string>>, value: string, none: string): ChoiceView[] => [
  { value: '', text: none, selected: !(value in list) },
  ...Object.entries(list).map(([code, text]) => ({ value: code, text, selected: code === value })),
];
