import { isUuid } from '../platform/http/listing/address.js';
import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnFromReview } from '../publishing/withdrawable.js';

/** One recommendation: its review stays. */
export const WITHDRAWABLE_RECOMMENDATION: WithdrawableNoun = {
  kind: 'recommendation',
  address: /^\/recommendations\/([^/#]+)$/,
  find: async (manager, [id = '']) => (isUuid(id) ? await firstRecord(manager, RECOMMENDATION, [id]) : null),
  ...withdrawnFromReview('recommendation'),
};

// Of a review that is not seen, nothing is said: not even its label.
const RECOMMENDATION = `
  select c.id, concat_ws(': ', r.label, 'recommendation' || coalesce(' ' || c.number, '')) as label,
    p.name as publisher, false as "isDraft", c.withdrawn_at is not null as "isWithdrawn",
    seen.id is not null as "isPublic", array['/recommendations/' || c.id] as addresses
  from recommendation c left join ${PUBLIC.recommendation} seen on seen.id = c.id
  left join ${PUBLIC.review} r on r.id = c.review_id left join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where c.id = $1`;
