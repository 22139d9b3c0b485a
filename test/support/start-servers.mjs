import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts one PostgreSQL and one Meilisearch for all tests, from the built code, in a folder that goes when they end. */
export default async function startServers() {
  const { readConfig } = await import('../../dist/src/platform/config.js');
  const { startServers: start } = await import('../../dist/src/platform/servers/servers.js');
  const folder = await mkdtemp(join(tmpdir(), 'practice-review-library-'));
  await chmod(folder, 0o755);
  const servers = await start(readConfig({ DATA_DIR: join(folder, 'servers') }), 'The tests', console.log);
  globalThis.testServers = { servers, folder };
  process.env.TEST_FOLDER = folder;
  process.env.TEST_DATABASE_URL = servers.databaseUrl;
  process.env.TEST_DATABASE_OWNER_URL = servers.databaseOwnerUrl;
  process.env.TEST_MEILI_URL = servers.meili?.url ?? '';
  process.env.TEST_MEILI_KEY = servers.meili?.key ?? '';
}
