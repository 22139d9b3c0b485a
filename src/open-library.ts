import { DataSource } from 'typeorm';
import { auditGrants } from './audit/audit.grants.js';
import { migrate } from './platform/postgres/migrate.js';
import type { DatabaseAddresses } from './platform/postgres/database-addresses.js';
import { roleOf } from './platform/postgres/roles.js';
import { dataSourceOptions } from './schema.js';

/** Brings the schema up to date, as the role that owns it. @returns connections as the role that the library works as */
export async function openLibrary({ databaseUrl, databaseOwnerUrl }: DatabaseAddresses): Promise<DataSource> {
  if (databaseOwnerUrl === undefined) {
    const source = await new DataSource(dataSourceOptions(databaseUrl)).initialize();
    await migrate(source).catch((error: unknown) => closing(source, error));
    return source;
  }
  const owner = await new DataSource(dataSourceOptions(databaseOwnerUrl)).initialize();
  try {
    await migrate(owner, { role: roleOf(databaseUrl), narrow: auditGrants });
  } finally {
    await owner.destroy();
  }
  return await new DataSource(dataSourceOptions(databaseUrl)).initialize();
}

async function closing(source: DataSource, error: unknown): Promise<never> {
  await source.destroy();
  throw error;
}
