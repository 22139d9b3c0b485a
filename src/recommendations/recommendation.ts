import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** How far a recommendation reaches. */
export const SCOPE_WORDS = {
  local: 'Local',
  regional: 'Regional',
  national: 'National',
} as const satisfies ClosedList;
export type RecommendationScope = keyof typeof SCOPE_WORDS;
export const RECOMMENDATION_SCOPES = codesOf(SCOPE_WORDS);
