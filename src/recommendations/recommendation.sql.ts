import { PUBLIC } from '../publishing/audience.js';
import { NEWEST_REVIEW, OLDEST_REVIEW } from '../reviews/review.sql.js';
import { themesOf } from '../themes/theme.sql.js';

/** The orders of the list of recommendations. Numbers in their natural order: 2, 4, 4b, 10. */
export const RECOMMENDATION_SORTS = {
  publishedOn: `${OLDEST_REVIEW}, c.position, c.id`,
  '-publishedOn': `${NEWEST_REVIEW}, c.position, c.id`,
  agency: `(select min(lower(a.name)) from ${PUBLIC.addressee} a where a.recommendation_id = c.id) nulls last,
    ${NEWEST_REVIEW}, c.position, c.id`,
  number: `substring(c.number from '^[0-9]{1,9}')::int nulls last, c.number nulls last, ${NEWEST_REVIEW}, c.id`,
} as const;
export type RecommendationSort = keyof typeof RECOMMENDATION_SORTS;

/** The columns of a `ReviewRecommendation`, of `recommendation c`. */
export const RECOMMENDATION_COLUMNS = `c.id, c.path as url, c.number, c.text, c.scope,
  (select coalesce(json_agg(json_build_object('slug', a.slug, 'name', a.name) order by lower(a.name), a.slug), '[]'::json)
     from ${PUBLIC.addressee} a where a.recommendation_id = c.id) as addressees,
  ${themesOf(`tag.noun = 'recommendation' and tag.record_id = c.id`)} as themes,
  (select coalesce(json_agg(json_build_object('partnership', o.partnership, 'partnershipName', o.partnership_name,
       'publicLine', o.public_line, 'responses', o.responses, 'delivery', o.delivery, 'judgement', o.judgement,
       'impact', o.impact, 'impactClaimed', o.impact_claimed, 'updatedOn', o.released_on)
       order by lower(o.partnership_name), o.partnership), '[]'::json)
     from ${PUBLIC.progress} o where o.recommendation_id = c.id) as progress`;
