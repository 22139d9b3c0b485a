/**
 * How fast the search is at 200, 2,000 and 20,000 reviews, beside one plain Meilisearch search of the same documents with
 * the same facets, and beside the raw Meilisearch requests that it makes.
 *
 *   npm run bench:search [-- SIZES…]          SIZES: numbers of reviews, such as 200 2000
 *
 * Searches: the API, the plain search and the very requests that the API sends to Meilisearch, recorded and sent again, all by
 * the same client in turns, so that a machine that is busy with other things slows both; all sizes in turns as well. Then pages,
 * suggestions, publishing, PostgreSQL alone, and a rebuild beside raw ingestion of the same documents. What is measured
 * runs in processes of its own. Uses the servers that the environment names, or starts embedded ones.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import type { Application } from './support/application.ts';
import { built } from './support/built.ts';
import { atOnce, get, median, percentiles, send, type Percentiles } from './support/load.ts';
import { describeMachine } from './support/machine.ts';
import { prepareLibrary, type MeasuredLibrary } from './support/measured-library.ts';
import { fillPlainIndex, plainSearch } from './support/plain-search.ts';
import { measurePublishing, type PublishFigures } from './support/publishing.ts';
import { SEARCHES, TYPED } from './support/queries.ts';
import { measureRebuild, type RebuildFigures } from './support/rebuilding.ts';
import { replay } from './support/recording-proxy.ts';
import { printReport, TARGETS } from './support/report.ts';

const { readConfig } = await built<typeof import('../src/platform/config.ts')>('platform/config.js');
const { startServers } = await built<typeof import('../src/platform/servers/servers.ts')>(
  'platform/servers/servers.js',
);

/** Clients at once; times the list of searches is gone through in a turn; turns. */
const LOADS = [
  { clients: 1, lists: 1, turns: 10 },
  { clients: 8, lists: 1, turns: 10 },
  { clients: 32, lists: 3, turns: 4 },
];

const WARM_UP_TURNS = 8;

export interface SearchFigures {
  clients: number;
  ours: Percentiles;
  raw: Percentiles;
  plain: Percentiles;
  ratio: { p50: number; p99: number };
  /** Answers a second, and how many of the plain search's that is. */
  throughput: { ours: number; plain: number; share: number };
  /** The ratio of the medians of each turn, the lowest and the highest: how far the machine's noise reaches. */
  turns: { lowest: number; median: number; highest: number };
}

export interface SizeFigures {
  reviews: number;
  documents: number;
  /** Requests to Meilisearch for one search: the mean, and how many of them wait for one another at most. */
  requests: { mean: number; inARow: number };
  search: SearchFigures[];
  /** The same searches, their answers compressed. */
  compressed: (Percentiles & { clients: number })[];
  page: (Percentiles & { clients: number })[];
  suggest: (Percentiles & { clients: number })[];
  publish: PublishFigures;
  /** The most memory that the application held, in megabytes; null where the system does not tell. */
  megabytes: number | null;
  postgresOnly: (Percentiles & { clients: number })[];
  rebuild: RebuildFigures;
}

interface Measured {
  library: MeasuredLibrary;
  application: Application;
  /** The index of the plain search. */
  plain: string;
}

const api = ({ application }: Measured, query: string): string => `${application.url}/api/v1/search?${query}`;

let asked = 0;

/** The same search as another address: what was answered before is kept, and this is about what is not. Blanks at its end say nothing. */
const fresh = (query: string): string =>
  query.replace(
    /(^|&)q=([^&]*)/,
    (_, before: string, q: string) => `${before}q=${q}${'+'.repeat((asked += 1) % 400)}`,
  );

async function measureSearch(all: Measured[]): Promise<Map<Measured, SearchFigures[]>> {
  const figures = new Map(all.map((one) => [one, [] as SearchFigures[]]));
  for (const { clients, lists, turns } of LOADS) {
    const times = new Map(
      all.map((one) => [one, { ours: [] as number[][], raw: [] as number[][], plain: [] as number[][] }]),
    );
    const took = new Map(all.map((one) => [one, { ours: 0, plain: 0 }]));
    const queries = Array.from({ length: lists }, () => SEARCHES).flat();
    // What runs for weeks is measured warm.
    for (let turn = -WARM_UP_TURNS; turn < turns; turn += 1) {
      for (const one of all) {
        const ours = await timed(clients, queries, (query) => get(api(one, fresh(query))));
        const raw = await timed(clients, queries, (query) => replay(one.library.recorded.get(query)!));
        const plain = await timed(clients, queries, (query) => askPlain(one, query));
        if (turn < 0) continue;
        for (const [side, { times: each }] of Object.entries({ ours, raw, plain }))
          times.get(one)![side as 'ours'].push(each);
        took.get(one)!.ours += ours.took;
        took.get(one)!.plain += plain.took;
      }
    }
    for (const [one, { ours, raw, plain }] of times) {
      const [mine, theirs] = [percentiles(ours.flat()), percentiles(raw.flat())];
      const seconds = took.get(one)!;
      const perSecond = { ours: mine.n / seconds.ours, plain: mine.n / seconds.plain };
      const each = ours.map((turn, at) => median(turn) / median(raw[at]!)).toSorted((a, b) => a - b);
      figures.get(one)!.push({
        ...{ clients, ours: mine, raw: theirs, plain: percentiles(plain.flat()) },
        throughput: { ...perSecond, share: perSecond.ours / perSecond.plain },
        ratio: { p50: mine.p50 / theirs.p50, p99: mine.p99 / theirs.p99 },
        turns: { lowest: each[0]!, median: median(each), highest: each.at(-1)! },
      });
    }
  }
  return figures;
}

