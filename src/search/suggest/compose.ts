import { SUGGESTION_KINDS, type Suggestion, type SuggestionKind } from './api/suggest-answer.model.js';

/** The part of the list that each kind may count on, so that no kind crowds out the others. */
const SHARES: Record<SuggestionKind, number> = { theme: 1 / 2, review: 3 / 8, briefing: 1 / 8 };

/** A list of at most `limit`: every kind gets its share, and what one leaves free the others have by theirs (Sainte-Laguë). */
export function compose(found: Suggestion[], limit: number): Suggestion[] {
  const kinds = SUGGESTION_KINDS.map((kind) => found.filter((item) => item.kind === kind));
  return kinds
    .flatMap((items) => items.map((item, at) => ({ item, turn: (at + 0.5) / SHARES[item.kind] })))
    .sort((one, other) => one.turn - other.turn)
    .slice(0, limit)
    .map(({ item }) => item)
    .sort((one, other) => SUGGESTION_KINDS.indexOf(one.kind) - SUGGESTION_KINDS.indexOf(other.kind));
}
