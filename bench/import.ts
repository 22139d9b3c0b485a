/**
 * How long an import of 20,000 reviews of ordinary size takes (ten learning points, eight recommendations each), how
 * much memory, and how that compares with the plain insertion of the very same rows. The same bundle every time.
 *
 *   npm run bench:import [-- REVIEWS]
 *
 * Uses the servers that the environment names, or starts embedded ones in a folder of its own.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { built } from './support/built.ts';
import { Generator } from './support/generate.ts';

const { readConfig } = await built<typeof import('../src/platform/config.js')>('platform/config.js');
const { joinServers } = await built<typeof import('../src/platform/servers/servers.js')>(
  'platform/servers/servers.js',
);
const { openLibrary } = await built<typeof import('../src/open-library.js')>('open-library.js');
const { temporaryDatabase } = await built<typeof import('../src/platform/postgres/temporary-database.js')>(
  'platform/postgres/temporary-database.js',
);
const { importBundles } =
  await built<typeof import('../src/imports/import.service.js')>('imports/import.service.js');

const REVIEWS = Number(process.argv[2] ?? 20_000);

/** The most that this process has held so far. */
const peakMegabytes = (): string => (process.resourceUsage().maxRSS / 1024).toFixed(0);

/** Tables that an import of reviews fills, those that others refer to first. */
const TABLES = [
  ...['partnership', 'agency', 'theme', 'theme_label', 'review', 'learning_point', 'recommendation'],
  ...['recommendation_theme', 'recommendation_addressee', 'review_document'],
];

/** Copies the rows of one library to another in big batches. @returns the seconds that the inserting alone took */
async function insertPlainly(from: DataSource, to: DataSource): Promise<number> {
  let milliseconds = 0;
  await to.transaction(async (manager) => {
    for (const table of TABLES) {
      for (let offset = 0; ; offset += 10_000) {
        const [{ given }] = await from.query<[{ given: string | null }]>(
          `select jsonb_agg(t)::text as given from (select * from ${table} order by ctid limit 10000 offset ${offset}) t`,
        );
        if (given === null) break;
        const start = performance.now();
        await manager.query(
          `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [given],
        );
        milliseconds += performance.now() - start;
      }
    }
    const start = performance.now();
    await manager.query('select 1');
    milliseconds += performance.now() - start;
  });
  return milliseconds / 1000;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
const own = { DATA_DIR: join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'bench') };
const servers = await joinServers(
  readConfig({ ...own, ...process.env }),
  'The import benchmark',
  console.error,
);
const databases = [await temporaryDatabase(servers), await temporaryDatabase(servers)];
const [library, plain] = await Promise.all(databases.map((database) => openLibrary(database)));
try {
  const file = join(folder, 'bundle.jsonl');
  await (await Generator.create()).writeBundle(file, REVIEWS);
  const megabytes = (await stat(file)).size / 1e6;
  console.log(`${REVIEWS} reviews, ${megabytes.toFixed(0)} MB; memory before: ${peakMegabytes()} MB`);

  const timed = async (what: string): Promise<number> => {
    const start = performance.now();
    let checked = 0;
    await importBundles(library!, [file], ({ step }) => {
      if (step === 'reading') checked = performance.now() - start;
    });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${what}: ${seconds.toFixed(1)} s (${(checked / 1000).toFixed(1)} s of it reading and checking), ` +
        `${(REVIEWS / seconds).toFixed(0)} reviews/s, peak memory ${peakMegabytes()} MB`,
    );
    return seconds;
  };
  const seconds = await timed('First import');
  await timed('The same again');
  const baseline = await insertPlainly(library!, plain!);
  console.log(`Plain insertion of the same rows, unchecked: ${baseline.toFixed(1)} s`);
  console.log(`An import takes ${(seconds / baseline).toFixed(2)} times as long as plain insertion`);
} finally {
  await Promise.all([library!.destroy(), plain!.destroy()]);
  for (const { drop } of databases) await drop();
  await servers.stop();
  await rm(folder, { recursive: true, force: true });
}
