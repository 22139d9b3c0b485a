import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { openLibrary } from './open-library.js';
import { readArguments } from './platform/arguments.js';
import { readConfig } from './platform/config.js';
import { enqueue } from './platform/jobs/enqueue.js';
import { Refusal } from './platform/plain-words.js';
import { isLostConnection } from './platform/postgres/lost-connection.js';
import { runProgram, type Program } from './platform/program.js';
import { joinServers, stopStarted } from './platform/servers/servers.js';
import { SEARCH_WRITER } from './search/index/document.store.js';

const HELP = `Makes every search document anew and sends all of them to Meilisearch again, while searches go on.

  npm run reindex

It works whether the library runs or not, on the same settings: DATA_DIR, or DATABASE_URL and MEILI_URL.`;

const LOOK_EVERY_MS = 200;
/** A database that is started again answers sooner; one that is gone for longer has taken its library with it. */
const AWAY_MS = 20_000;

/** The work is a job like any other: the workers of this command do it, or those of a library that runs, never both. */
async function reindex({ asked, onStop }: Program): Promise<number> {
  const { options, others } = readArguments([], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (others.length > 0) throw new Refusal(`It takes no ${others[0]}\n\n${HELP}`);
  const config = readConfig(process.env);
  const joining = joinServers(config, 'A reindex', console.error, asked);
  onStop(stopStarted(joining));
  const servers = await joining;
  await (await openLibrary(servers)).destroy();
  const library = await NestFactory.createApplicationContext(AppModule.of(config, servers), {
    logger: ['fatal'],
  });
  onStop(() => library.close());
  await rebuild(library.get(DataSource), asked);
  return 0;
}

async function rebuild(source: DataSource, asked: AbortSignal): Promise<void> {
  const began = Date.now();
  console.log('Rebuilding the search index; searches go on meanwhile.');
  const options = { jobKey: 'search.rebuild', queueName: SEARCH_WRITER };
  const job = await enqueue(source.manager, 'search.rebuild', {}, options);
  let heardAt = Date.now();
  for (;;) {
    const state = await stateOf(source, job).catch((error: unknown) => {
      if (!isLostConnection(error) || Date.now() - heardAt > AWAY_MS) throw error;
      return null;
    });
    if (state) heardAt = Date.now();
    if (state?.failed) {
      throw new Refusal(
        `The index was not rebuilt: ${state.failed}\nThe library tries it again by itself while it runs, or when it next starts.`,
      );
    }
    if (state?.isGone) break;
    await delay(LOOK_EVERY_MS, undefined, { signal: asked });
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const [row] = await source.query<{ count: number }[]>(
    'select count(*)::int as count from search_document where body is not null',
  );
  console.log(`Done: ${row!.count} documents in ${seconds} seconds.`);
}

/** A job that is done is gone from the queue; one that failed waits to be tried again. */
async function stateOf(source: DataSource, job: string): Promise<{ isGone: boolean; failed: string | null }> {
  const [row] = await source.query<{ failed: string | null }[]>(
    'select last_error as failed from graphile_worker.jobs where id = $1',
    [job],
  );
  return { isGone: !row, failed: row?.failed ?? null };
}

await runProgram(reindex);
