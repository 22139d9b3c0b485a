/** Does it teach anything? A theme that the review only names does not: it is shown apart, and never counted. */
export const teaches = (alias: string): string => `${alias}.kind <> 'theme-named'`;

/** Of which review and theme learning points are or were, also those that their source has no more, for who follows them. */
export const OWN_POINTS = `(select l.id, l.review_id, l.theme_id from learning_point l)`;

/** The columns of a `LearningPoint`, of a published learning point `l` and its review `r`. */
export const LEARNING_POINT_COLUMNS = `l.id, '/reviews/' || r.slug || '#' || l.anchor as url,
  json_build_object('slug', l.theme_slug, 'label', l.theme_label) as theme,
  l.anchor, l.kind, l.statement, l.phrase, l.pages`;
