import { partialDate } from '../platform/dates/partial-date.sql.js';
import { asColumns, attributionOf, recordFields, rightsOf } from '../publishing/record.sql.js';
import { themesOf } from '../themes/theme.sql.js';

/** “#LookCloser” stands among the titles that begin with L, and so does what begins with a quotation mark. */
const TITLE = `lower(regexp_replace(s.title, '^[^[:alnum:]]+', ''))`;

/** What clocks in the United Kingdom show now, as times are written: `YYYY-MM-DDTHH:MM`. */
const NOW = `to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI')`;

/** Times as they are written compare as text. Of an end of which only the day is known, only the day is compared. */
const PAST = `coalesce(
  coalesce(s.ends_on, s.starts_on) collate "C" < left(${NOW}, length(coalesce(s.ends_on, s.starts_on))), false)`;

/** What is to come, the next first; what has no time, by title; what has taken place, the last first. */
const USEFUL_FIRST = `case when ${PAST} then 3 when s.starts_on is null and s.ends_on is null then 2 else 1 end,
  case when not ${PAST} then coalesce(s.starts_on, s.ends_on) end collate "C" asc nulls last,
  case when ${PAST} then coalesce(s.starts_on, s.ends_on) end collate "C" desc nulls last, ${TITLE}, s.slug`;

/** The orders of the list of resources. */
export const RESOURCE_SORTS = {
  upcoming: USEFUL_FIRST,
  title: `${TITLE}, s.slug`,
  publishedOn: 's.published_on asc nulls last, s.slug',
  '-publishedOn': 's.published_on desc nulls last, s.slug',
  startsOn: 's.starts_on collate "C" asc nulls last, s.slug',
  '-startsOn': 's.starts_on collate "C" desc nulls last, s.slug',
  publisher: `lower(p.name) asc nulls last, ${TITLE}, s.slug`,
} as const;
export type ResourceSort = keyof typeof RESOURCE_SORTS;

/** What every record has, of a resource `s` and its publisher `p`. */
export const RESOURCE_RECORD = recordFields({
  kind: 'resource',
  id: 's.id',
  slug: 's.slug',
  url: `'/resources/' || s.slug`,
  api: `'/resources/' || s.slug`,
  rights: rightsOf('resource', 'p.name'),
  attribution: attributionOf({ publisher: 'p.name', title: 's.title', summarised: 's.summarised' }),
  otherwise: 's.visible_from',
});

/** The columns of a `ResourceSummary`, of a resource `s` and its publisher `p`. */
export const RESOURCE_COLUMNS = `${asColumns(RESOURCE_RECORD)}, s.title, s.type,
  p.name as publisher, p.slug as "publisherSlug", s.description, s.starts_on as "startsOn", s.ends_on as "endsOn",
  ${PAST} as past,
  ${partialDate('s', 'published')} as "publishedOn", ${partialDate('s', 'relayed')} as "relayedOn",
  ${themesOf(`tag.noun = 'resource' and tag.record_id = s.id`)} as themes, s.url as link,
  s.summarised as "summaryByLibrary"`;
