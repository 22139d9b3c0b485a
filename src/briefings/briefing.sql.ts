import { partialDate } from '../platform/dates/partial-date.sql.js';
import { themesOf } from '../themes/theme.sql.js';

/** The orders of the list of briefings. */
export const BRIEFING_SORTS = {
  publishedOn: 'b.published_on asc nulls last, b.slug',
  '-publishedOn': 'b.published_on desc nulls last, b.slug',
  title: 'lower(b.title), b.slug',
  publisher: 'lower(p.name) asc nulls last, b.published_on desc nulls last, b.slug',
} as const;
export type BriefingSort = keyof typeof BRIEFING_SORTS;

/** The columns of a `BriefingSummary`, of a briefing `b` and its publisher `p`. */
export const BRIEFING_COLUMNS = `b.slug, '/briefings/' || b.slug as url, b.title, b.type,
  p.name as publisher, p.slug as "publisherSlug",
  ${partialDate('b', 'published')} as "publishedOn", ${partialDate('b', 'relayed')} as "relayedOn",
  ${themesOf(`tag.noun = 'briefing' and tag.record_id = b.id`)} as themes, b.url as link,
  b.summarised as "summaryByLibrary"`;
