import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { startApplication, type Application } from '../support/application.ts';
import { built } from '../support/built.ts';
import { settled, vacuum } from '../support/measured-library.ts';
import type { MessyReviews } from '../support/messy.ts';

export interface VolumeLibrary {
  application: Application;
  source: DataSource;
  stop(): Promise<void>;
}

/** The thesaurus and so many made-up reviews, indexed, behind an application that has just been started. */
export async function startVolume(messy: MessyReviews, reviews: number): Promise<VolumeLibrary> {
  const { readConfig } = await built<typeof import('../../src/platform/config.ts')>('platform/config.js');
  const { startServers } = await built<typeof import('../../src/platform/servers/servers.ts')>(
    'platform/servers/servers.js',
  );
  const { openLibrary } = await built<typeof import('../../src/open-library.ts')>('open-library.js');
  const { loadFixturesIfEmpty } =
    await built<typeof import('../../src/imports/fixtures.ts')>('imports/fixtures.js');
  const { importBundles } =
    await built<typeof import('../../src/imports/import.service.ts')>('imports/import.service.js');
  const folder = await mkdtemp(join(tmpdir(), 'eval-volume-'));
  await chmod(folder, 0o755);
  const servers = await startServers(readConfig({ DATA_DIR: folder }), 'A measurement', console.error);
  const source = await openLibrary(servers);
  await loadFixturesIfEmpty(source, 'core');
  const bundle = join(folder, 'messy.jsonl');
  await messy.writeBundle(bundle, reviews);
  await importBundles(source, [bundle]);
  const { meili } = servers;
  const environment = {
    DATABASE_URL: servers.databaseUrl,
    DATABASE_OWNER_URL: servers.databaseOwnerUrl ?? '',
    DATA_DIR: folder,
    ...(meili && { MEILI_URL: meili.url, MEILI_MASTER_KEY: meili.key }),
  };
  const indexing = await startApplication(environment);
  await settled(source);
  await indexing.stop();
  await vacuum(servers);
  const application = await startApplication(environment);
  return {
    application,
    source,
    stop: async () => {
      await application.stop();
      await source.destroy();
      await servers.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
