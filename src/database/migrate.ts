import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';

/** Any number, the same in every instance: PostgreSQL lets one holder at a time in. */
const MIGRATION_LOCK = 7_201_001;

/** Brings the schema and the job queue's schema up to date. Several instances may start at once: one does it, the others wait. */
export async function migrate(source: DataSource): Promise<void> {
  const url = (source.options as { url?: string }).url;
  const guard = source.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ connectionString: url });
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
  }
}
