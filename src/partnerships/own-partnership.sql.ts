import { PUBLIC } from '../publishing/audience.js';

/** The id of the partnership that runs this library: as chosen on its pages, else by its slug (`PARTNERSHIP`). */
export const ownPartnershipId = (slug: string): string =>
  `coalesce((select partnership_id from own_partnership), (select id from ${PUBLIC.publisher} where slug = ${slug}))`;

/** Whether it was chosen, and has lines to call. */
export const HAS_OWN_CONTACT_LINES = `exists (
  select 1 from own_partnership o join contact_line c on c.partnership_id = o.partnership_id)`;
