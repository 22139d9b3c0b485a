import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { lastWords, type TrackedAction } from '../../tracked-item.model.js';
import { DELIVERY_WORDS } from '../../tracking.js';
import { sayDue } from '../../web/item-page.presenter.js';
import { presentMark, type MarkView } from '../../web/marks.js';
import type { AnswerProblem } from '../round-answers.js';
import type { UpdateLink } from '../update-links.js';
import { typedBefore, type AnswerField, type SentAnswer, type TypedAnswer } from './answer-form.js';

interface AnswerRow {
  id: string;
  ref: string;
  text: string;
  facts: string[];
  mark: MarkView;
  /** “31 March 2025”, of the words that stand in the form; null where nothing was ever said. */
  lastOn: string | null;
  /** What was asked and waits: “for another date”, “to stop it”. */
  waiting: string[];
  typed: TypedAnswer;
  choices: { value: string; text: string; selected: boolean }[];
  problem: { field: AnswerField; text: string } | null;
  asksMore: boolean;
}

/** The page of somebody's actions. */
export interface UpdatesPage {
  name: string;
  partnership: string;
  by: string;
  rows: AnswerRow[];
  problems: FormProblem[];
  /** What was typed about actions that are not theirs any more. */
  lost: { ref: string; words: string[] }[];
  /** What a file said that is not taken, where one was read. */
  read: { taken: number; notes: string[] } | null;
  sheet: string;
}

/** @param sent what comes back, by the id of the action */
export function presentUpdates(
  { owner, partnership, round }: UpdateLink,
  actions: readonly TrackedAction[],
  {
    sent = [],
    lost = [],
    read = null,
    sheet,
  }: {
    sent?: readonly SentAnswer[];
    lost?: UpdatesPage['lost'];
    read?: UpdatesPage['read'];
    sheet: string;
  },
): UpdatesPage {
  const byId = new Map(sent.map((one) => [one.id, one]));
  const rows = actions.map((action) => rowOf(action, byId.get(action.id)));
  return {
    ...{
      name: owner.name,
      partnership: partnership.name,
      by: sayPartialDate(round.by),
      rows,
      lost,
      read,
      sheet,
    },
    problems: [
      ...(lost.length > 0 ? [{ text: LOST, href: '#lost' }] : []),
      ...rows.flatMap(({ id, ref, problem }) =>
        problem ? [{ text: `Action ${ref}: ${problem.text}`, href: `#${problem.field}-${id}` }] : [],
      ),
    ],
  };
}

const LOST =
  'Nothing has been sent yet: some of the actions are no longer yours, or have been completed or stopped. What you wrote about them is below. Check the rest and send it again';

function rowOf(action: TrackedAction, sent: SentAnswer | undefined): AnswerRow {
  const last = lastWords(action.updates);
  const typed = sent?.typed ?? typedBefore(action);
  return {
    ...{ id: action.id, ref: action.ref, text: action.text ?? 'Words that were taken out' },
    facts: [
      action.agency?.name ?? 'No agency yet',
      action.due ? `Due ${sayDue(action)}` : 'No date',
      DELIVERY_WORDS[action.delivery],
    ],
    mark: presentMark(action),
    lastOn: last?.text ? sayPartialDate(last.on) : null,
    waiting: action.requests
      .filter(({ decision }) => decision === null)
      .map(({ kind }) => (kind === 'move' ? 'for another date' : 'to stop it')),
    ...{ typed, problem: sent?.problem ?? null },
    choices: [
      {
        value: '',
        text: `As before: ${DELIVERY_WORDS[action.delivery].toLowerCase()}`,
        selected: typed.to === '',
      },
      ...Object.entries(DELIVERY_WORDS)
        .filter(([code]) => code !== action.delivery)
        .map(([value, text]) => ({
          ...{ value, selected: typed.to === value },
          text: value === 'stopped' ? 'Ask to stop it' : text,
        })),
    ],
    asksMore: typed.due !== '' || typed.why !== '' || typed.to === 'stopped',
  };
}

/** What was wrong, put to its field. */
export const problemOfAnswer = ({ error }: AnswerProblem): NonNullable<AnswerRow['problem']> => {
  const [given] = error.fields.map(({ field }) => field);
  const field =
    error.code === 'effective-in-future'
      ? 'on'
      : (FIELD_NAMES[given ?? ''] ?? FIELD_NAMES[error.code] ?? 'text');
  return { field, text: error.message };
};

const FIELD_NAMES: Readonly<Record<string, AnswerField>> = {
  ...{ text: 'text', on: 'on', to: 'to', due: 'due', reason: 'why', 'reason-required': 'why' },
};
