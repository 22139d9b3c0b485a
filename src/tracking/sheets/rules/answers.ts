import type { PlanAction, PlanResponse, PlanScope } from '../preview.js';
import { IMPACT_PATTERNS, RESPONSE_PATTERNS, PLAN_SCOPE_WORDS } from '../words/answer-words.js';
import type { WordsGiven } from './words-given.js';

/** An answer to a recommendation. */
export interface ReadResponse {
  response: PlanResponse;
  /** Of a refusal, what follows the word. */
  reason: string | null;
  /** Words beyond the answer that no other field holds. */
  hasMore: boolean;
}

/** Rule 13 of docs/spreadsheets.md; null when the words are no answer. */
export function readResponse(text: string, words: WordsGiven): ReadResponse | null {
  const given = words.meaning(text, ['awaiting', 'accepted', 'accepted-in-part', 'not-accepted', 'disputed']);
  if (given) return { response: given, reason: null, hasMore: true };
  const [response, pattern] = RESPONSE_PATTERNS.find(([, words]) => words.test(text.toLowerCase())) ?? [];
  if (!response || !pattern) return null;
  const rest = text
    .slice(pattern.exec(text.toLowerCase())![0].length)
    .replace(/^[\s–—:;,.-]+/, '')
    .trim();
  const refused = response === 'not-accepted' && rest !== '';
  return { response, reason: refused ? rest : null, hasMore: rest !== '' && !refused };
}

export function readImpact(text: string, words: WordsGiven): NonNullable<PlanAction['impact']> {
  const given = words.meaning(
    text,
    IMPACT_PATTERNS.map(([level]) => level),
  );
  return { level: given ?? firstOf(IMPACT_PATTERNS, text), text };
}

export const readScope = (text: string): PlanScope | null => firstOf(PLAN_SCOPE_WORDS, text);

const firstOf = <Code>(list: readonly (readonly [Code, RegExp])[], text: string): Code | null =>
  list.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0] ?? null;
