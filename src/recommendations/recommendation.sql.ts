import { PUBLIC } from '../publishing/audience.js';
import { asColumns, recordFields } from '../publishing/record.sql.js';
import { REVIEW_RIGHTS, reviewAttribution } from '../reviews/review-rights.sql.js';
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

/** Published recommendations `c` with their reviews `r` and their publishers `p`. */
export const RECOMMENDATIONS_OF_REVIEWS = `${PUBLIC.recommendation} c join ${PUBLIC.review} r on r.id = c.review_id
  join ${PUBLIC.publisher} p on p.id = r.publisher_id`;

/** What every record has, of `RECOMMENDATIONS_OF_REVIEWS`. */
export const RECOMMENDATION_RECORD = recordFields({
  kind: 'recommendation',
  id: 'c.id',
  slug: `substr(c.path, ${'/recommendations/'.length + 1})`,
  url: 'c.path',
  // Numbers may change: an id does not.
  api: `'/recommendations/' || c.id`,
  rights: REVIEW_RIGHTS,
  attribution: reviewAttribution(`concat_ws(' ', 'Recommendation', c.number) || ' of '`),
  otherwise: 'r.visible_from',
});

/** The columns of a `ReviewRecommendation`, of `RECOMMENDATIONS_OF_REVIEWS`. */
export const RECOMMENDATION_COLUMNS = `${asColumns(RECOMMENDATION_RECORD)}, c.number, c.text, c.scope,
  (select coalesce(json_agg(json_build_object('slug', a.slug, 'name', a.name) order by lower(a.name), a.slug), '[]'::json)
     from ${PUBLIC.addressee} a where a.recommendation_id = c.id) as addressees,
  ${themesOf(`tag.noun = 'recommendation' and tag.record_id = c.id`)} as themes,
  (select coalesce(json_agg(json_build_object('partnership', o.partnership, 'partnershipName', o.partnership_name,
       'publicLine', o.public_line, 'responses', o.responses, 'delivery', o.delivery, 'judgement', o.judgement,
       'impact', o.impact, 'impactClaimed', o.impact_claimed, 'updatedOn', o.released_on)
       order by lower(o.partnership_name), o.partnership), '[]'::json)
     from ${PUBLIC.progress} o where o.recommendation_id = c.id) as progress`;
