import { PUBLIC } from '../publishing/audience.js';
import { asColumns, recordFields, updatedAt } from '../publishing/record.sql.js';
import { REVIEW_RIGHTS, reviewAttribution } from './review-rights.sql.js';

/** Does it teach anything? A theme that the review only names does not: it is shown apart, and never counted. */
export const teaches = (alias: string): string => `${alias}.kind <> 'theme-named'`;

/** Of which review and theme learning points are or were, also those that their source has no more, for who follows them. */
export const OWN_POINTS = `(select l.id, l.review_id, l.theme_id from learning_point l)`;

/** Of one review in its order. */
const PLACE = 'r.slug, l.position, l.id';

/** Published learning points `l` with their reviews `r` and their publishers `p`. */
export const LEARNING_POINTS = `${PUBLIC.learningPoint} l join ${PUBLIC.review} r on r.id = l.review_id
  join ${PUBLIC.publisher} p on p.id = r.publisher_id`;

/** The orders of the list of learning points. */
export const LEARNING_SORTS = {
  publishedOn: `r.published_on asc nulls last, ${PLACE}`,
  '-publishedOn': `r.published_on desc nulls last, ${PLACE}`,
  theme: `lower(l.theme_label), r.published_on desc nulls last, ${PLACE}`,
  publisher: `lower(p.name), r.published_on desc nulls last, ${PLACE}`,
} as const;
export type LearningSort = keyof typeof LEARNING_SORTS;

/** What every record has, of `LEARNING_POINTS`. A theme that is only named changes with its review. */
export const LEARNING_POINT_RECORD = recordFields({
  kind: 'learning-point',
  id: 'l.id',
  slug: `r.slug || '#' || l.anchor`,
  url: `'/reviews/' || r.slug || '#' || l.anchor`,
  api: `'/learning/' || l.id`,
  rights: REVIEW_RIGHTS,
  attribution: reviewAttribution(`'Learning point from '`),
  otherwise: `${updatedAt('review', 'r.id')}, r.visible_from`,
});

/** The columns of a `LearningPoint`, of `LEARNING_POINTS`. */
export const LEARNING_POINT_COLUMNS = `${asColumns(LEARNING_POINT_RECORD)},
  json_build_object('slug', l.theme_slug, 'label', l.theme_label) as theme,
  l.anchor, l.kind as "learningKind", l.statement, l.phrase, l.pages`;
