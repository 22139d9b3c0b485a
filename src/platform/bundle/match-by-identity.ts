import type { EntityManager } from 'typeorm';

/** An SQL expression: what an import means for a staged record `s` whose row is `m`, if there is one. */
export const STAGED_STATE = `case when m.id is null then 'new' when m.imported_hash = s.hash then 'same' else 'changed' end`;

/**
 * Finds the rows that the staged records of a kind stand for; those that are new get an id.
 * @param identity SQL: when the row `t` is that of the staged record `s`
 */
export async function matchByIdentity(manager: EntityManager, kind: string, identity: string): Promise<void> {
  await manager.query(
    `update import_record s set target_id = coalesce(m.id, gen_random_uuid()), state = ${STAGED_STATE}
       from (select s.seq, t.id, t.imported_hash from import_record s left join ${kind} t on ${identity}
              where s.kind = $1) m
      where s.seq = m.seq`,
    [kind],
  );
}
