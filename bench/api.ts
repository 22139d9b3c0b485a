/**
 * What the API answers a second, beside the same Express stack serving the same bytes from memory, in turns.
 *
 *   npm run bench:api [-- --reviews N] [-- --turns N] [-- --minutes N]
 *
 * Rows: answers that are kept, what somebody has already (304), lists and reviews of many addresses in turn, and what nobody has
 * asked for since the content last changed (each request another address; no part of the ceiling is asked of it). Then how a neighbour of somebody greedy fares; with `--minutes`, whether memory stays flat.
 * Uses the servers that the environment names, or starts embedded ones. Ratios hold on a machine that is busy with other
 * things; answers a second do not.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import type { Application } from './support/application.ts';
import { built } from './support/built.ts';
import { get, getJson, median, percentiles } from './support/load.ts';
import { describeMachine } from './support/machine.ts';
import { prepareLibrary, type MeasuredLibrary } from './support/measured-library.ts';
import { SEARCHES } from './support/queries.ts';
import { load, type Asked } from './support/sockets.ts';

const { readConfig } = await built<typeof import('../src/platform/config.ts')>('platform/config.js');
const { startServers } = await built<typeof import('../src/platform/servers/servers.ts')>(
  'platform/servers/servers.js',
);

const { values: given } = parseArgs({
  options: {
    reviews: { type: 'string', default: '2000' },
    turns: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '0' },
    rows: { type: 'string', default: '' },
  },
});
const CONNECTIONS = [1, 8, 32, 128];

interface Row {
  name: string;
  /** The least part of what the ceiling answers a second; null where none is asked. */
  target: number | null;
  /** Paths below `/api/v1`, asked in this order and again from the first. */
  paths: string[];
  isConditional?: boolean;
  /** Whether nothing of it is kept when a turn begins, and none of it is asked for twice in one. */
  isFresh?: boolean;
  /** Requests in a turn. */
  requests: number;
}

/** More rows: add them here. */
async function rowsFor(url: string): Promise<Row[]> {
  const slugs: string[] = [];
  for (let page = 1; slugs.length < 1500 && page <= 20; page += 1)
    for (const { slug } of (
      await getJson<{ items: { slug: string }[] }>(`${url}/api/v1/reviews?limit=100&page=${page}`)
    ).items)
      slugs.push(slug);
  const themes = (await getJson<{ items: { slug: string }[] }>(`${url}/api/v1/themes?limit=100`)).items;
  const list = 'reviews?limit=20';
  const item = `reviews/${slugs[0]}`;
  const search = `search?${SEARCHES[0]}`;
  const lists = [
    ...Array.from({ length: 60 }, (_, at) => `reviews?limit=20&page=${at + 1}`),
    ...['title', 'label', '-publishedOn', 'publisher'].flatMap((sort) =>
      Array.from({ length: 60 }, (_, at) => `reviews?limit=20&sort=${sort}&page=${at + 1}`),
    ),
    ...themes.map(({ slug }) => `reviews?limit=20&theme=${slug}`),
    ...Array.from({ length: 20 }, (_, at) => `reviews?limit=20&year=${2005 + at}`),
  ];
  const kept = { target: 0.6, requests: 2000 };
  const many = { target: 0.3, requests: 2000 };
  const fresh = { target: null, isFresh: true };
  return [
    { name: 'list of 20, kept', paths: [list], ...kept },
    { name: 'item, kept', paths: [item], ...kept },
    { name: 'search, kept', paths: [search], ...kept },
    { name: 'list of 20, had already', paths: [list], isConditional: true, ...kept },
    { name: 'item, had already', paths: [item], isConditional: true, ...kept },
    { name: 'search, had already', paths: [search], isConditional: true, ...kept },
    { name: 'lists of 20, many', paths: lists, ...many },
    { name: 'items, many', paths: slugs.slice(0, 1000).map((slug) => `reviews/${slug}`), ...many },
    { name: 'lists of 20, for the first time', paths: lists, ...fresh, requests: lists.length },
    {
      name: 'items, for the first time',
      paths: slugs.map((slug) => `reviews/${slug}`),
      ...fresh,
      requests: Math.min(1000, slugs.length),
    },
  ].filter(({ name }) => name.includes(given.rows));
}

