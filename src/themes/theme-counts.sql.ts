import { published } from '../publishing/published.js';
import { onThemes } from '../reviews/review.sql.js';

/** The `ThemeCounts` of one theme, given the ids of its family as $1. */
export const THEME_COUNTS = `
  select
    (select count(*)::int from review r where ${published('r')} and ${onThemes('$1')}) as reviews,
    (select count(*)::int from learning_point l join review r on r.id = l.review_id
     where l.theme_id = any($1) and ${published('r')}) as "learningPoints",
    (select count(*)::int from recommendation c join review r on r.id = c.review_id
     where ${published('r')} and c.id in (select recommendation_id from recommendation_theme where theme_id = any($1)))
      as recommendations,
    (select count(*)::int from briefing b
     where ${published('b')} and b.id in (select briefing_id from briefing_theme where theme_id = any($1))) as briefings,
    (select count(*)::int from resource s
     where ${published('s')} and s.id in (select resource_id from resource_theme where theme_id = any($1))) as resources`;

/**
 * Which theme counts for which: `counted (theme_id, for_id)`, the first of several `with` queries. A theme counts for
 * itself, for each theme above it, and for what replaced one of these.
 */
export const COUNTED_THEMES = `recursive counted (theme_id, for_id) as (
    select id, id from theme
    union
    select counted.theme_id, above.id
    from counted join theme t on t.id = counted.for_id
    cross join lateral (values (t.broader_id), (t.replaced_by_id)) as above (id)
    where above.id is not null
  )`;

/**
 * The `ThemeCounts` of every theme at once, as `counts (theme_id, …)`: the last of several `with` queries.
 * A record counts once for its theme, for each theme above it, and for what replaced one of these.
 */
export const ALL_THEME_COUNTS = `
  ${COUNTED_THEMES}, point as (
    select l.theme_id, l.review_id, count(*) as points
    from learning_point l join review r on r.id = l.review_id where ${published('r')}
    group by l.theme_id, l.review_id
  ), recommended as (
    select ct.theme_id, c.id, c.review_id
    from recommendation_theme ct join recommendation c on c.id = ct.recommendation_id
    join review r on r.id = c.review_id where ${published('r')}
  ), points as (
    select for_id, sum(points)::int as n from point join counted using (theme_id) group by for_id
  ), reviews as (
    select for_id, count(distinct review_id)::int as n
    from (select theme_id, review_id from point union select theme_id, review_id from recommended) as carries
    join counted using (theme_id) group by for_id
  ), recommendations as (
    select for_id, count(distinct recommended.id)::int as n
    from recommended join counted using (theme_id) group by for_id
  ), briefings as (
    select for_id, count(distinct b.id)::int as n from briefing_theme bt join briefing b on b.id = bt.briefing_id
    join counted using (theme_id) where ${published('b')} group by for_id
  ), resources as (
    select for_id, count(distinct s.id)::int as n from resource_theme st join resource s on s.id = st.resource_id
    join counted using (theme_id) where ${published('s')} group by for_id
  ), counts as (
    select t.id as theme_id, json_build_object('reviews', coalesce(reviews.n, 0),
      'learningPoints', coalesce(points.n, 0), 'recommendations', coalesce(recommendations.n, 0),
      'briefings', coalesce(briefings.n, 0), 'resources', coalesce(resources.n, 0)) as counts
    from theme t
    left join reviews on reviews.for_id = t.id
    left join points on points.for_id = t.id
    left join recommendations on recommendations.for_id = t.id
    left join briefings on briefings.for_id = t.id
    left join resources on resources.for_id = t.id
  )`;
