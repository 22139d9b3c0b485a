import { PUBLIC } from '../publishing/audience.js';
import { asColumns, recordFields } from '../publishing/record.sql.js';
import { sourceLinks } from '../publishing/sources.sql.js';

/** The orders of the list of partnerships. */
export const PARTNERSHIP_SORTS = {
  name: 'lower(p.name) asc, p.slug',
  '-name': 'lower(p.name) desc, p.slug',
} as const;
export type PartnershipSort = keyof typeof PARTNERSHIP_SORTS;

/** What every record has, of `partnership p`. Its page is the list of its reviews. */
const PARTNERSHIP_RECORD = recordFields({
  kind: 'partnership',
  id: 'p.id',
  slug: 'p.slug',
  url: `'/reviews?publisher=' || p.slug`,
  api: `'/partnerships/' || p.slug`,
  rights: `'Copyright of what ' || p.name || ' publishes stays with it.'`,
  attribution: 'p.name',
});

/** The columns of a `PartnershipSummary`, of `partnership p`. */
export const PARTNERSHIP_COLUMNS = `${asColumns(PARTNERSHIP_RECORD)}, p.name, p.type, p.website as link, p.website`;

/** A partnership's contact lines in their order, as JSON. */
const CONTACT_LINES = `(select coalesce(json_agg(json_build_object('about', c.about, 'audience', c.audience,
    'team', c.team, 'phone', c.phone) order by c.position, c.id), '[]'::json)
  from contact_line c where c.partnership_id = p.id)`;

/** Partnerships `p`, each as a `PartnershipDetail`. */
export const PARTNERSHIP_DETAIL = `select ${PARTNERSHIP_COLUMNS}, ${CONTACT_LINES} as contacts, ${sourceLinks('p')} as sources
  from ${PUBLIC.partnership} p`;

/**
 * The partnership whose contact lines every page shows: that which was chosen to be the library's own, even where it has
 * none yet, for nobody is to call another one's; where none was chosen this one, else the first by name that has any.
 */
export const WITH_CONTACT_LINES = (slug: string): string => `${PARTNERSHIP_DETAIL}
  where exists (select 1 from contact_line c where c.partnership_id = p.id)
    and p.id = coalesce((select partnership_id from own_partnership), p.id)
  order by p.slug = ${slug} desc, ${PARTNERSHIP_SORTS.name} limit 1`;
