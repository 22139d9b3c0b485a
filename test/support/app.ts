import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../src/audit/audit-log.js';
import { createApp } from '../../src/app.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { setLibraryClock } from '../../src/platform/clock/library-clock.js';
import { readConfig } from '../../src/platform/config.js';
import { loadFixturesIfEmpty } from '../../src/imports/fixtures.js';
import { importBundles } from '../../src/imports/import.service.js';
import { IndexUpkeep } from '../../src/search/index/index-upkeep.js';
import type { ServerAddresses } from '../../src/platform/servers/data-folder.js';
import { bundleFile } from './bundles.js';
import { freshDatabase } from './database.js';

export interface TestLibrary {
  app: NestExpressApplication;
  source: DataSource;
  /** As the owner of the tables. */
  owner: DataSource;
  /** Address of the running application. */
  url: string;
  /** Waits until every change so far can be found. */
  settled(): Promise<void>;
  /** Imports records and waits until they can be found. */
  add(records: object[]): Promise<void>;
  close(): Promise<void>;
}

/** Where the Meilisearch of this test run is; null when it could not be started on this machine. */
export const testMeili = (): ServerAddresses['meili'] =>
  process.env.TEST_MEILI_URL
    ? { url: process.env.TEST_MEILI_URL, key: process.env.TEST_MEILI_KEY ?? '' }
    : null;

/** Seals the chains of the log in the tests, and nowhere else. */
export const TEST_AUDIT_KEY = 'a key that is for the tests alone';

/**
 * The whole application on a database and an index of its own, listening on a free port.
 * @param content the thesaurus with a few records; all of the first content, which takes longer; or nothing
 * @param settings what else the environment says
 * @param meili another Meilisearch than that of the test run, or none
 */
export async function startLibrary(
  content: 'fixtures' | 'catalogue' | 'empty',
  meili: ServerAddresses['meili'] = testMeili(),
  settings: Record<string, string> = {},
): Promise<TestLibrary> {
  const database = await freshDatabase(content === 'fixtures' ? content : 'empty');
  if (content === 'catalogue') await loadFixturesIfEmpty(database.dataSource, 'all');
  const config = readConfig({
    PORT: '0',
    SEARCH_INDEX: `test-${randomBytes(6).toString('hex')}`,
    ...settings,
  });
  const clock = new Clock(config.clockStartsAt);
  await setLibraryClock(database.owner, clock);
  const app = await createApp(config, { databaseUrl: database.url, auditKey: TEST_AUDIT_KEY, meili }, clock);
  await app.listen(0, '127.0.0.1');
  const upkeep = app.get(IndexUpkeep);
  const settled = async (): Promise<void> => {
    if (!(await upkeep.settled(55_000)))
      throw new Error(
        `The search index did not settle: ${JSON.stringify(await database.owner.query(WAITING))}`,
      );
  };
  await settled();
  return {
    app,
    source: database.dataSource,
    owner: database.owner,
    url: await app.getUrl(),
    settled,
    add: async (records) => {
      const files = [await bundleFile(records)];
      await importBundles(database.dataSource, files, undefined, [], undefined, app.get(AuditLog));
      await settled();
    },
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

/** What a search that does not settle waits for, and why. */
const WAITING = `
  select t.identifier as job, j.attempts, j.last_error as "lastError", j.run_at as "runAt", j.locked_at as "lockedAt",
    (select count(*)::int from search_document where not pushed) as unsent
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
