import type { EntityManager } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import type { UseKind } from './reach.js';
import type { UsedRecord } from './reach.model.js';

interface PublicRecord extends UsedRecord {
  id: string;
}

/** @returns null where there is no such record that the public sees */
export async function publicRecord(
  asking: EntityManager,
  kind: UseKind,
  slug: string,
): Promise<PublicRecord | null> {
  const [row] = await asking.query<PublicRecord[]>(`${RECORDS[kind]} where r.slug = $1`, [slug]);
  return row ?? null;
}

/** What there is of these that the public sees, by id. */
export async function publicRecords(
  asking: EntityManager,
  ids: readonly string[],
): Promise<Map<string, UsedRecord>> {
  const each = Object.values(RECORDS).map((records) => `${records} where r.id = any($1::uuid[])`);
  const rows = await asking.query<PublicRecord[]>(each.join(' union all '), [ids]);
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}

const RECORDS: Readonly<Record<UseKind, string>> = {
  review: `select r.id, r.slug, concat_ws(', ', r.label, p.name) as name
    from ${PUBLIC.review} r left join ${PUBLIC.publisher} p on p.id = r.publisher_id`,
  theme: `select r.id, r.slug, r.label as name from ${PUBLIC.theme} r`,
  briefing: `select r.id, r.slug, r.title as name from ${PUBLIC.briefing} r`,
};
