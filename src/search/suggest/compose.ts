import { SUGGESTION_KINDS, type Suggestion, type SuggestionKind } from './suggest.model.js';

/** The part of the list that each kind may count on, so that no kind crowds out the others. */
const SHARES: Record<SuggestionKind, number> = { theme: 1 / 2, review: 3 / 8, briefing: 1 / 8 };

/** A list of at most `limit`: every kind gets its share, and what one leaves free goes to the next, themes first. */
export function compose(found: Suggestion[], limit: number): Suggestion[] {
  const kinds = SUGGESTION_KINDS.map((kind) => found.filter((item) => item.kind === kind));
  const taken = kinds.map((items, at) =>
    Math.min(items.length, Math.round(limit * SHARES[SUGGESTION_KINDS[at]!])),
  );
  let free = limit - taken.reduce((sum, count) => sum + count, 0);
  return kinds
    .flatMap((items, at) => {
      const more = Math.min(free, items.length - taken[at]!);
      free -= more;
      return items.slice(0, taken[at]! + more);
    })
    .slice(0, limit);
}
