import { partialDate } from '../platform/dates/partial-date.sql.js';
import { asColumns, attributionOf, recordFields, rightsOf } from '../publishing/record.sql.js';
import { themesOf } from '../themes/theme.sql.js';

/** The orders of the list of briefings. */
export const BRIEFING_SORTS = {
  publishedOn: 'b.published_on asc nulls last, b.slug',
  '-publishedOn': 'b.published_on desc nulls last, b.slug',
  title: 'lower(b.title), b.slug',
  publisher: 'lower(p.name) asc nulls last, b.published_on desc nulls last, b.slug',
} as const;
export type BriefingSort = keyof typeof BRIEFING_SORTS;

/** What every record has, of a briefing `b` and its publisher `p`. */
export const BRIEFING_RECORD = recordFields({
  kind: 'briefing',
  id: 'b.id',
  slug: 'b.slug',
  url: `'/briefings/' || b.slug`,
  api: `'/briefings/' || b.slug`,
  rights: rightsOf('briefing', 'p.name'),
  attribution: attributionOf({ publisher: 'p.name', title: 'b.title', summarised: 'b.summarised' }),
  otherwise: 'b.visible_from',
});

/** The columns of a `BriefingSummary`, of a briefing `b` and its publisher `p`. */
export const BRIEFING_COLUMNS = `${asColumns(BRIEFING_RECORD)}, b.title, b.type,
  p.name as publisher, p.slug as "publisherSlug",
  ${partialDate('b', 'published')} as "publishedOn", ${partialDate('b', 'relayed')} as "relayedOn",
  ${themesOf(`tag.noun = 'briefing' and tag.record_id = b.id`)} as themes, b.url as link,
  b.summarised as "summaryByLibrary"`;
