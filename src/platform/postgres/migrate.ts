import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { MIGRATION_LOCK } from './locks.js';
import { quietPool } from './quiet-pool.js';
import { grantTo, type Application } from './roles.js';

/**
 * Brings the schema and the job queue's schema up to date. Several instances may start at once: one does it, the others wait.
 * @param source as the owner of the tables
 * @param application gets its rights, where it is another role
 */
export async function migrate(source: DataSource, application: Application | null = null): Promise<void> {
  const pool = quietPool((source.options as { url: string }).url, 2);
  const guard = source.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ pgPool: pool });
    await source.runMigrations({ transaction: 'each' });
    if (application) await grantTo(source, application);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await pool.end();
  }
}
