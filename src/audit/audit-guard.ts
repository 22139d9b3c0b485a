import type { DataSource } from 'typeorm';

/** Whether the role that the library works as is kept from changing what the log says: not so where it owns the tables. */
export async function isGuarded(source: DataSource): Promise<boolean> {
  const [row] = await source.query<{ can: boolean }[]>(
    `select has_table_privilege('audit_entry', 'update, delete, truncate') or has_table_privilege('audit_head', 'update')
       as can`,
  );
  return !row!.can;
}
