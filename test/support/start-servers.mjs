import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Starts one PostgreSQL and one Meilisearch for all tests, from the built code, in a folder that goes when they end; and makes
 * the databases that tests take copies of.
 */
export default async function startServers() {
  const { readConfig } = await import('../../dist/src/platform/config.js');
  const { startServers: start } = await import('../../dist/src/platform/servers/servers.js');
  const folder = await mkdtemp(join(tmpdir(), 'practice-review-library-'));
  await chmod(folder, 0o755);
  const config = readConfig({ DATA_DIR: join(folder, 'servers') });
  const servers = await start(config, 'The tests', console.log);
  globalThis.testServers = { servers, folder };
  await forgetAtPowerCut(servers.databaseOwnerUrl);
  process.env.TEST_FOLDER = folder;
  // What a worker or a command has compiled the next need not: many commands are started.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  process.env.TEST_DATABASE_URL = servers.databaseUrl;
  process.env.TEST_DATABASE_OWNER_URL = servers.databaseOwnerUrl;
  process.env.TEST_MEILI_URL = servers.meili?.url ?? '';
  process.env.TEST_MEILI_KEY = servers.meili?.key ?? '';
  process.env.TEST_TEMPLATES = JSON.stringify(await makeTemplates(config, servers));
}

/** Waits for no disk: what a power cut would leave of these databases nobody wants. */
async function forgetAtPowerCut(databaseOwnerUrl) {
  const client = new pg.Client({ connectionString: databaseOwnerUrl });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** An empty library, and one of the few first records with their search documents, which no index has yet. */
async function makeTemplates(config, servers) {
  const { temporaryDatabase } = await import('../../dist/src/platform/postgres/temporary-database.js');
  const { openLibrary } = await import('../../dist/src/open-library.js');
  const { loadFixturesIfEmpty } = await import('../../dist/src/imports/fixtures.js');
  const { createApp } = await import('../../dist/src/app.js');
  const { IndexUpkeep } = await import('../../dist/src/search/index/index-upkeep.js');
  const empty = await temporaryDatabase(servers);
  await (await openLibrary(empty)).destroy();
  const fixtures = await temporaryDatabase(servers, empty);
  const source = await openLibrary(fixtures);
  await loadFixturesIfEmpty(source, 'core');
  await source.destroy();
  const app = await createApp(config, { ...fixtures, auditKey: 'templates are not sealed', meili: null });
  await app.init();
  if (!(await app.get(IndexUpkeep).settled(120_000))) throw new Error('The first records have no documents');
  await app.close();
  return { empty, fixtures };
}
