import type { EntityManager } from 'typeorm';
import { newIds } from './record-id.js';

/** An SQL expression: what an import means for a staged record `s` whose row is `m`, if there is one. */
export const STAGED_STATE = `case when m.id is null then 'new' when m.imported_hash = s.hash then 'same' else 'changed' end`;

/**
 * Finds the rows that the staged records of a kind stand for; those that are new get an id.
 * @param identity SQL: when the row `t` is that of the staged record `s`
 */
export async function matchByIdentity(manager: EntityManager, kind: string, identity: string): Promise<void> {
  await manager.query(
    `update import_record s set target_id = m.id, state = ${STAGED_STATE}
       from (select s.seq, t.id, t.imported_hash from import_record s left join ${kind} t on ${identity}
              where s.kind = $1) m
      where s.seq = m.seq`,
    [kind],
  );
  await identifyNew(manager, kind);
}

/** Gives ids to the staged records of a kind that stand for no row: made from publisher, name and edition. */
export async function identifyNew(manager: EntityManager, kind: string): Promise<void> {
  const staged = await manager.query<
    { seq: number; publisher: string | null; name: string; edition: string | null }[]
  >(
    `select seq, publisher, name, edition from import_record where kind = $1 and target_id is null order by seq`,
    [kind],
  );
  if (staged.length === 0) return;
  const identities = staged.map(({ publisher, name, edition }) => [publisher, name, edition]);
  await manager.query(
    `update import_record s set target_id = m.id from unnest($1::int[], $2::uuid[]) as m(seq, id) where s.seq = m.seq`,
    [staged.map(({ seq }) => seq), await newIds(manager, kind, identities)],
  );
}
