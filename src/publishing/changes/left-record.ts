import type { Queryable } from '../../platform/postgres/items-by-id.js';
import { isSlug, isUuid } from '../../platform/http/listing/address.js';
import { PUBLIC } from '../audience.js';
import { recordAt } from './api-path.js';
import type { PublicKind } from './public-kinds.js';

/** A record that the public has seen and does not see any more. */
export interface LeftRecord {
  kind: PublicKind;
  /** Name of who published it, if anything of theirs is public. */
  publisher: string | null;
  /** `YYYY-MM-DD`: the last day on which it changed. */
  leftOn: string;
}

/**
 * What the public saw at an address, and does not see any more: by whichever way it left, also without anybody's withdrawing it.
 * @param address with a slug, or an id in its place: `/recommendations/…`; of a part its place on the page: `/reviews/…#…`
 */
export async function leftRecord(on: Queryable, address: string): Promise<LeftRecord | undefined> {
  const at = recordAt(address);
  if (!at || !isSlug(at.name)) return undefined;
  const { kind, name } = at;
  const [left] = await on.query<LeftRecord[]>(isUuid(name) ? BY_ID : BY_SLUG, [kind, name]);
  return left;
}

const leftBy = (name: string): string => `
  select p.kind, o.name as publisher, to_char(p.updated_at at time zone 'Europe/London', 'YYYY-MM-DD') as "leftOn"
  from published_record p left join ${PUBLIC.publisher} o on o.id = p.publisher_id
  where p.kind = $1 and ${name} = $2 and not p.is_public order by p.updated_at desc limit 1`;
const BY_ID = leftBy('p.record_id');
const BY_SLUG = leftBy('p.slug');
