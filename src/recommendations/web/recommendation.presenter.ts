import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { sayReview, type ReviewName } from '../../reviews/web/say-review.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { SCOPE_WORDS, sayList } from '../../web/words.js';
import type { AgencyRef, RecommendationItem, ReviewRecommendation } from '../recommendation.model.js';

export interface RecommendationView {
  id: string;
  url: string;
  /** “Recommendation 4b”. */
  name: string;
  text: string;
  /** “Local recommendation”, or empty. */
  scope: string;
  /** Names of who is to act, in a sentence. */
  addressees: string;
  agencies: AgencyRef[];
  themes: ThemeRef[];
  review: ReviewName | null;
}

export function presentRecommendation(
  item: ReviewRecommendation,
  review: ReviewRef | null,
): RecommendationView {
  return {
    id: item.id,
    url: item.url,
    name: item.number ? `Recommendation ${item.number}` : 'Recommendation',
    text: item.text,
    scope: item.scope ? `${SCOPE_WORDS[item.scope]} recommendation` : '',
    addressees: sayList(item.addressees.map(({ name }) => name)),
    agencies: item.addressees,
    themes: item.themes,
    review: review && sayReview(review),
  };
}

export const presentRecommendationItem = (item: RecommendationItem): RecommendationView =>
  presentRecommendation(item, item.review);