interface Ceiling {
  url: string;
  stop(): void;
}

/** What the ceiling serves is what the library answers. */
async function startCeiling(
  folder: string,
  url: string,
  rows: Row[],
): Promise<{ ceiling: Ceiling; etags: Map<string, string> }> {
  const answers: Record<string, { etag: string; link: string; body: string }> = {};
  for (const path of new Set(rows.flatMap(({ paths }) => paths))) {
    const { headers, body } = await get(`${url}/api/v1/${path}`);
    answers[`/api/v1/${path}`] = {
      etag: headers.etag!,
      link: String(headers.link ?? ''),
      body: body.toString(),
    };
  }
  const file = join(folder, 'answers.json');
  await writeFile(file, JSON.stringify(answers));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('support/ceiling.ts', import.meta.url)), file],
    {
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = await new Promise<string>((done) =>
    child.stdout.on('data', (text: Buffer) => done(/:(\d+)/.exec(text.toString())![1]!)),
  );
  const etags = new Map(Object.entries(answers).map(([path, { etag }]) => [path, etag]));
  return { ceiling: { url: `http://127.0.0.1:${port}`, stop: () => child.kill() }, etags };
}

/** Nothing that was kept is of use any more. */
async function changeContent({ source }: MeasuredLibrary): Promise<void> {
  await source.query('update theme set definition = definition where id = (select id from theme limit 1)');
}

async function measure(
  library: MeasuredLibrary,
  application: Application,
  ceiling: Ceiling,
  rows: Row[],
  etags: Map<string, string>,
): Promise<boolean> {
  const turns = Number(given.turns);
  let isMet = true;
  console.log('row, connections: ours a second, ceiling a second, share (each turn), p50/p99 ms, errors');
  for (const row of rows) {
    const asked = Array.from({ length: row.requests }, (_, at): Asked => {
      const path = `/api/v1/${row.paths[at % row.paths.length]!}`;
      return row.isConditional
        ? { path, heads: `If-None-Match: ${etags.get(path)!}\r\nCache-Control: no-cache\r\n` }
        : { path };
    });
    const expected = row.isConditional ? [304] : [200];
    for (const connections of CONNECTIONS) {
      const shares: number[] = [];
      const [ours, theirs]: [number[], number[]] = [[], []];
      const times: number[] = [];
      let errors = 0;
      for (let turn = -1; turn < turns; turn += 1) {
        if (row.isFresh) await changeContent(library);
        const mine = await load(application.url, connections, asked, expected);
        const top = await load(ceiling.url, connections, asked, expected);
        errors += mine.errors + top.errors;
        // What runs for weeks is measured warm.
        if (turn < 0) continue;
        ours.push(mine.perSecond);
        theirs.push(top.perSecond);
        shares.push(mine.perSecond / top.perSecond);
        times.push(...mine.times);
      }
      const { p50, p99 } = percentiles(times);
      const share = median(shares);
      const ok = share >= (row.target ?? 0) && errors === 0;
      const verdict = row.target === null && ok ? '' : ok ? ' met' : ' MISSED';
      isMet &&= ok;
      console.log(
        `${row.name}, ${connections}: ${median(ours).toFixed(0)}, ${median(theirs).toFixed(0)}, ${share.toFixed(2)} ` +
          `(${Math.min(...shares).toFixed(2)}–${Math.max(...shares).toFixed(2)})${verdict}, ` +
          `${p50.toFixed(1)}/${p99.toFixed(1)}, ${errors}`,
      );
    }
  }
  return isMet;
}

/**
 * Somebody asks for one review after another, none of them kept, alone and beside somebody else with 32 connections, both within
 * their limits: while the content stays as it is, and while it changes with each two hundred of their requests.
 */
