import type { DataSource } from 'typeorm';

/** Is there a library that does the jobs of this database? Its workers say so by the name of their connection. */
export async function isLibraryRunning(source: DataSource): Promise<boolean> {
  const found = await source.query<unknown[]>(
    `select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'practice-review-library workers' limit 1`,
  );
  return found.length > 0;
}
