import { DataSource } from 'typeorm';
import { auditGrants } from './audit/audit.grants.js';
import type { Clock } from './platform/clock/clock.js';
import { clockGrants, setLibraryClock } from './platform/clock/library-clock.js';
import { migrate } from './platform/postgres/migrate.js';
import type { DatabaseAddresses } from './platform/postgres/database-addresses.js';
import { roleOf, type Application } from './platform/postgres/roles.js';
import { identifyLibrary } from './publishing/changes/library-identity.js';
import { dataSourceOptions } from './schema.js';

/**
 * Brings the schema up to date, as the role that owns it.
 * @param clock of the library that starts: the database shows the same time from then on. Left out by whoever joins one
 * @returns connections as the role that the library works as
 */
export async function openLibrary(
  { databaseUrl, databaseOwnerUrl }: DatabaseAddresses,
  clock?: Clock,
): Promise<DataSource> {
  if (databaseOwnerUrl === undefined) {
    const source = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
    await prepare(source, null, clock).catch((error: unknown) => closing(source, error));
    return source;
  }
  const owner = await new DataSource(dataSourceOptions(databaseOwnerUrl)).initialize();
  try {
    await prepare(owner, { role: roleOf(databaseUrl), narrow }, clock);
  } finally {
    await owner.destroy();
  }
  return await new DataSource(dataSourceOptions(databaseUrl)).initialize();
}

const narrow = (role: string): string[] => [...auditGrants(role), ...clockGrants(role)];

async function prepare(owner: DataSource, application: Application | null, clock?: Clock): Promise<void> {
  await migrate(owner, application);
  await identifyLibrary(owner);
  if (clock) await setLibraryClock(owner, clock);
}

async function closing(source: DataSource, error: unknown): Promise<never> {
  await source.destroy();
  throw error;
}
