import { partialDate } from '../platform/dates/partial-date.sql.js';
import { namesOf } from '../platform/text/coded-fields.js';
import { REVIEW_CODES, type ReviewCodes } from './review.js';
import { PUBLISHER_CHOICE } from '../partnerships/publisher.sql.js';
import type { ChoiceStatement } from '../publishing/filter-choices.js';
import type { Conditions } from '../platform/postgres/conditions.js';
import type { ReviewCodeFilters } from './api/review-code-filters.dto.js';
import { themesOf } from '../themes/theme.sql.js';
import { teaches } from './learning.sql.js';
import { REVIEW_RIGHTS, reviewAttribution } from './review-rights.sql.js';
import { PUBLIC } from '../publishing/audience.js';
import { asColumns, asJsonObject, recordFields } from '../publishing/record.sql.js';

/** What every record has, of a review `r` and its publisher `p`. */
export const REVIEW_RECORD = recordFields({
  kind: 'review',
  id: 'r.id',
  slug: 'r.slug',
  url: `'/reviews/' || r.slug`,
  api: `'/reviews/' || r.slug`,
  rights: REVIEW_RIGHTS,
  attribution: reviewAttribution(),
  otherwise: 'r.visible_from',
});

/** How a review is named, of the same. */
const NAMED = {
  reference: 'r.reference',
  label: 'r.label',
  title: 'r.title',
  publisher: 'p.name',
  ...Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, `r.${name}`])),
  publishedOn: partialDate('r', 'published'),
};

/** The columns of a `NamedReview`, of the same. */
const REF = { ...REVIEW_RECORD, ...NAMED, summaryByLibrary: 'r.summarised' };
export const REVIEW_REF_COLUMNS = asColumns(REF);

const { updatedAt: _, ...UNCHANGED } = REF;

/** A `ReviewRef` as JSON. */
export const REVIEW_REF = asJsonObject(UNCHANGED);

/** By its names alone, as JSON: for what says itself all that every record has. */
export const REVIEW_NAMES = asJsonObject({ slug: 'r.slug', ...NAMED });

/** Published reviews with their publishers. */
export const REVIEWS = `${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id`;

/** The themes of a review: those of its learning points, those it names and those of its recommendations. */
export const REVIEW_THEMES = themesOf('tag.review_id = r.id');

/** A subquery of the ids of the reviews that carry one of these themes, each once. */
export const reviewsOn = (themeIds: string): string =>
  `select distinct tag.review_id from ${PUBLIC.themeTag} tag
   where tag.review_id is not null and tag.theme_id = any(${themeIds})`;

/** Does the review carry one of these themes? (`distinct`: with repeats it is twenty times slower.) */
export const onThemes = (themeIds: string): string => `r.id in (${reviewsOn(themeIds)})`;

/** Newest first; those without a date last, in a steady order. */
export const NEWEST_REVIEW = 'r.published_on desc nulls last, r.slug';
export const OLDEST_REVIEW = 'r.published_on asc nulls last, r.slug';

/** What lists of reviews, and of what reviews ask for, can be filtered by: of `review r` and its publisher `p`. */
export const REVIEW_CHOICES = {
  ...(Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, { value: `r.${name}` }])) as Record<
    keyof ReviewCodes,
    ChoiceStatement
  >),
  year: { value: 'r.year' },
  publisher: PUBLISHER_CHOICE,
};

/** The orders of the list of reviews. */
export const REVIEW_SORTS = {
  publishedOn: OLDEST_REVIEW,
  '-publishedOn': NEWEST_REVIEW,
  label: 'lower(r.label), r.slug',
  title: 'lower(r.title), r.slug',
  publisher: `lower(p.name), ${NEWEST_REVIEW}`,
} as const;
export type ReviewSort = keyof typeof REVIEW_SORTS;

/** The columns of a `ReviewSummary` without those that are called by older names as well, of a review `r` and its publisher `p`. */
export const REVIEW_SUMMARY_COLUMNS = `${REVIEW_REF_COLUMNS}, p.slug as "publisherSlug",
  ${partialDate('r', 'relayed')} as "relayedOn", r.summary, ${REVIEW_THEMES} as themes,
  (select count(*)::int from ${PUBLIC.learningPoint} l where l.review_id = r.id and ${teaches('l')}) as "learningPointCount",
  (select count(*)::int from ${PUBLIC.recommendation} c where c.review_id = r.id) as "recommendationCount"`;

/** The coded fields of `review r` as columns, for a list of columns. */
export const REVIEW_CODE_COLUMNS = namesOf(REVIEW_CODES)
  .map((name) => `r.${name}`)
  .join(', ');

/** Narrows a list by the coded fields of `review r` that a query asks for. */
export function withReviewCodes(conditions: Conditions, query: ReviewCodeFilters): Conditions {
  for (const name of namesOf(REVIEW_CODES))
    conditions.filter(query[name], (codes) => `r.${name} = any(${codes})`);
  return conditions;
}

/**
 * The first day on which review `r` may have been published, and the first day on which it surely had been: all that is
 * known where the date is a month or a year. Null where nothing is known.
 */
export const FIRST_DAY_OUT = `coalesce(r.published_on, make_date(r.year, 1, 1))`;
export const SURELY_OUT = `(${FIRST_DAY_OUT} + ('1 ' || coalesce(r.published_precision, 'year'))::interval)::date`;