async function measureNeighbour(library: MeasuredLibrary, rows: Row[]): Promise<void> {
  const application = await library.start({ API_LIMIT: '1000000', TRUST_PROXY: '1' });
  const from = (address: string, paths: string[], many: number): Asked[] =>
    Array.from({ length: many }, (_, at) => ({
      ...{ path: `/api/v1/${paths[at % paths.length]!}`, heads: `X-Forwarded-For: ${address}\r\n` },
    }));
  try {
    const [lists, items] = [rows.at(-2)!.paths, rows.at(-1)!.paths];
    const mine = from('192.0.2.1', items, 300);
    await load(application.url, 1, from('192.0.2.1', items, 200));
    for (const changes of [false, true]) {
      await changeContent(library);
      const alone = percentiles((await load(application.url, 1, mine)).times);
      await changeContent(library);
      let isOver = false;
      const greedy = (async () => {
        while (!isOver) {
          if (changes) await changeContent(library);
          await load(application.url, 32, from('192.0.2.2', lists, 200));
        }
      })();
      const beside = percentiles((await load(application.url, 1, mine)).times);
      isOver = true;
      await greedy;
      const times = beside.p50 / alone.p50;
      console.log(
        `neighbour of 32 greedy connections, content ${changes ? 'changing' : 'at rest'}: p50 ${alone.p50.toFixed(1)} ms alone, ` +
          `${beside.p50.toFixed(1)} beside, ${times.toFixed(1)} times (at most 3) ${times <= 3 ? 'met' : 'MISSED'}; ` +
          `p99 ${alone.p99.toFixed(1)}, ${beside.p99.toFixed(1)}`,
      );
    }
  } finally {
    await application.stop();
  }
}

/** Everything at 32 connections, content changing all the while, for so many minutes. */
async function soak(
  library: MeasuredLibrary,
  application: Application,
  rows: Row[],
  minutes: number,
): Promise<void> {
  const memory: number[] = [];
  const end = Date.now() + minutes * 60_000;
  const asked = rows
    .filter(({ isConditional }) => !isConditional)
    .flatMap(({ paths }) => paths.slice(0, 200));
  let [answers, errors] = [0, 0];
  while (Date.now() < end) {
    await changeContent(library);
    const loaded = await load(
      application.url,
      32,
      asked.map((path) => ({ path: `/api/v1/${path}` })),
    );
    answers += asked.length;
    errors += loaded.errors;
    const status = await readFile(`/proc/${application.pid}/status`, 'utf8');
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }
  const quarter = Math.max(1, Math.floor(memory.length / 4));
  const [second, last] = [memory.slice(quarter, 2 * quarter), memory.slice(-quarter)].map((part) =>
    median(part),
  );
  console.log(
    `${minutes} minutes: ${answers} answers, ${errors} errors; memory ${second!.toFixed(0)} MB in the second quarter, ` +
      `${last!.toFixed(0)} in the last, at most ${Math.max(...memory).toFixed(0)}`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'bench-api-'));
const servers = await startServers(
  readConfig({
    DATA_DIR: join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'bench'),
    ...process.env,
  }),
  'The benchmark of the API',
  console.error,
);
let library: MeasuredLibrary | undefined;
let ceiling: Ceiling | undefined;
try {
  console.log(JSON.stringify(await describeMachine(servers)));
  library = await prepareLibrary(servers, Number(given.reviews));
  const application = await library.start({ PUBLIC_URL: 'https://library.example' });
  const rows = await rowsFor(application.url);
  const started = await startCeiling(folder, application.url, rows);
  ceiling = started.ceiling;
  await measure(library, application, ceiling, rows, started.etags);
  if (rows.length > 2) await measureNeighbour(library, rows);
  if (Number(given.minutes) > 0) await soak(library, application, rows, Number(given.minutes));
} finally {
  ceiling?.stop();
  await library?.drop();
  await servers.stop();
  await rm(folder, { recursive: true });
}
