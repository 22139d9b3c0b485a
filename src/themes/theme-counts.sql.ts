import { PUBLIC } from '../publishing/audience.js';
import { asJsonObject } from '../publishing/record.sql.js';
import type { ChoiceStatement } from '../publishing/filter-choices.js';

/** The names of counts, each with its older name and what is counted under it here. */
const COUNTS = [
  ['reviewCount', 'reviews', 'reviews'],
  ['learningPointCount', 'learningPoints', 'points'],
  ['recommendationCount', 'recommendations', 'recommendations'],
  ['briefingCount', 'briefings', 'briefings'],
  ['resourceCount', 'resources', 'resources'],
] as const;

/** `ThemeCounts`. @param count SQL: how many of what is counted so */
const countsAsJson = (count: (counted: (typeof COUNTS)[number][2]) => string): string =>
  asJsonObject(
    Object.fromEntries(
      COUNTS.flatMap(([name, older, counted]) => [
        [name, count(counted)],
        [older, count(counted)],
      ]),
    ),
  );

/** The `ThemeCounts` of one theme as JSON, given a list of the ids of its family. */
export const themeCounts = (family: string): string => `(
  select ${countsAsJson((counted) => `of_theme.${counted}`)} from (
    select count(distinct tag.review_id) as reviews,
      count(*) filter (where tag.noun = 'learning-point') as points,
      count(distinct tag.record_id) filter (where tag.noun = 'recommendation') as recommendations,
      count(distinct tag.record_id) filter (where tag.noun = 'briefing') as briefings,
      count(distinct tag.record_id) filter (where tag.noun = 'resource') as resources
    from ${PUBLIC.themeTag} tag where tag.theme_id = any(${family})) as of_theme)`;

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
 * The themes that a list can be filtered by: of each row those that it carries, and all above them.
 * @param of which uses are those of the row with an id, as a condition on `tag`: see `themeTag` in publishing/audience.ts
 */
export const themeChoice = (of: (id: string) => string): ChoiceStatement => ({
  value: 'meant.slug',
  label: 'meant.label',
  join: (id) => `join ${PUBLIC.themeTag} tag on ${of(id)} join (
    with ${COUNTED_THEMES}, named as materialized (
      select id, slug, label from ${PUBLIC.theme} where replaced_by_id is null)
    select counted.theme_id, named.slug, named.label from counted join named on named.id = counted.for_id
  ) as meant on meant.theme_id = tag.theme_id`,
});

const recordsOf = (noun: string): string => `
    select for_id, count(distinct record_id)::int as n from tagged join counted using (theme_id)
    where noun = '${noun}' group by for_id`;

/**
 * The `ThemeCounts` of every theme at once, as `counts (theme_id, …)`: the last of several `with` queries.
 * A record counts once for its theme, for each theme above it, and for what replaced one of these.
 */
export const ALL_THEME_COUNTS = `
  ${COUNTED_THEMES}, tagged as materialized (
    select theme_id, noun, record_id, review_id from ${PUBLIC.themeTag}
  ), point as (
    select theme_id, review_id, count(*) filter (where noun = 'learning-point') as points
    from tagged where noun in ('learning-point', 'theme-named') group by theme_id, review_id
  ), points as (
    select for_id, sum(points)::int as n from point join counted using (theme_id) group by for_id
  ), reviews as (
    select for_id, count(distinct review_id)::int as n
    from (select theme_id, review_id from point
          union select theme_id, review_id from tagged where noun = 'recommendation') as carries
    join counted using (theme_id) group by for_id
  ), recommendations as (${recordsOf('recommendation')}
  ), briefings as (${recordsOf('briefing')}
  ), resources as (${recordsOf('resource')}
  ), counts as (
    select t.id as theme_id, ${countsAsJson((counted) => `coalesce(${counted}.n, 0)`)} as counts
    from theme t
    left join reviews on reviews.for_id = t.id
    left join points on points.for_id = t.id
    left join recommendations on recommendations.for_id = t.id
    left join briefings on briefings.for_id = t.id
    left join resources on resources.for_id = t.id
  )`;
