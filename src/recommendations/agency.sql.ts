import { PUBLIC } from '../publishing/audience.js';
import { asColumns, recordFields } from '../publishing/record.sql.js';

/** What every record has, of an agency `a`. Its page is the list of what is asked of it. */
const AGENCY_RECORD = recordFields({
  kind: 'agency',
  id: 'a.id',
  slug: 'a.slug',
  url: `'/recommendations?agency=' || a.slug`,
  api: `'/agencies/' || a.slug`,
  rights: `'A name, as reviews use it.'`,
  attribution: 'a.name',
});

const ASKED = `(select count(*)::int from ${PUBLIC.addressee} asked where asked.slug = a.slug)`;

/** The orders of the list of agencies. */
export const AGENCY_SORTS = {
  name: 'lower(a.name), a.slug',
  '-name': 'lower(a.name) desc, a.slug',
  recommendationCount: `${ASKED}, lower(a.name), a.slug`,
  '-recommendationCount': `${ASKED} desc, lower(a.name), a.slug`,
} as const;
export type AgencySort = keyof typeof AGENCY_SORTS;

/** The columns of an `AskedAgency`, of an agency `a`. */
export const AGENCY_COLUMNS = `${asColumns(AGENCY_RECORD)}, a.name, ${ASKED} as "recommendationCount"`;
