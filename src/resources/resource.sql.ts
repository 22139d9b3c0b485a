import { partialDate } from '../database/partial-date.sql.js';
import { themeRefs } from '../themes/theme.sql.js';

/** The orders of the list of resources. */
export const RESOURCE_SORTS = {
  title: 'lower(s.title), s.slug',
  publishedOn: 's.published_on asc nulls last, s.slug',
  '-publishedOn': 's.published_on desc nulls last, s.slug',
  startsOn: 's.starts_on collate "C" asc nulls last, s.slug',
  '-startsOn': 's.starts_on collate "C" desc nulls last, s.slug',
} as const;
export type ResourceSort = keyof typeof RESOURCE_SORTS;

/** The columns of a `ResourceSummary`, of `resource s left join partnership p`. */
export const RESOURCE_COLUMNS = `s.slug, '/resources/' || s.slug as url, s.title, s.type,
  p.name as publisher, p.slug as "publisherSlug", s.description, s.starts_on as "startsOn", s.ends_on as "endsOn",
  ${partialDate('s', 'published')} as "publishedOn", ${partialDate('s', 'relayed')} as "relayedOn",
  ${themeRefs('select st.theme_id from resource_theme st where st.resource_id = s.id')} as themes, s.url as link`;
