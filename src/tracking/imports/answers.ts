import { parseDay } from '../day.js';
import {
  PLAN_DELIVERIES,
  type ColumnField,
  type PlanAction,
  type PlanDelivery,
  type PlanPreview,
  type PlanQuestion,
  type QuestionCode,
} from '../sheets/preview.js';

/** What somebody has answered to a question of a preview. */
export interface GivenAnswer {
  sheet: string;
  /** As the question has it. */
  cell: string | null;
  code: QuestionCode;
  /** A day (`YYYY-MM-DD`, `YYYY-MM`, …), a delivery, or words; null for “leave it empty”. */
  answer: string | null;
}

/**
 * With what a question is answered: a day, how far an action is, a reason; or, by the mapping, what words of the sheet mean.
 * Null for what is only to be known: it is right in the sheet, or in the library once it is there.
 */
export type AnswerKind =
  'day' | 'delivery' | 'reason' | 'agencies' | 'status-words' | 'response-words' | null;

const ABOUT_DAYS: ReadonlySet<QuestionCode> = new Set([
  'date-not-read',
  'date-order-unclear',
  'number-read-as-date',
]);
/** Columns with one date for each action. */
const DAY_COLUMNS: ReadonlySet<ColumnField | undefined> = new Set([
  'due',
  'originalDue',
  'completed',
] as const);
const KINDS: Partial<Record<QuestionCode, AnswerKind>> = {
  'completed-without-date': 'day',
  'status-and-percent-differ': 'delivery',
  'status-and-date-differ': 'delivery',
  'rag-text-and-colour-differ': 'delivery',
  'status-not-known': 'status-words',
  'refused-without-reason': 'reason',
  'agency-not-known': 'agencies',
  'response-not-read': 'response-words',
};

/** @param preview the one that asks */
export function answerKindOf(question: PlanQuestion, preview: PlanPreview): AnswerKind {
  const place = placeOf(question);
  if (!place) return null;
  if (!ABOUT_DAYS.has(question.code)) return KINDS[question.code] ?? null;
  const sheet = preview.sheets.find(({ name }) => name === question.sheet);
  return DAY_COLUMNS.has(sheet?.columns?.[place.column]) ? 'day' : null;
}

function placeOf({ cell }: { cell: string | null }): { column: string; row: number } | null {
  const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
  return row === undefined ? null : { column: column!, row: Number(row) };
}

const keyOf = ({ sheet, cell, code }: Omit<GivenAnswer, 'answer'>): string =>
  `${code} ${cell ?? ''} ${sheet}`;

/** What was answered to a question; undefined where nothing was. */
export const answerTo = (question: PlanQuestion, given: readonly GivenAnswer[]): GivenAnswer | undefined =>
  given.find((one) => keyOf(one) === keyOf(question));

/** Later answers to the same question take the place of earlier ones. */
export const mergeAnswers = (
  before: readonly GivenAnswer[],
  later: readonly GivenAnswer[] = [],
): GivenAnswer[] => [...new Map([...before, ...later].map((one) => [keyOf(one), one])).values()];

/**
 * A preview with what was answered in it. Answers to columns, words and agencies are the mapping’s: with these the file is
 * read anew. Whatever was not answered stays as it is proposed.
 */
export function withAnswers(preview: PlanPreview, answers: readonly GivenAnswer[]): PlanPreview {
  const answered = structuredClone(preview);
  const byRow = Map.groupBy(answers, (given) => `${placeOf(given)?.row} ${given.sheet}`);
  const fields = new Map(answered.sheets.map(({ name, columns }) => [name, columns]));
  for (const recommendation of answered.recommendations) {
    const { sheet, responseCell: cell = null } = recommendation;
    const reason = answers.find(
      (one) => keyOf(one) === keyOf({ sheet, cell, code: 'refused-without-reason' }),
    );
    if (reason) recommendation.responseReason = reason.answer;
    for (const action of recommendation.actions)
      for (const given of byRow.get(`${action.row} ${recommendation.sheet}`) ?? []) {
        take(action, fields.get(given.sheet)?.[placeOf(given)!.column], given);
        if (given.code === 'refused-without-reason') recommendation.responseReason = given.answer;
      }
  }
  return answered;
}

function take(action: PlanAction, field: ColumnField | undefined, { code, answer }: GivenAnswer): void {
  const day = answer === null ? null : parseDay(answer);
  if (code === 'completed-without-date') action.completedOn = day?.on ?? null;
  else if (ABOUT_DAYS.has(code) && field === 'completed') action.completedOn = day?.on ?? null;
  else if (ABOUT_DAYS.has(code) && (field === 'due' || field === 'originalDue')) {
    const written = action[field]?.written ?? answer ?? '';
    action[field] = { on: day?.on ?? null, precision: day?.precision ?? null, written };
  } else if (KINDS[code] === 'delivery' && isDelivery(answer)) action.delivery = answer;
}

const isDelivery = (answer: string | null): answer is PlanDelivery =>
  answer !== null && (PLAN_DELIVERIES as readonly string[]).includes(answer);