async function timed(
  clients: number,
  queries: string[],
  ask: (query: string) => Promise<unknown>,
): Promise<{ times: number[]; took: number }> {
  const began = performance.now();
  const times = await atOnce(
    clients,
    queries.map((query) => () => ask(query)),
  );
  return { times, took: (performance.now() - began) / 1000 };
}

async function askPlain({ library, plain }: Measured, query: string): Promise<void> {
  const { status } = await send(plainSearch(library, plain, query));
  if (status !== 200) throw new Error(`The plain search answered ${status}`);
}

/** The same at one, eight and 32 clients. */
async function measureAddresses(
  urls: () => string[],
  turns: number,
  compressed = false,
): Promise<(Percentiles & { clients: number })[]> {
  const figures: (Percentiles & { clients: number })[] = [];
  await atOnce(
    4,
    urls().map((url) => () => get(url, compressed)),
  );
  for (const { clients } of LOADS) {
    const queries = Array.from({ length: turns }, urls).flat();
    const times = await atOnce(
      clients,
      queries.map((url) => () => get(url, compressed)),
    );
    figures.push({ clients, ...percentiles(times) });
  }
  return figures;
}

/** An application on the same database whose Meilisearch does not answer. */
async function measurePostgresOnly(library: MeasuredLibrary): Promise<(Percentiles & { clients: number })[]> {
  // Nothing listens there: a connection is refused at once, once a second, and PostgreSQL answers.
  const application = await library.start({ MEILI_URL: 'http://127.0.0.1:9' });
  try {
    const addresses = SEARCHES.map((query) => `${application.url}/api/v1/search?${query}`);
    const answer = (await get(`${addresses[0]}&explain=false`)).body;
    if (answer.length === 0) throw new Error('PostgreSQL answered nothing');
    return await measureAddresses(() => addresses, library.reviews > 5000 ? 1 : 3);
  } finally {
    await application.stop();
  }
}

async function measureRest(measured: Measured, search: SearchFigures[]): Promise<SizeFigures> {
  const { library, application } = measured;
  const asked = [...library.recorded.values()];
  const inARow = asked.map((requests) => {
    const place: number[] = [];
    for (const { after } of requests) place.push(1 + Math.max(0, ...after.map((earlier) => place[earlier]!)));
    return Math.max(0, ...place);
  });
  const compressed = await measureAddresses(
    () => SEARCHES.map((query) => api(measured, fresh(query))),
    5,
    true,
  );
  const page = await measureAddresses(
    () => SEARCHES.map((query) => `${application.url}/search?${query}`),
    3,
    true,
  );
  const suggest = await measureAddresses(
    () => TYPED.map((query) => `${application.url}/api/v1/suggest?${query}`),
    5,
  );
  const publish = await measurePublishing(library, application.url, 50);
  const megabytes = application.peakMegabytes();
  await application.stop();
  return {
    ...{ reviews: library.reviews, documents: library.documents },
    requests: { mean: asked.flat().length / asked.length, inARow: Math.max(...inARow) },
    ...{ search, compressed, page, suggest, publish, megabytes },
    postgresOnly: await measurePostgresOnly(library),
    rebuild: await measureRebuild(library, library.reviews > 5000 ? 2 : 3),
  };
}

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [200, 2_000, 20_000];
const folder = join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'bench');
const servers = await startServers(
  readConfig({ DATA_DIR: folder, ...process.env }),
  'The search benchmark',
  console.error,
);
const libraries: MeasuredLibrary[] = [];
try {
  const machine = await describeMachine(servers);
  for (const size of sizes) {
    const began = performance.now();
    libraries.push(await prepareLibrary(servers, size));
    const seconds = (performance.now() - began) / 1000;
    console.error(`${size} reviews are imported and indexed (${seconds.toFixed(0)} s)`);
  }
  const all = await Promise.all(
    libraries.map(async (library) => ({
      ...{ library, application: await library.start(), plain: await fillPlainIndex(library) },
    })),
  );
  const figures = await measureSearch(all);
  const results: SizeFigures[] = [];
  for (const [measured, search] of figures) results.push(await measureRest(measured, search));

  const report = {
    date: new Date().toISOString(),
    machine: { ...machine, loadAfter: loadavg()[0] ?? 0 },
    targets: TARGETS,
    results,
  };
  printReport(report);
  const file = fileURLToPath(new URL(`results/${report.date.slice(0, 10)}-search.json`, import.meta.url));
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nWritten to ${file}`);
} finally {
  for (const library of libraries) await library.drop();
  await servers.stop();
}
