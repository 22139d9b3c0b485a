import type { DataSource } from 'typeorm';

/**
 * Sees to it that the library is known by a name of its own, to which cursors are bound. One that was restored from a dump, or
 * copied into another database, is another one.
 * @param source as the owner of the tables
 */
export async function identifyLibrary(source: DataSource): Promise<void> {
  await source.transaction(async (manager) => {
    const found = await manager.query<unknown[]>(IS_SAME);
    if (found.length > 0) return;
    await manager.query('delete from touched_record');
    await manager.query(RENAME);
  });
}

// Of the server's files, and of the database in them.
const SYSTEM = `(select system_identifier || '/' || (select oid from pg_database where datname = current_database())
  from pg_control_system())`;

const IS_SAME = `select 1 from library_identity where system = ${SYSTEM}`;

const RENAME = `
  insert into library_identity (id, system) values (gen_random_uuid(), ${SYSTEM})
  on conflict (is_set) do update set id = excluded.id, system = excluded.system`;
