import { isUuid } from '../platform/http/listing/address.js';
import { PUBLIC } from '../publishing/audience.js';
import {
  firstRecord,
  type WithdrawableNoun,
  withdrawnByState,
  withdrawnFromReview,
} from '../publishing/withdrawable.js';

/** A review goes with its learning points, and with its recommendations, each under both of its addresses. */
export const WITHDRAWABLE_REVIEW = withdrawnByState(
  'review',
  'b.label',
  `array(
    select unnest(array['/recommendations/' || c.id, c.path]) from ${PUBLIC.recommendation} c where c.review_id = b.id
    union all select '/learning/' || l.id from ${PUBLIC.learningPoint} l where l.review_id = b.id)`,
);

/** One learning point: its review stays. */
export const WITHDRAWABLE_LEARNING_POINT: WithdrawableNoun = {
  kind: 'learning-point',
  address: /^\/(?:reviews\/([^/#]+)#(.+)|learning\/([^/#]+))$/,
  // Its tombstone goes by its place, from before it had an address in the API.
  lasting: async (manager, [, , id]) => {
    if (id === undefined || !isUuid(id)) return null;
    const [point] = await manager.query<{ path: string }[]>(PLACE, [id]);
    return point?.path ?? null;
  },
  find: async (manager, [review = '', anchor = '']) =>
    await firstRecord(manager, LEARNING_POINT, [review, anchor]),
  ...withdrawnFromReview('learning_point'),
};

const PLACE = `
  select '/reviews/' || r.slug || '#' || l.anchor as path
  from ${PUBLIC.learningPoint} l join ${PUBLIC.review} r on r.id = l.review_id where l.id = $1`;

// Places on a page have no answer of their own, so nothing is left at them; in the API it has an address.
const LEARNING_POINT = `
  select l.id, r.label || ': ' || l.theme_label as label, p.name as publisher, false as "isDraft",
    false as "isWithdrawn", true as "isPublic", array['/learning/' || l.id] as addresses
  from ${PUBLIC.learningPoint} l join ${PUBLIC.review} r on r.id = l.review_id
  join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where r.slug = $1 and l.anchor = $2`;
