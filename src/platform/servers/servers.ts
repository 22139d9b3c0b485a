import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { admitApplication, roleOf } from '../postgres/roles.js';
import { DataFolder, DataFolderInUse, type ServerAddresses } from './data-folder.js';
import { markDemo, refuseOtherKind } from './demo-folder.js';
import { EmbeddedMeilisearch, NoMeilisearch } from './embedded-meilisearch.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { secret } from './secret.js';

const LOOK_AGAIN_MS = 200;

/** Nothing was started here: there is nothing to stop, and no folder in which to tell anybody. */
const OF_OTHERS = { tell: () => Promise.resolve(), stop: () => Promise.resolve() };

export interface Servers extends ServerAddresses {
  /** Tells later comers where the library listens. */
  tell(libraryUrl: string): Promise<void>;
  /** Stops what was started here, in good order; servers that others run go on. */
  stop(): Promise<void>;
}

/**
 * Finds or starts PostgreSQL and Meilisearch for a library: those that the configuration names, else embedded ones in the
 * data folder. A command that is at work there takes its servers with it when it ends, so it is waited for.
 * @param what who we are, told to others that want the folder meanwhile
 * @throws DataFolderInUse when another library holds the data folder
 */
export const startServers = async (
  config: Config,
  what: string,
  say: (line: string) => void,
  asked?: AbortSignal,
): Promise<Servers> => await whenFree(config, what, say, true, asked);

/** The servers of a running library on this data folder, else our own: for commands that work either way. */
export const joinServers = async (
  config: Config,
  what: string,
  say: (line: string) => void,
  asked?: AbortSignal,
): Promise<Servers> => await whenFree(config, what, say, false, asked);

/** @param stays whether the servers run until we are told to end, so that others may use them */
async function whenFree(
  config: Config,
  what: string,
  say: (line: string) => void,
  stays: boolean,
  asked?: AbortSignal,
): Promise<Servers> {
  for (let attempt = 0; ; attempt += 1) {
    asked?.throwIfAborted();
    try {
      return await startNow(config, what, say, stays);
    } catch (error) {
      if (!(error instanceof DataFolderInUse) || (stays && error.stays)) throw error;
      if (error.stays && error.servers) return { ...error.servers, ...OF_OTHERS };
      if (attempt === 0)
        say(`${error.what} is at work on this data folder (process ${error.pid}); waiting for it.`);
      await delay(LOOK_AGAIN_MS, undefined, { signal: asked });
    }
  }
}

async function startNow(
  config: Config,
  what: string,
  say: (line: string) => void,
  stays: boolean,
): Promise<Servers> {
  if (config.databaseUrl && config.meiliUrl) {
    const servers = { ...external(config, config.databaseUrl), meili: externalMeili(config) };
    await admitApplication(servers, false);
    return { ...servers, ...OF_OTHERS };
  }
  await refuseOtherKind(config);
  const folder = await DataFolder.acquire(config.dataDir, what, stays);
  const stops: (() => Promise<void>)[] = [() => folder.release()];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    if (config.demo) await markDemo(config.dataDir);
    const [postgres, meilisearch] = await Promise.allSettled([
      config.databaseUrl ? null : EmbeddedPostgres.start(config.dataDir, say),
      config.meiliUrl ? null : EmbeddedMeilisearch.start(config.dataDir, say),
    ]);
    if (postgres.status === 'fulfilled' && postgres.value) stops.push(() => postgres.value!.stop());
    if (meilisearch.status === 'fulfilled' && meilisearch.value) stops.push(() => meilisearch.value!.stop());
    if (postgres.status === 'rejected') throw postgres.reason as Error;
    if (meilisearch.status === 'rejected') {
      if (!(meilisearch.reason instanceof NoMeilisearch)) throw meilisearch.reason as Error;
      say(meilisearch.reason.message);
    }
    const own = meilisearch.status === 'fulfilled' ? meilisearch.value : null;
    const servers: ServerAddresses = {
      ...(config.databaseUrl
        ? external(config, config.databaseUrl)
        : await embedded(config, postgres.value!)),
      meili: externalMeili(config) ?? (own && { url: own.url, key: own.key }),
    };
    await admitApplication(servers, !config.databaseUrl);
    await folder.publish(servers);
    const tell = async (libraryUrl: string): Promise<void> =>
      await folder.publish({ ...servers, libraryUrl });
    return { ...servers, tell, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops servers as soon as they have started; where they could not be started, there is nothing to stop. */
export const stopStarted = (starting: Promise<Servers>) => async (): Promise<void> =>
  await starting.then(
    (servers) => servers.stop(),
    () => undefined,
  );

type Database = Omit<ServerAddresses, 'meili'>;

const external = ({ databaseOwnerUrl, auditKey }: Config, databaseUrl: string): Database => ({
  databaseUrl,
  // One role for both is as good as none: it cannot be kept from its own tables.
  ...(databaseOwnerUrl && roleOf(databaseOwnerUrl) !== roleOf(databaseUrl) && { databaseOwnerUrl }),
  auditKey,
});

const embedded = async ({ dataDir, auditKey }: Config, postgres: EmbeddedPostgres): Promise<Database> => ({
  databaseUrl: postgres.url,
  databaseOwnerUrl: postgres.ownerUrl,
  // Beside the database, not in it: who can only get at the tables has no key.
  auditKey: auditKey ?? (await secret(join(dataDir, 'audit.key'))),
});

const externalMeili = ({ meiliUrl, meiliKey }: Config): ServerAddresses['meili'] =>
  meiliUrl ? { url: meiliUrl, key: meiliKey ?? '' } : null;
