import { isSlug, isUuid } from '../platform/http/listing/address.js';
import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnFromReview } from '../publishing/withdrawable.js';

/** One recommendation: its review stays. Its address by id is the one that its tombstone goes by. */
export const WITHDRAWABLE_RECOMMENDATION: WithdrawableNoun = {
  kind: 'recommendation',
  address: /^\/recommendations\/([^#]+)$/,
  lasting: async (manager, [place = '']) => {
    const [review = '', key = '', ...more] = place.split('/');
    if (!isSlug(key) || more.length > 0) return null;
    const [found, ...others] = await manager.query<{ id: string }[]>(AT, [review, key.toLowerCase()]);
    return found && others.length === 0 ? `/recommendations/${found.id}` : null;
  },
  find: async (manager, [id = '']) => (isUuid(id) ? await firstRecord(manager, RECOMMENDATION, [id]) : null),
  ...withdrawnFromReview('recommendation'),
};

// What is withdrawn has no address of its own any more, but its number, or the beginning of its id.
const AT = `
  select c.id from recommendation c join ${PUBLIC.review} r on r.id = c.review_id
  where r.slug = $1 and c.left_source_at is null
    and (recommendation_key(c.number) = $2 or left(c.id::text, 8) = $2)`;

// Of a review that is not seen, nothing is said: not even its label.
const RECOMMENDATION = `
  select c.id, concat_ws(': ', r.label, 'recommendation' || coalesce(' ' || c.number, '')) as label,
    p.name as publisher, false as "isDraft", c.withdrawn_at is not null as "isWithdrawn",
    seen.id is not null as "isPublic", array_remove(array['/recommendations/' || c.id, seen.path], null) as addresses
  from recommendation c left join ${PUBLIC.recommendation} seen on seen.id = c.id
  left join ${PUBLIC.review} r on r.id = c.review_id left join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where c.id = $1`;
