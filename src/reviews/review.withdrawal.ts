import { PUBLIC } from '../publishing/audience.js';
import {
  firstRecord,
  type WithdrawableNoun,
  withdrawnByState,
  withdrawnFromReview,
} from '../publishing/withdrawable.js';

/** A review goes with its recommendations, each under both of its addresses. */
export const WITHDRAWABLE_REVIEW = withdrawnByState(
  'review',
  'b.label',
  `array(select unnest(array['/recommendations/' || c.id, c.path]) from ${PUBLIC.recommendation} c where c.review_id = b.id)`,
);

/** One learning point: its review stays. */
export const WITHDRAWABLE_LEARNING_POINT: WithdrawableNoun = {
  kind: 'learning-point',
  address: /^\/reviews\/([^/#]+)#(.+)$/,
  find: async (manager, parts) => await firstRecord(manager, LEARNING_POINT, parts),
  ...withdrawnFromReview('learning_point'),
};

// Places on a page have no answer of their own, so nothing is left at them.
const LEARNING_POINT = `
  select l.id, r.label || ': ' || l.theme_label as label, p.name as publisher, false as "isDraft",
    false as "isWithdrawn", true as "isPublic", array[]::text[] as addresses
  from ${PUBLIC.learningPoint} l join ${PUBLIC.review} r on r.id = l.review_id
  join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where r.slug = $1 and l.anchor = $2`;
