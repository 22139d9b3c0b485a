/** The name of a theme's place on the page of a review: the theme's slug, and a number where it comes again. */
const ANCHOR = `t.slug || (
  select case count(*) when 0 then '' else '-' || count(*) + 1 end from learning_point earlier
  where earlier.review_id = l.review_id and earlier.theme_id = l.theme_id
    and (earlier.position, earlier.id) < (l.position, l.id))`;

/** The columns of a `LearningPoint`, of `learning_point l join theme t join review r`. */
export const LEARNING_POINT_COLUMNS = `l.id, '/reviews/' || r.slug || '#' || ${ANCHOR} as url,
  json_build_object('slug', t.slug, 'label', t.label) as theme, ${ANCHOR} as anchor, l.kind, l.statement, l.phrase,
  l.pages`;
