import type { EntityManager } from 'typeorm';

/** Whoever leads an agency that turns out to be another one leads that one. Ids in pairs, by their place. */
export async function moveAgencyLeads(manager: EntityManager, from: string[], into: string[]): Promise<void> {
  await manager.query(
    `update role_holding h set agency_id = m.into_id
     from unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id) where h.agency_id = m.from_id`,
    [from, into],
  );
}
