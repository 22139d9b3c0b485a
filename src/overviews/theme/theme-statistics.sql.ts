import { PUBLIC } from '../../publishing/audience.js';
import { FIRST_DAY_OUT, reviewsOn, SURELY_OUT } from '../../reviews/review.sql.js';
import { COUNTED_THEMES } from '../../themes/theme-counts.sql.js';

/**
 * What the reviews on a theme say in numbers, given the ids of its family ($1) and its slug ($2), as one row:
 *
 * - `years`: of every year the reviews that carry one of the themes, all reviews, and the day from which on the newest one
 *   with the theme may have been out; the last, without a year, is of those whose year is not known;
 * - `together`: the other themes of these reviews, with how many of them carry each, also by what is narrower. Neither the
 *   family itself nor what is above the theme is among them;
 * - `recommendedBy`: how many recommendations on one of the themes had surely been published by which day, oldest first;
 *   those of reviews without any date are left out.
 */
export const COUNTED_IN_REVIEWS = `
  with ${COUNTED_THEMES}, carrying as materialized (${reviewsOn('$1')}),
  years as (
    select r.year, count(carrying.review_id)::int as reviews, count(*)::int as "allReviews",
      (max(${FIRST_DAY_OUT}) filter (where carrying.review_id is not null))::text as newest
    from ${PUBLIC.review} r left join carrying on carrying.review_id = r.id group by r.year
  ), tagged as (
    select distinct tag.review_id, tag.theme_id from ${PUBLIC.themeTag} tag join carrying using (review_id)
    where tag.theme_id <> all($1)
  ), together as (
    select for_id, count(distinct review_id)::int as reviews from tagged join counted using (theme_id)
    where for_id not in (select c.for_id from counted c join ${PUBLIC.theme} own on own.id = c.theme_id where own.slug = $2)
    group by for_id
  ), found as (
    select t.slug, together.reviews from together join ${PUBLIC.acceptedTheme} t on t.id = together.for_id
    where t.replaced_by_id is null
  ), recommended as (
    select ${SURELY_OUT}::text as day, min(r.year) as year, count(distinct tag.record_id)::int as recommendations
    from ${PUBLIC.themeTag} tag join ${PUBLIC.review} r on r.id = tag.review_id
    where ${FIRST_DAY_OUT} is not null and tag.noun = 'recommendation' and tag.theme_id = any($1)
    group by ${SURELY_OUT}
  )
  select (select coalesce(json_agg(years order by year), '[]'::json) from years) as years,
    (select coalesce(json_agg(found), '[]'::json) from found) as together,
    (select coalesce(json_agg(recommended order by day), '[]'::json) from recommended) as "recommendedBy"`;

/** Was review `r` surely published on one of these days or after it? */
export const publishedSince = (placeholder: string): string =>
  `${FIRST_DAY_OUT} >= any(${placeholder}::date[])`;

/** The first day on which review `r` may have been published, as YYYY-MM-DD. */
export const MAY_BE_OUT = `${FIRST_DAY_OUT}::text`;
