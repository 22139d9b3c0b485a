import { WITHDRAWABLE_PARTNERSHIP } from './partnerships/partnership.withdrawal.js';
import { withdrawnByState, type WithdrawableNoun } from './publishing/withdrawable.js';
import type { WithdrawableKind } from './publishing/withdrawal-reasons.js';
import { WITHDRAWABLE_RECOMMENDATION } from './recommendations/recommendation.withdrawal.js';
import { WITHDRAWABLE_LEARNING_POINT, WITHDRAWABLE_REVIEW } from './reviews/review.withdrawal.js';
import { WITHDRAWABLE_THEME } from './themes/theme.withdrawal.js';

/** Everything that has an address and can be withdrawn from it: a kind without its noun does not compile. */
const BY_KIND: Record<WithdrawableKind, WithdrawableNoun> = {
  theme: WITHDRAWABLE_THEME,
  review: WITHDRAWABLE_REVIEW,
  'learning-point': WITHDRAWABLE_LEARNING_POINT,
  recommendation: WITHDRAWABLE_RECOMMENDATION,
  briefing: withdrawnByState('briefing', 'b.title'),
  resource: withdrawnByState('resource', 'b.title'),
  partnership: WITHDRAWABLE_PARTNERSHIP,
};

export const WITHDRAWABLE_NOUNS = Object.values(BY_KIND);
