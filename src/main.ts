import { DataSource } from 'typeorm';
import { createApp } from './app.js';
import { ConfigError, readConfig, type Config } from './platform/config.js';
import { dataSourceOptions } from './schema.js';
import { migrate } from './platform/postgres/migrate.js';
import { loadFixturesIfEmpty } from './imports/fixtures.js';
import { IndexUpkeep } from './search/index/index-upkeep.js';
import { DataFolderInUse } from './platform/servers/data-folder.js';
import { isRunning, run } from './platform/servers/processes.js';
import { startServers, type Servers } from './platform/servers/servers.js';

/** How long the first start waits for its own content to be searchable before it says that it is ready. */
const FIRST_INDEX_MS = 20_000;

/** Starts everything, in this order: servers, schema, first content, application. Stops it in the reverse order. */
async function start(config: Config): Promise<void> {
  const began = Date.now();
  let stopping = false;
  // What was asked to stop before it had started is stopped when it has.
  const starting = startServers(config, 'The library', console.log);
  const stops: (() => Promise<void>)[] = [() => starting.then((servers) => servers.stop())];
  const stop = async (code: number): Promise<never> => {
    if (!stopping) {
      stopping = true;
      // What breaks because its server is being stopped must not keep the next server from being stopped.
      for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, () => undefined);
      // A second Ctrl-C must not cut off PostgreSQL in the middle of its shutdown.
      for (const each of stops.reverse()) await each().catch((error: unknown) => console.error(error));
      process.exit(code);
    }
    return await new Promise(() => undefined);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

  const servers = await starting;
  try {
    const firstContent = await prepareDatabase(servers);
    const app = await createApp(config, servers);
    stops.push(() => app.close());
    await app.init();
    if (firstContent) await app.get(IndexUpkeep).settled(FIRST_INDEX_MS);
    await listen(app, config);
    await stopWithNpm(() => void stop(0));
    const address = app.getHttpServer().address() as { port: number };
    announce(`http://localhost:${address.port}`, Date.now() - began, firstContent);
  } catch (error) {
    if (!stopping) console.error(reason(error, config));
    await stop(1);
  }
}

/** The schema is brought up to date; an empty library gets its own content. Answers how many records that were. */
async function prepareDatabase(servers: Servers): Promise<number> {
  const source = await new DataSource(dataSourceOptions(servers.databaseUrl)).initialize();
  try {
    await migrate(source);
    const loaded = await loadFixturesIfEmpty(source);
    return Object.values(loaded?.counts ?? {}).reduce((sum, { created }) => sum + created, 0);
  } finally {
    await source.destroy();
  }
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, config: Config): Promise<void> {
  await (config.host ? app.listen(config.port, config.host) : app.listen(config.port));
}

/**
 * `npm start` that is killed outright cannot pass the news on: when it is gone, we stop in good order. Between npm and us
 * there is a shell, which outlives it.
 */
async function stopWithNpm(stop: () => void): Promise<void> {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const npm = Number(await run('ps', ['-o', 'ppid=', '-p', String(process.ppid)]).catch(() => 0));
  setInterval(() => {
    if (npm > 1 && !isRunning(npm)) stop();
  }, 1000).unref();
}

function announce(address: string, milliseconds: number, firstContent: number): void {
  const lines = [
    `The practice-review library is at ${address} (started in ${(milliseconds / 1000).toFixed(1)} seconds)`,
    ...(firstContent > 0
      ? [`It was empty, so it loaded its own first content: ${firstContent} records.`]
      : []),
    '',
    'Try:',
    `  ${address}/search?q=parental+mental+health`,
    `  ${address}/search?q=unseen+adults`,
    `  ${address}/api/v1/search?q=CCE`,
    `  ${address}/api/docs`,
    '',
    'Ctrl-C stops it.',
  ];
  console.log(lines.join('\n'));
}

function reason(error: unknown, config: Config): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return `Port ${config.port} is taken by another program. Set PORT to another number: PORT=3001 npm start`;
  }
  if (code === 'EACCES')
    return `Port ${config.port} may not be used by this account. Set PORT to a number above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await start(readConfig(process.env));
} catch (error) {
  if (error instanceof ConfigError) console.error(`The settings are not right:\n${error.message}`);
  else if (error instanceof DataFolderInUse) {
    console.error(
      `${error.message}. Use that one, or stop it first, or set DATA_DIR and PORT for a second library.`,
    );
  } else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
