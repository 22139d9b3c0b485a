/**
 * How long the desk, an item, lists and reports of any day, and exports take where a partnership follows 2,000 items with
 * 10,000 actions and about 100,000 entries; and what a register of 2,200 rows costs there to look through, bring in, send again
 * and take back; and how long it takes to ask 300 owners for updates. The same partnership every time.
 *
 *   npm run bench:tracking [-- ITEMS]
 *
 * Beside them, in the same turns, PostgreSQL alone gives all of those entries as one text: what is a multiple of that time holds
 * on other machines. The application runs in a process of its own. Uses the servers that the environment names, or starts
 * embedded ones.
 */
import { loadavg, tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { startApplication, type Application } from './support/application.ts';
import { built } from './support/built.ts';
import { percentiles, send, type HttpAnswer } from './support/load.ts';
import { describeMachine } from './support/machine.ts';
import { vacuum } from './support/measured-library.ts';
import { Mailbox } from '../test/support/mailbox.ts';
import { registerOf } from './support/register.ts';
import { followMuch, type FollowedPartnership } from './tracking-data.ts';

const { readConfig } = await built<typeof import('../src/platform/config.ts')>('platform/config.js');
const { joinServers } = await built<typeof import('../src/platform/servers/servers.ts')>(
  'platform/servers/servers.js',
);
const { temporaryDatabase } = await built<typeof import('../src/platform/postgres/temporary-database.ts')>(
  'platform/postgres/temporary-database.js',
);
const { openLibrary } = await built<typeof import('../src/open-library.ts')>('open-library.js');
const { createApp } = await built<typeof import('../src/app.ts')>('app.js');

const ITEMS = Number(process.argv[2] ?? 2_000);
const ACTIONS_EACH = 5;
const ROWS = 2_200;
/** Items of which something moves between two boards. */
const MOVED = 100;

/** Something that is asked for again and again. */
interface Asked {
  name: string;
  /** Milliseconds that 95 of 100 answers may take at the size of the issue. */
  target: number;
  times: number;
  /** Addresses in turn, so that not one answer is measured. */
  paths: string[];
}

const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const PASTS = [700, 365, 30].flatMap((days) => [
  `asOf=${dayAgo(days)}&view=shown`,
  `asOf=${dayAgo(days)}&view=known`,
]);

const whatIsAsked = ({ items, agencies, reviews }: FollowedPartnership, snapshots: string[]): Asked[] => {
  const api = '/api/v1/tracking';
  const some = items.filter((_, at) => at % Math.ceil(items.length / 40) === 0);
  const inPast = (path: string): string[] =>
    PASTS.map((past) => `${path}${path.includes('?') ? '&' : '?'}${past}`);
  return [
    { name: 'desk, page', target: 150, times: 60, paths: ['/tracking'] },
    {
      name: 'desk of an agency, page',
      target: 150,
      times: 40,
      paths: agencies.map((id) => `/tracking?agency=${id}`),
    },
    { name: 'item, page', target: 100, times: 80, paths: some.map((id) => `/tracking/items/${id}`) },
    { name: 'item, API', target: 100, times: 80, paths: some.map((id) => `${api}/items/${id}`) },
    {
      name: 'list of today, API',
      target: 1_000,
      times: 30,
      paths: [`${api}/items?limit=100`, `${api}/items?state=open`],
    },
    { name: 'list as of a day, API', target: 1_000, times: 12, paths: inPast(`${api}/items?limit=100`) },
    { name: 'list as of a day, page', target: 1_000, times: 12, paths: inPast('/tracking/items') },
    { name: 'desk as of a day, page', target: 1_000, times: 12, paths: inPast('/tracking') },
    { name: 'item as of a day, page', target: 1_000, times: 12, paths: inPast(`/tracking/items/${some[0]}`) },
    {
      ...{ name: 'report of a review', target: 3_000, times: 10 },
      paths: reviews.slice(0, 10).map((slug) => `${api}/reports/review.json?review=${slug}`),
    },
    {
      ...{ name: 'report of a theme', target: 3_000, times: 8 },
      paths: ['', ...PASTS].map((past) => `${api}/reports/theme.json?theme=neglect&${past}`),
    },
    {
      ...{ name: 'yearly report, page', target: 3_000, times: 6 },
      paths: [
        '/tracking/reports/yearly',
        `/tracking/reports/yearly?from=${dayAgo(700)}&until=${dayAgo(335)}`,
      ],
    },
    { name: 'yearly report, .docx', target: 3_000, times: 4, paths: [`${api}/reports/yearly.docx`] },
    {
      ...{ name: 'board’s paper', target: 3_000, times: 6 },
      paths: snapshots.flatMap((id) => [
        `/tracking/reports/board?snapshot=${id}`,
        `${api}/reports/board.docx?snapshot=${id}`,
      ]),
    },
    {
      name: 'export',
      target: 5_000,
      times: 4,
      paths: [`${api}/export.xlsx`, ...PASTS.slice(2, 4).map((past) => `${api}/export.xlsx?${past}`)],
    },
  ];
};

async function ask(
  { url }: Application,
  { key, session }: FollowedPartnership,
  path: string,
): Promise<HttpAnswer> {
  const headers: Record<string, string> = path.startsWith('/api/')
    ? { authorization: `Bearer ${key}` }
    : { cookie: `session=${session}` };
  const answer = await send({ method: 'GET', url: `${url}${path}`, headers });
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
  return answer;
}

/** As milliseconds. */
async function timeOf(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}

/** Two snapshots, between which some is completed and some put off. @returns the id of the later one */
async function takeSnapshots(
  application: Application,
  { key, items }: FollowedPartnership,
): Promise<string[]> {
  const api = `${application.url}/api/v1/tracking`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const take = async (name: string): Promise<string> =>
    (await post('/snapshots', { name, meetingOn: dayAgo(0) })).id;
  await take('The board before');
  for (const item of items.slice(0, MOVED)) {
    const { actions } = (await (await fetch(`${api}/items/${item}`, { headers })).json()) as {
      actions: { id: string; delivery: string }[];
    };
    const open = actions.filter(({ delivery }) => delivery === 'in-progress');
    if (open[0]) await post(`/actions/${open[0].id}/delivery`, { to: 'completed' });
    if (open[1])
      await post(`/actions/${open[1].id}/due`, { on: '2028-06-30', reason: 'The form is being renewed.' });
  }
  return [await take('The board')];
}

/** Everything in turns, so that a machine that is busy with other things slows all alike. */
async function measureReads(
  application: Application,
  partnership: FollowedPartnership,
  source: DataSource,
): Promise<void> {
  const asked = whatIsAsked(partnership, await takeSnapshots(application, partnership));
  const times = new Map(asked.map((one) => [one, [] as number[]]));
  const plain: number[] = [];
  const most = Math.max(...asked.map((one) => one.times));
  for (let turn = -3; turn < most; turn += 1) {
    for (const one of asked) {
      const due =
        turn < 0
          ? turn + 3 < one.paths.length
          : Math.floor((turn * one.times) / most) !== Math.floor(((turn + 1) * one.times) / most);
      if (!due) continue;
      const known = times.get(one)!;
      const path = one.paths[(turn < 0 ? turn + 3 : known.length) % one.paths.length]!;
      const took = await timeOf(() => ask(application, partnership, path));
      if (turn >= 0) known.push(took);
    }
    if (turn >= 0 && turn % 10 === 0) plain.push(await timeOf(() => source.query(PLAIN)));
  }
  const baseline = percentiles(plain).p50;
  console.log(
    `\nall entries from PostgreSQL as one text: p50 ${baseline.toFixed(0)} ms (${plain.length} times)\n`,
  );
  console.log(
    `${'what'.padEnd(28)}${'times'.padStart(6)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'target'.padStart(8)}${'p95 / plain'.padStart(13)}`,
  );
  for (const [{ name, target }, each] of times) {
    const { n, p50, p95 } = percentiles(each);
    console.log(
      `${name.padEnd(28)}${String(n).padStart(6)}${p50.toFixed(0).padStart(8)}${p95.toFixed(0).padStart(8)}` +
        `${String(target).padStart(8)}${(p95 / baseline).toFixed(2).padStart(13)}${p95 > target ? '  over' : ''}`,
    );
  }
}

/** A register that is looked through, brought in, sent again and taken back. */
async function measureSheet(application: Application, { key }: FollowedPartnership): Promise<void> {
  const imports = `${application.url}/api/v1/tracking/imports`;
  const headers = { authorization: `Bearer ${key}` };
  const told = async (answer: Response): Promise<{ id: string; [field: string]: unknown }> => {
    if (!answer.ok)
      throw new Error(`${answer.url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as { id: string };
  };
  const upload = async (): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([registerOf(ROWS)]), 'register.xlsx');
    return (await told(await fetch(imports, { method: 'POST', headers, body: form }))).id;
  };
  const does = async (id: string, deed: string): Promise<unknown> =>
    told(
      await fetch(`${imports}/${id}/${deed}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{}',
      }),
    );
  let id = '';
  const steps: [string, () => Promise<unknown>][] = [
    ['preview', async () => void (id = await upload())],
    ['apply', () => does(id, 'apply')],
    ['preview of the same again', upload],
    ['undo', () => does(id, 'undo')],
  ];
  console.log(`\na register of ${ROWS} rows:`);
  for (const [name, deed] of steps)
    console.log(`${name.padEnd(28)}${((await timeOf(deed)) / 1000).toFixed(1).padStart(8)} s`);
}

