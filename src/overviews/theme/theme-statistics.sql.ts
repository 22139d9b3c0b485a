import { published } from '../../publishing/published.js';
import { reviewsOn } from '../../reviews/review.sql.js';
import { COUNTED_THEMES } from '../../themes/theme-counts.sql.js';

/**
 * The first day on which a review may have been published, and the first day on which it surely had been: all that is
 * known where the date is a month or a year. Null where nothing is known.
 */
const mayBeOut = `coalesce(r.published_on, make_date(r.year, 1, 1))`;
const isOut = `(${mayBeOut} + ('1 ' || coalesce(r.published_precision, 'year'))::interval)::date`;

/**
 * Of every year: the reviews that carry one of the themes $1, all reviews, and the day from which on the newest one with
 * the theme may have been out. The last row, without a year, is of those whose year is not known.
 */
export const REVIEWS_A_YEAR = `
  select r.year, count(carrying.review_id)::int as reviews, count(*)::int as "allReviews",
    (max(${mayBeOut}) filter (where carrying.review_id is not null))::text as newest
  from review r left join (${reviewsOn('$1')}) as carrying on carrying.review_id = r.id
  where ${published('r')} group by r.year order by r.year`;

/**
 * The other themes of the reviews that carry one of the themes $1 (a family), with how many of these reviews carry each:
 * also by what is narrower. Neither the family itself nor what is above the theme $2 is among them.
 */
export const FOUND_TOGETHER = `
  with ${COUNTED_THEMES}, carrying as materialized (
    select r.id as review_id from review r join (${reviewsOn('$1')}) as tagged on tagged.review_id = r.id
    where ${published('r')}
  ), tagged as (
    select l.review_id, l.theme_id from learning_point l join carrying using (review_id)
    where l.theme_id <> all($1)
    union
    select c.review_id, ct.theme_id from recommendation c join carrying using (review_id)
    join recommendation_theme ct on ct.recommendation_id = c.id where ct.theme_id <> all($1)
  ), together as (
    select for_id, count(distinct review_id)::int as reviews from tagged join counted using (theme_id)
    where for_id not in (select c.for_id from counted c join theme own on own.id = c.theme_id where own.slug = $2)
    group by for_id
  )
  select t.slug, together.reviews from together join theme t on t.id = together.for_id
  where t.status = 'accepted' and t.replaced_by_id is null`;

/**
 * How many recommendations on one of the themes $1 had surely been published by which day, oldest first; those of reviews
 * without any date are left out.
 */
export const RECOMMENDED_BY = `
  select ${isOut}::text as day, min(r.year) as year, count(*)::int as recommendations
  from recommendation c join review r on r.id = c.review_id
  where ${published('r')} and ${mayBeOut} is not null
    and c.id in (select ct.recommendation_id from recommendation_theme ct where ct.theme_id = any($1))
  group by ${isOut} order by ${isOut}`;

/** Was review `r` surely published on one of these days or after it? */
export const publishedSince = (placeholder: string): string => `${mayBeOut} >= any(${placeholder}::date[])`;

/** The first day on which review `r` may have been published, as YYYY-MM-DD. */
export const MAY_BE_OUT = `${mayBeOut}::text`;
