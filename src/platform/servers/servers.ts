import type { Config } from '../config.js';
import { DataFolder, DataFolderInUse, type ServerAddresses } from './data-folder.js';
import { EmbeddedMeilisearch, NoMeilisearch } from './embedded-meilisearch.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

export interface Servers extends ServerAddresses {
  /** Stops what was started here, in good order; servers that others run go on. */
  stop(): Promise<void>;
}

/**
 * Finds or starts PostgreSQL and Meilisearch: those that the configuration names, else embedded ones in the data folder.
 * @param what who we are, told to others that want the folder meanwhile
 * @throws DataFolderInUse when another process holds the data folder
 */
export async function startServers(
  config: Config,
  what: string,
  say: (line: string) => void,
): Promise<Servers> {
  if (config.databaseUrl && config.meiliUrl) {
    return { ...addresses(config.databaseUrl, config), stop: () => Promise.resolve() };
  }
  const folder = await DataFolder.acquire(config.dataDir, what);
  const stops: (() => Promise<void>)[] = [() => folder.release()];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const [postgres, meilisearch] = await Promise.allSettled([
      config.databaseUrl ? null : EmbeddedPostgres.start(config.dataDir, say),
      config.meiliUrl ? null : EmbeddedMeilisearch.start(config.dataDir),
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
      databaseUrl: config.databaseUrl ?? postgres.value!.url,
      meili: config.meiliUrl ? addresses('', config).meili : own && { url: own.url, key: own.key },
    };
    await folder.publish(servers);
    return { ...servers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The servers of a running application on this data folder, else our own: for commands that work either way. */
export async function joinServers(
  config: Config,
  what: string,
  say: (line: string) => void,
): Promise<Servers> {
  try {
    return await startServers(config, what, say);
  } catch (error) {
    if (error instanceof DataFolderInUse && error.servers)
      return { ...error.servers, stop: () => Promise.resolve() };
    throw error;
  }
}

function addresses(databaseUrl: string, config: Config): ServerAddresses {
  return {
    databaseUrl,
    meili: config.meiliUrl ? { url: config.meiliUrl, key: config.meiliKey ?? '' } : null,
  };
}
