import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { Visitor } from '../support/visitor.js';
import { serverAddresses, serversOf } from '../support/servers.js';

interface Found {
  total: number;
  degraded: boolean;
}

const search = async (address: string, q: string): Promise<Found> =>
  (await (await fetch(`${address}/api/v1/search?q=${encodeURIComponent(q)}`)).json()) as Found;

/** Sends half a form, and does not wait for what is said of it. */
async function hangUp(address: string, path: string): Promise<void> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const head = [`POST ${path} HTTP/1.1`, 'Host: library', 'Content-Length: 100'];
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write([...head, type, '', 'code=secret'].join('\r\n'), () => socket.destroy());
  await once(socket, 'close');
}

describe('the library as a process', () => {
  let folder: string;
  const started: RunningLibrary[] = [];
  const start = (
    environment: Record<string, string> = {},
    ...program: [string?, string[]?]
  ): RunningLibrary => {
    const library = RunningLibrary.start({ DATA_DIR: folder, ...environment }, ...program);
    started.push(library);
    return library;
  };

  /** Whether the running library's database goes by another time than the real one. */
  async function clockIsSet(): Promise<boolean> {
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseUrl });
    await client.connect();
    const { rowCount } = await client.query('select 1 from library_clock');
    await client.end();
    return rowCount === 1;
  }

  /** The log has a line for each request, and in none of them what was searched, shown, typed or opened. */
  async function logsNothingOf(library: RunningLibrary, address: string): Promise<void> {
    const token = 'SecretTokenOfALink_0123456789-0123456789abc';
    const key = `prl_${'SecretKey'.repeat(5)}123456`;
    const visitor = new Visitor(address);
    await visitor.get('/search?q=secretwords');
    await visitor.signIn('secret.person@council.example', 'secretpassword');
    await visitor.get(`/link/${token}`);
    await visitor.get('/api/v1/themes?limit=secretlimit');
    // Answered before anything else looks at them: what other sites may send, and what is kept.
    await fetch(`${address}/api/v1/reviews/secretslug`, { method: 'OPTIONS' });
    for (const _ of ['made', 'kept']) await visitor.get('/embed/search?q=secretwords');
    await hangUp(address, '/sign-in/code');
    const { headers } = await visitor.get('/api/v1/themes', { authorization: `Bearer ${key}` });
    const number = headers.get('x-request-id')!;
    for (const said of [number, '/sign-in/code'])
      await eventually(async () => await Promise.resolve(expect(library.output).toContain(said)));
    expect(library.output.toLowerCase()).not.toMatch(/secret/);
    const written = library.output.split('\n').filter((line) => line.startsWith('{'));
    const lines = written.map(
      (line) => JSON.parse(line) as { msg?: string; method?: string; route?: string; requestId?: string },
    );
    const answered = lines.filter(({ msg }) => msg === 'Answered');
    expect(answered.filter(({ requestId }) => !requestId)).toEqual([]);
    const asked = answered.map(({ method, route }) => `${method} ${route}`);
    expect(asked.filter((each) => /^OPTIONS|embed|code/.test(each))).toEqual([
      ...['OPTIONS /api/v1/reviews/:slug', 'GET /embed/search', 'GET /embed/search', 'POST /sign-in/code'],
    ]);
    expect(answered).toEqual(
      expect.arrayContaining(
        ['/search', '/sign-in', '/link/:token', '/api/v1/themes'].map((route) =>
          expect.objectContaining({ route, requestId: expect.any(String) }),
        ),
      ),
    );
  }

  beforeAll(async () => {
    folder = await openFolder();
    return async () => await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const library of started.splice(0)) await library.stop();
  });

  it('starts empty where it is told to, and says where to tell of a mistake', async () => {
    const library = start({
      ...{ EMPTY: 'true', CONTACT_EMAIL: 'library@example.org' },
      CLOCK_STARTS_AT: '2031-01-06T09:00:00Z',
    });
    const address = await library.address();
    expect(library.output).toContain('tracking and the log take it to be 6 January 2031 at 09:0');
    expect(library.output).not.toContain('first content');
    for (const kind of ['themes', 'reviews', 'resources'])
      expect(await (await fetch(`${address}/api/v1/${kind}`)).json()).toMatchObject({ total: 0 });
    expect(await (await fetch(`${address}/about`)).text()).toContain('href="mailto:library@example.org"');
    // Wherever it listens, the command knows.
    const command = start({ PORT: '1' }, 'dist/src/accounts/account.command.js', ['first-link']);
    expect(await command.ended()).toBe(0);
    const [link] = /http:\S+\/link\/\S+/.exec(command.output)!;
    expect((await fetch(link)).status).toBe(200);
    expect(await clockIsSet()).toBe(true);
  });

  it('starts from nothing, answers a search, and Ctrl-C stops it and its servers', async () => {
    const library = start({ LOG_FORMAT: 'json' });
    const address = await library.address();
    expect(library.output).toContain('loaded its own first content');
    expect(library.output).not.toContain('CLOCK_STARTS_AT');
    expect(await clockIsSet()).toBe(false);
    expect((await search(address, 'parental mental health')).total).toBeGreaterThan(0);
    await logsNothingOf(library, address);
    const servers = await serversOf(folder);
    expect(servers.length).toBeGreaterThan(0);
    expect(await library.stop('SIGINT')).toBe(0);
    expect(await serversOf(folder)).toEqual([]);
  });

  it('starts without a Meilisearch that cannot, and takes it in as soon as it can', async () => {
    const inTheWay = join(folder, 'meilisearch-1.21.0', 'data');
    await rm(inTheWay, { recursive: true });
    await writeFile(inTheWay, 'as a full disk is');
    const library = start();
    const address = await library.address();
    expect(library.output).toContain('Meilisearch does not start');
    expect(await search(address, 'neglect')).toMatchObject({ degraded: true });
    await rm(inTheWay);
    await eventually(async () => expect(await search(address, 'neglect')).toMatchObject({ degraded: false }));
  });

  it('says that one runs already, and leaves that one alone', async () => {
    const first = start();
    const address = await first.address();
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('The library is already running on this data folder');
    expect((await search(address, 'CCE')).total).toBeGreaterThan(0);
  });

  it('of two that start at once lets one in', async () => {
    const both = [start(), start()];
    const results = await Promise.allSettled(both.map((library) => library.address()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('comes back after kill -9 with everything it had', async () => {
    const killed = start();
    const before = await search(await killed.address(), 'unseen adults');
    await killed.stop('SIGKILL');
    // A folder from before there was a role for the library has no password for it.
    await rm(join(folder, 'postgresql-app.password'));
    const again = start();
    const after = await search(await again.address(), 'unseen adults');
    expect(after).toMatchObject({ total: before.total, degraded: false });
    expect(again.output).not.toContain('loaded its own first content');
    expect(again.output).not.toContain('The audit log is not guarded');
    expect(again.output).toContain('Agency leads are sent no links to sign in: set SMTP_URL and PUBLIC_URL');
    expect(again.output).toContain('nobody is told that their account was changed');
    const password = await readFile(join(folder, 'postgresql-app.password'), 'utf8');
    const { databaseUrl } = await serverAddresses(folder);
    expect(new URL(databaseUrl)).toMatchObject({ username: 'library_app', password });
  });

  it('works in a folder that only its owner may enter', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'closed-'));
    const data = join(closed, 'data');
    await mkdir(data);
    const library = start({ DATA_DIR: data });
    expect((await search(await library.address(), 'CCE')).total).toBeGreaterThan(0);
    await library.stop();
    const moved = await readFile(join(data, 'postgresql-18', 'moved-to'), 'utf8').catch(() => null);
    // As root the database server runs as another account, which cannot enter; as anyone else it runs as us.
    expect(moved !== null).toBe(process.getuid?.() === 0);
    if (moved) await rm(moved, { recursive: true, force: true });
    await rm(closed, { recursive: true, force: true });
  });

  it('names a wrong setting and never its value', async () => {
    const library = start({
      ...{ PORT: 'secret-port', DATABASE_URL: 'mysql://user:secret@host/db' },
      ...{ NODE_ENV: 'production', CLOCK_STARTS_AT: '2025-01-06T09:00:00Z' },
    });
    expect(await library.ended()).toBe(1);
    expect(library.output).toMatch(/PORT must be/);
    expect(library.output).toMatch(/DATABASE_URL must start with/);
    expect(library.output).toContain('leave it out in production');
    expect(library.output).not.toContain('secret');
  });

  it('says so when the port is taken, and stops what it had started', async () => {
    const other = createServer().listen(0);
    const { port } = other.address() as { port: number };
    const library = start({ PORT: String(port) });
    expect(await library.ended()).toBe(1);
    expect(library.output).toContain(`Port ${port} is taken`);
    expect(await serversOf(folder)).toEqual([]);
    other.close();
  });
});
