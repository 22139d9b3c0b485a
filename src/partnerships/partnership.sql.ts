/** The orders of the list of partnerships. */
export const PARTNERSHIP_SORTS = {
  name: 'lower(p.name) asc, p.slug',
  '-name': 'lower(p.name) desc, p.slug',
} as const;
export type PartnershipSort = keyof typeof PARTNERSHIP_SORTS;

/** The columns of a `PartnershipSummary`, of `partnership p`. */
export const PARTNERSHIP_COLUMNS = `p.slug, '/reviews?publisher=' || p.slug as url, p.name, p.type, p.website`;

/** A partnership's contact lines in their order, as JSON. */
export const CONTACT_LINES = `(select coalesce(json_agg(json_build_object('about', c.about, 'audience', c.audience,
    'team', c.team, 'phone', c.phone) order by c.position, c.id), '[]'::json)
  from contact_line c where c.partnership_id = p.id)`;
