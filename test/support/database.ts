import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/schema.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { temporaryDatabase } from '../../src/platform/postgres/temporary-database.js';

export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

/** An empty library in a database of its own, on the PostgreSQL that the test run started. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test');
  const { url, drop } = await temporaryDatabase(server);
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  await migrate(dataSource);
  return {
    url,
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}
