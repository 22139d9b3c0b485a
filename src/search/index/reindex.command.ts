import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../../app.module.js';
import { readConfig } from '../../platform/config.js';
import { dataSourceOptions } from '../../schema.js';
import { migrate } from '../../platform/postgres/migrate.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { joinServers } from '../../platform/servers/servers.js';
import { stopOnSignal } from '../../platform/servers/stop-on-signal.js';
import { SEARCH_WRITER } from './document.store.js';
import { Meili } from './meili.js';
import { lastRebuild } from './rebuild.js';

/**
 * Makes every search document and the index anew, while searches go on in the old one. The work is a job like any other:
 * the workers of this command do it, or those of a library that runs, and never both at once.
 */
async function reindex(): Promise<boolean> {
  const config = readConfig(process.env);
  const joining = joinServers(config, 'A reindex', console.error);
  stopOnSignal(async () => (await joining).stop());
  const servers = await joining;
  try {
    const source = await new DataSource(dataSourceOptions(servers.databaseUrl)).initialize();
    await migrate(source);
    await source.destroy();
    const library = await NestFactory.createApplicationContext(AppModule.of(config, servers), {
      logger: ['warn', 'error', 'fatal'],
    });
    try {
      return await rebuild(library.get(DataSource), library.get(Meili));
    } finally {
      await library.close();
    }
  } finally {
    await servers.stop();
  }
}

async function rebuild(source: DataSource, meili: Meili): Promise<boolean> {
  if (!meili.isThere) {
    console.error('There is no Meilisearch to index for. PostgreSQL search needs no rebuild.');
    return false;
  }
  const began = Date.now();
  const before = await lastRebuild(source.manager, meili);
  console.log('Rebuilding the search index; searches go on meanwhile.');
  await enqueue(source.manager, 'search.rebuild', {}, { jobKey: 'search.rebuild', queueName: SEARCH_WRITER });
  while (await isWaiting(source)) await new Promise((done) => setTimeout(done, 200));
  if ((await lastRebuild(source.manager, meili)) === before) {
    console.error('The index was not rebuilt: Meilisearch does not answer, or refused it (see above).');
    return false;
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`Done: ${await meili.count()} documents in ${seconds} seconds.`);
  return true;
}

async function isWaiting(source: DataSource): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `select 1 from graphile_worker.jobs where task_identifier = 'search.rebuild'`,
  );
  return rows.length > 0;
}

try {
  process.exitCode = (await reindex()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
