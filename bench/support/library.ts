import type { ServerAddresses } from '../../src/platform/servers/data-folder.ts';
import { built } from './built.ts';

export interface MeasuredLibrary {
  url: string;
  servers: ServerAddresses;
  stop(): Promise<void>;
}

/**
 * A fresh library in a folder of its own: its own fixtures and these bundles, indexed, listening on a free port.
 * @param first the first content; `empty` where a thesaurus of their own is in the bundles
 */
export async function startLibrary(
  folder: string,
  bundles: string[],
  first: 'core' | 'empty' = 'core',
): Promise<MeasuredLibrary> {
  const { readConfig } = await built<typeof import('../../src/platform/config.ts')>('platform/config.js');
  const { startServers } = await built<typeof import('../../src/platform/servers/servers.ts')>(
    'platform/servers/servers.js',
  );
  const { openLibrary } = await built<typeof import('../../src/open-library.ts')>('open-library.js');
  const { loadFixturesIfEmpty } =
    await built<typeof import('../../src/imports/fixtures.ts')>('imports/fixtures.js');
  const { importBundles } =
    await built<typeof import('../../src/imports/import.service.ts')>('imports/import.service.js');
  const { createApp } = await built<typeof import('../../src/app.ts')>('app.js');
  const { IndexUpkeep } = await built<typeof import('../../src/search/index/index-upkeep.ts')>(
    'search/index/index-upkeep.js',
  );

  const config = readConfig({ DATA_DIR: folder, API_LIMIT: '0' });
  const servers = await startServers(config, 'A measurement', console.error);
  const source = await openLibrary(servers);
  if (first === 'core') await loadFixturesIfEmpty(source, 'core');
  if (bundles.length > 0) await importBundles(source, bundles);
  await source.destroy();
  const app = await createApp(config, servers);
  await app.listen(0, '127.0.0.1');
  await app.get(IndexUpkeep).settled(30 * 60_000);
  return {
    url: await app.getUrl(),
    servers,
    stop: async () => {
      await app.close();
      await servers.stop();
    },
  };
}
