import { dateAt, datesIn, type DayOrder, type FoundDate } from '../dates/written-dates.js';
import { PLAN_DELIVERIES, type PlanDelivery } from '../preview.js';
import {
  DELIVERY_OF_JUDGEMENT,
  OUR_STATES,
  STATE_COLUMN_WORDS,
  STATUS_WORDS,
} from '../words/status-words.js';
import type { WordsGiven } from './words-given.js';

/** What the words of a status say. */
export interface ReadStatus {
  delivery: PlanDelivery;
  /** The date beside the word. */
  date: FoundDate | null;
  /** Word and date are all there is, in words of ours. */
  isOurs: boolean;
  /** It has no other date: an update of it is dated. */
  hasOneDate: boolean;
  judgement?: string;
}

const BESIDE = /^\s*(?:[-–—:,(]\s*)?(?:(?:on|in|as of|as at|since|date|dated)\b\s*:?\s*)?/i;

/** Reads the status word at the start of a text; null when it begins with none. */
export function readStatus(
  text: string,
  { order, words, stateColumn }: { order: DayOrder; words: WordsGiven; stateColumn: boolean },
): ReadStatus | null {
  const given = stateColumn ? givenStatus(text, words) : null;
  if (given) return given;
  const start = /^[^\p{L}\p{N}]*/u.exec(text)![0].length;
  const lower = text.slice(start).toLowerCase();
  const known = stateColumn ? [...STATUS_WORDS, ...STATE_COLUMN_WORDS] : STATUS_WORDS;
  for (const [delivery, pattern] of known) {
    const word = pattern.exec(lower)?.[0];
    if (word) return { delivery, ...besideWord(text, start, word, order) };
  }
  return null;
}

function givenStatus(text: string, words: WordsGiven): ReadStatus | null {
  const plain = { date: null, isOurs: false, hasOneDate: false };
  const delivery = words.meaning(text, PLAN_DELIVERIES);
  if (delivery) return { ...plain, delivery };
  const judgement = words.meaning(text, Object.keys(DELIVERY_OF_JUDGEMENT));
  return judgement ? { ...plain, delivery: DELIVERY_OF_JUDGEMENT[judgement]!, judgement } : null;
}

function besideWord(
  text: string,
  start: number,
  word: string,
  order: DayOrder,
): Pick<ReadStatus, 'date' | 'isOurs' | 'hasOneDate'> {
  const end = start + word.length;
  const at = end + BESIDE.exec(text.slice(end))![0].length;
  const found = dateAt(text, at, order);
  const date = found?.date ? found : null;
  const rest = text.slice(date ? at + date.length : end);
  const hasOneDate =
    date !== null && datesIn(text, order).filter(({ bareYear }) => !bareYear || date.bareYear).length === 1;
  return { date, hasOneDate, isOurs: OUR_STATES.has(word.trim()) && /^[\s.)]*$/.test(rest) };
}
