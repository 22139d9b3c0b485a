import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { ServerAddresses } from '../../src/platform/servers/data-folder.ts';
import type { DatabaseAddresses } from '../../src/platform/postgres/database-addresses.ts';
import { startApplication, type Application } from './application.ts';
import { built } from './built.ts';
import { Generator } from './generate.ts';
import { get, send } from './load.ts';
import { SEARCHES } from './queries.ts';
import { startRecordingProxy, type Recorded } from './recording-proxy.ts';

const { openLibrary } = await built<typeof import('../../src/open-library.ts')>('open-library.js');
const { temporaryDatabase } = await built<typeof import('../../src/platform/postgres/temporary-database.ts')>(
  'platform/postgres/temporary-database.js',
);
const { loadFixturesIfEmpty } =
  await built<typeof import('../../src/imports/fixtures.ts')>('imports/fixtures.js');
const { importBundles } =
  await built<typeof import('../../src/imports/import.service.ts')>('imports/import.service.js');

/** A library of a known size, in a database and an index of its own. */
export interface MeasuredLibrary {
  reviews: number;
  documents: number;
  source: DataSource;
  meili: { url: string; key: string };
  index: string;
  /** What the application asks Meilisearch for each search. */
  recorded: Map<string, Recorded[]>;
  start(environment?: Record<string, string>, flags?: string[]): Promise<Application>;
  environment: Record<string, string>;
  drop(): Promise<void>;
}

/** The library's own content and so many generated reviews, indexed; and what each search asks of Meilisearch, written down. */
export async function prepareLibrary(servers: ServerAddresses, reviews: number): Promise<MeasuredLibrary> {
  const { meili } = servers;
  if (!meili) throw new Error('There is no Meilisearch to measure');
  const database = await temporaryDatabase(servers);
  const source = await openLibrary(database);
  await loadFixturesIfEmpty(source, 'core');
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const file = join(folder, 'bundle.jsonl');
  await (await Generator.create()).writeBundle(file, reviews);
  await importBundles(source, [file]);
  await rm(folder, { recursive: true });

  const index = `bench_${reviews}_${process.pid}`;
  const environment = {
    ...{
      DATABASE_URL: database.databaseUrl,
      DATABASE_OWNER_URL: database.databaseOwnerUrl ?? '',
      MEILI_URL: meili.url,
      MEILI_MASTER_KEY: meili.key,
    },
    ...{ SEARCH_INDEX: index, DATA_DIR: folder },
  };
  const running: Application[] = [];
  const start: MeasuredLibrary['start'] = async (other = {}, flags = []) => {
    const application = await startApplication({ ...environment, ...other }, flags);
    running.push(application);
    return application;
  };
  const proxy = await startRecordingProxy(meili.url);
  const recorded = new Map<string, Recorded[]>();
  const application = await start({ MEILI_URL: proxy.url });
  const died = application.ended().then(() => {
    throw new Error(`The application ended while it indexed: ${application.said()}`);
  });
  died.catch(() => undefined);
  await Promise.race([settled(source), died]);
  await vacuum(database);
  for (const query of SEARCHES) await get(`${application.url}/api/v1/search?${query}`);
  // As another address, for what was answered before is kept.
  for (const query of SEARCHES)
    recorded.set(query, await proxy.record(() => get(`${application.url}/api/v1/search?${query}&limit=20`)));
  await application.stop();
  await proxy.stop();
  const [counted] = await source.query<{ documents: number }[]>(
    'select count(*)::int as documents from search_document where body is not null',
  );
  return {
    ...{ reviews, documents: counted?.documents ?? 0, source, meili, index, recorded, environment, start },
    drop: async () => {
      for (const one of running) await one.stop();
      await source.destroy();
      await database.drop();
      const headers = { authorization: `Bearer ${meili.key}` };
      for (const name of [index, `${index}_plain`])
        await send({ method: 'DELETE', url: `${meili.url}/indexes/${name}`, headers });
    },
  };
}

/** What autovacuum would do within a minute; the owner's to do. */
export async function vacuum({ databaseUrl, databaseOwnerUrl }: DatabaseAddresses): Promise<void> {
  const client = new Client({ connectionString: databaseOwnerUrl ?? databaseUrl });
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.end();
}

/** Waits until everything that was imported can be found. */
export async function settled(source: DataSource): Promise<void> {
  for (;;) {
    const [row] = await source.query<{ busy: boolean }[]>(
      `select exists (select 1 from graphile_worker.jobs where task_identifier like 'search.%')
           or exists (select 1 from search_document where not pushed) as busy`,
    );
    if (!row?.busy) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}
