/**
 * How long an import of 20,000 reviews of ordinary size takes (ten learning points, eight recommendations each), how
 * much memory, and how that compares with the plain insertion of the very same rows. The same bundle every time.
 *
 *   npm run bench:import [-- REVIEWS]
 *
 * Uses the servers that the environment names, or starts embedded ones in a folder of its own.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const built = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../dist/src/${path}`, import.meta.url).href)) as Module;
const { readConfig } = await built<typeof import('../src/config/config.js')>('config/config.js');
const { joinServers } = await built<typeof import('../src/servers/servers.js')>('servers/servers.js');
const { dataSourceOptions } =
  await built<typeof import('../src/database/data-source.js')>('database/data-source.js');
const { migrate } = await built<typeof import('../src/database/migrate.js')>('database/migrate.js');
const { temporaryDatabase } = await built<typeof import('../src/database/temporary-database.js')>(
  'database/temporary-database.js',
);
const { importBundles } =
  await built<typeof import('../src/imports/import.service.js')>('imports/import.service.js');

const REVIEWS = Number(process.argv[2] ?? 20_000);

/** A small generator of evenly spread numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(20_000);
const below = (limit: number): number => Math.floor(random() * limit);
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;

/** Zipf: the first is used most, the n-th one n-th as often. */
function zipf(count: number): () => number {
  const sums: number[] = [];
  for (let rank = 1; rank <= count; rank += 1) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  return () => {
    const wanted = random() * sums.at(-1)!;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const VOCABULARY = (
  'the a of and to in was were had not with who that by for on child mother father worker school health visitor police ' +
  'referral visit home assessment information shared concern risk injury neglect plan meeting recorded known family ' +
  'partner history previous agency response professional curiosity challenge delay voice heard seen alone threshold'
).split(' ');
const sentence = (words: number): string =>
  Array.from({ length: words }, () => oneOf(VOCABULARY)).join(' ') + '.';

const THEMES = Array.from(
  { length: 120 },
  (_, place) => `Theme ${place} of ${VOCABULARY[place % VOCABULARY.length]}`,
);
const themeAt = zipf(THEMES.length);
/** Mostly the label, often another name, now and then in other letters. */
function themeName(): string {
  const place = themeAt();
  const chance = random();
  if (chance < 0.2) return `also called ${place}`;
  return chance < 0.3 ? THEMES[place]!.toUpperCase().replaceAll(' ', '-') : THEMES[place]!;
}
const AGENCIES = Array.from({ length: 300 }, (_, place) => `Agency ${place}`);
const agencyAt = zipf(AGENCIES.length);

function review(number: number): object {
  const year = 2005 + below(20);
  return {
    ...{
      kind: 'review',
      publisher: `Area ${below(150)} Safeguarding Children Partnership`,
      label: `Child ${number}`,
    },
    ...{
      title: `Child ${number}: local child safeguarding practice review`,
      type: 'lcspr',
      about: 'children',
    },
    ...{ publishedOn: `${year}-0${1 + below(9)}`, reference: `bench-${number}`, summary: sentence(110) },
    learning: Array.from({ length: 10 }, () => ({
      ...{ theme: themeName(), kind: oneOf(['finding', 'key-lesson', 'good-practice']) },
      ...{ statement: sentence(35), pages: [1 + below(80), 1 + below(80)] },
    })),
    recommendations: Array.from({ length: 8 }, (_, place) => ({
      ...{ number: String(place + 1), text: sentence(35), scope: 'local' },
      ...{ addressees: [AGENCIES[agencyAt()], AGENCIES[agencyAt()]], themes: [themeName(), themeName()] },
    })),
    documents: [
      { kind: 'full-report', title: 'Full report', url: `https://reports.example.org/${number}.pdf` },
    ],
    keywords: [oneOf(VOCABULARY), oneOf(VOCABULARY), oneOf(VOCABULARY)],
    sources: [{ title: 'Generated', url: `report-${number}.pdf` }],
  };
}

async function writeBundle(file: string): Promise<void> {
  const out = createWriteStream(file);
  for (const [place, label] of THEMES.entries())
    out.write(`${JSON.stringify({ kind: 'theme', label, altLabels: [`also called ${place}`] })}\n`);
  for (let number = 0; number < REVIEWS; number += 1)
    if (!out.write(`${JSON.stringify(review(number))}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

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
const databases = [
  await temporaryDatabase(servers.databaseUrl),
  await temporaryDatabase(servers.databaseUrl),
];
const [library, plain] = await Promise.all(
  databases.map(async ({ url }) => {
    const source = await new DataSource(dataSourceOptions(url)).initialize();
    await migrate(source);
    return source;
  }),
);
try {
  const file = join(folder, 'bundle.jsonl');
  await writeBundle(file);
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
