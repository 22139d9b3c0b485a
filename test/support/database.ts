import { DataSource } from 'typeorm';
import { openLibrary } from '../../src/open-library.js';
import { dataSourceOptions } from '../../src/schema.js';
import type { DatabaseAddresses } from '../../src/platform/postgres/database-addresses.js';
import { temporaryDatabase } from '../../src/platform/postgres/temporary-database.js';

export interface TestDatabase {
  /** As the role that the library works as. */
  url: string;
  /** Its addresses as a library finds them in its environment. */
  environment: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  dataSource: DataSource;
  /** As the role that owns the tables: for what the library may not do. */
  owner: DataSource;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

/** The PostgreSQL that the test run started. */
export function testServer(): DatabaseAddresses {
  const { TEST_DATABASE_URL, TEST_DATABASE_OWNER_URL } = process.env;
  if (!TEST_DATABASE_URL || !TEST_DATABASE_OWNER_URL)
    throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test');
  return { databaseUrl: TEST_DATABASE_URL, databaseOwnerUrl: TEST_DATABASE_OWNER_URL };
}

/** An empty database, without any table, of which the tests are the owner. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { databaseOwnerUrl, drop } = await temporaryDatabase(testServer());
  return { url: databaseOwnerUrl!, drop };
}

/** What a library may hold to begin with: nothing, or the thesaurus with a few records and their search documents. */
export type FirstContent = 'empty' | 'fixtures';

/** A library in a database of its own, on the PostgreSQL that the test run started: a copy of what that has made once. */
export async function freshDatabase(content: FirstContent = 'empty'): Promise<TestDatabase> {
  const templates = JSON.parse(process.env.TEST_TEMPLATES!) as Record<FirstContent, DatabaseAddresses>;
  const { drop, ...addresses } = await temporaryDatabase(testServer(), templates[content]);
  const dataSource = await openLibrary(addresses);
  const owner = await new DataSource(dataSourceOptions(addresses.databaseOwnerUrl!)).initialize();
  return {
    url: addresses.databaseUrl,
    environment: { DATABASE_URL: addresses.databaseUrl, DATABASE_OWNER_URL: addresses.databaseOwnerUrl! },
    dataSource,
    owner,
    close: async () => {
      await Promise.all([dataSource.destroy(), owner.destroy()]);
      await drop();
    },
  };
}
