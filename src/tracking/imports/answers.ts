import { parseDay } from '../day.js';
import {
  PLAN_DELIVERIES,
  type PlanAction,
  type PlanDelivery,
  type PlanPreview,
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

/** Questions about a due date. */
const OF_DUE: ReadonlySet<QuestionCode> = new Set([
  'date-not-read',
  'date-order-unclear',
  'number-read-as-date',
]);
/** Questions about how far an action is. */
const OF_DELIVERY: ReadonlySet<QuestionCode> = new Set([
  ...(['status-not-known', 'status-and-percent-differ', 'status-and-date-differ'] as const),
  ...(['rag-text-and-colour-differ', 'status-from-progress'] as const),
]);

/**
 * A preview with what was answered in it. Answers to columns, words and agencies are the mapping’s: with these the file is
 * read anew. Whatever was not answered stays as it is proposed.
 */
export function withAnswers(preview: PlanPreview, answers: readonly GivenAnswer[]): PlanPreview {
  const answered = structuredClone(preview);
  for (const given of answers) {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(given.cell ?? '') ?? [];
    const sheet = answered.sheets.find(({ name }) => name === given.sheet);
    if (row === undefined || !sheet) continue;
    const field = sheet.columns?.[column!];
    for (const recommendation of answered.recommendations)
      if (recommendation.sheet === given.sheet) {
        const actions = recommendation.actions.filter((action) => action.row === Number(row));
        for (const action of actions) take(action, field, given);
        if (given.code === 'refused-without-reason' && actions.length > 0)
          recommendation.responseReason = given.answer;
      }
  }
  return answered;
}

function take(action: PlanAction, field: string | undefined, { code, answer }: GivenAnswer): void {
  const day = answer === null ? null : parseDay(answer);
  if (code === 'completed-without-date') action.completedOn = day?.on ?? null;
  else if (OF_DUE.has(code) && (field === 'due' || field === 'originalDue')) {
    const written = action[field]?.written ?? answer ?? '';
    action[field] = { on: day?.on ?? null, precision: day?.precision ?? null, written };
  } else if (OF_DELIVERY.has(code) && isDelivery(answer)) action.delivery = answer;
}

const isDelivery = (answer: string | null): answer is PlanDelivery =>
  answer !== null && (PLAN_DELIVERIES as readonly string[]).includes(answer);