/** A round of updates: opened, looked through, sent in one transaction, and taken by a mail server with its spreadsheets. */
async function measureRound(
  application: Application,
  { key }: FollowedPartnership,
  mailbox: Mailbox,
): Promise<void> {
  const rounds = `${application.url}/api/v1/tracking/rounds`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<{ id: string; people: unknown[] }> => {
    const answer = await fetch(`${rounds}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; people: unknown[] };
  };
  let [id, people] = ['', 0];
  const steps: [string, () => Promise<unknown>][] = [
    ['open', async () => void ({ id } = await post('', { name: 'A round', by: dayAgo(-14) }))],
    ['who gets what', () => post(`/${id}/send?preview=true`, {})],
    ['send', async () => void (people = (await post(`/${id}/send`, {})).people.length)],
    [
      'all e-mails taken',
      async () => {
        while (mailbox.taken.length < people) await new Promise((done) => setTimeout(done, 100));
      },
    ],
    ['who has answered', async () => void (await fetch(`${rounds}/${id}`, { headers })).json()],
  ];
  const times: [string, number][] = [];
  for (const [name, deed] of steps) times.push([name, (await timeOf(deed)) / 1000]);
  console.log(`\na round of ${people} owners, to be sent and taken in 60 s or less:`);
  for (const [name, seconds] of times) console.log(`${name.padEnd(28)}${seconds.toFixed(1).padStart(8)} s`);
}

const PLAIN = `select json_agg(e)::text as given from (
  select number, recorded_at, actor_id, action, subject_id, "from", "to", effective_on from audit_entry
  where subject_kind = 'tracked-item' order by chain, number) e`;

const own = { DATA_DIR: join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'bench') };
const config = readConfig({ ...own, ...process.env });
const servers = await joinServers(config, 'The tracking benchmark', console.error);
const database = await temporaryDatabase(servers);
const folder = await mkdtemp(join(tmpdir(), 'bench-tracking-'));
const mailbox = new Mailbox();
await mailbox.open();
const environment = {
  ...{ DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.databaseOwnerUrl ?? '' },
  ...{ MEILI_URL: servers.meili?.url ?? '', MEILI_MASTER_KEY: servers.meili?.key ?? '' },
  ...{ SEARCH_INDEX: `bench_tracking_${process.pid}`, DATA_DIR: folder },
  ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
  PUBLIC_URL: 'https://reviews.example.org',
};
const owner = new DataSource({ type: 'postgres', url: database.databaseOwnerUrl ?? database.databaseUrl });
const running: Application[] = [];
try {
  await (await openLibrary(database)).destroy();
  await owner.initialize();
  const app = await createApp(readConfig(environment), { ...servers, ...database });
  const began = performance.now();
  const partnership = await followMuch(app, owner, { items: ITEMS, actions: ACTIONS_EACH });
  await app.close();
  await vacuum(database);
  console.log(JSON.stringify(await describeMachine(servers)));
  console.log(
    `${partnership.items.length} items, ${partnership.items.length * ACTIONS_EACH} actions, ${partnership.entries} entries, ` +
      `made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const application = await startApplication(
    environment,
    process.env.FLAGS ? process.env.FLAGS.split(' ') : [],
  );
  running.push(application);
  await measureReads(application, partnership, owner);
  await measureRound(application, partnership, mailbox);
  await measureSheet(application, partnership);
  console.log(
    `\nmost memory of the application: ${application.peakMegabytes()?.toFixed(0) ?? 'unknown'} MB; load at the end ${loadavg()[0]!.toFixed(1)}`,
  );
} finally {
  for (const one of running) await one.stop();
  if (owner.isInitialized) await owner.destroy();
  await database.drop();
  await servers.stop();
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
}
