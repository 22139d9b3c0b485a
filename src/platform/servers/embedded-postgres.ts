import { chown, open, readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { APPLICATION_ROLE } from '../postgres/roles.js';
import { DiskReserve, isFull } from './disk-reserve.js';
import { Keeper, type KeptServer } from './keeper.js';
import {
  exists,
  findExecutables,
  reachableExecutables,
  reachableHome,
  unprivilegedAccount,
  type Account,
  type Executables,
} from './postgres-program.js';
import { freePort, isRemains, isRunning, isThere, run, until } from './processes.js';
import { secret } from './secret.js';

const DATABASE = 'library';
const OWNER = 'postgres';
/** The version is part of the folder's name: a data folder of one major version cannot be opened by another. */
const MAJOR = 18;

export class EmbeddedPostgres implements KeptServer {
  readonly name = 'PostgreSQL';
  private port = 0;
  private pid = 0;
  /** The disk was full when it was started: it takes no changes, so that the little room there is lasts for reading. */
  private readsOnly = false;
  private keeper: Keeper | null = null;
  private readonly data: string;
  private readonly log: string;
  private readonly reserve: DiskReserve;

  private constructor(
    private readonly executables: Executables,
    private readonly account: Account | null,
    private readonly home: string,
    private readonly password: string,
    private readonly applicationPassword: string,
  ) {
    this.data = join(home, 'data');
    this.log = join(home, 'log');
    this.reserve = new DiskReserve(join(home, 'reserve'), home);
  }

  /**
   * Starts PostgreSQL on loopback with its data under `dataDir`, initialising it the first time, and keeps it running.
   * A server that a killed application left behind is stopped in good order first.
   */
  static async start(dataDir: string, say: (line: string) => void): Promise<EmbeddedPostgres> {
    const account = process.getuid?.() === 0 ? await unprivilegedAccount() : null;
    const home = await reachableHome(join(dataDir, `postgresql-${MAJOR}`), account, say);
    const executables = await reachableExecutables(await findExecutables(), home, account);
    const password = await secret(join(dataDir, 'postgresql.password'));
    const applicationPassword = await secret(join(dataDir, 'postgresql-app.password'));
    const server = new EmbeddedPostgres(executables, account, home, password, applicationPassword);
    if (!(await exists(join(server.data, 'PG_VERSION'))))
      await initialise(executables, home, password, account);
    await stopLeftover(server.data, password, () => server.control('-m', 'fast', '-w', '-t', '60', 'stop'));
    await server.startFirst();
    await server.reserve.keep();
    server.keeper = new Keeper(server, say);
    return server;
  }

  /** As the role that the library works as. */
  get url(): string {
    return address(this.port, DATABASE, this.applicationPassword, APPLICATION_ROLE);
  }

  get ownerUrl(): string {
    return address(this.port, DATABASE, this.password);
  }

  runs(): boolean {
    return this.pid > 0 && isRunning(this.pid);
  }

  async startAgain(): Promise<void> {
    const full = await isFull(this.home);
    if (full) await this.reserve.give();
    await this.launch('start', full);
  }

  /** Once there is room again the reserve is taken anew, and it takes changes again, for which it has to be restarted. */
  async tend(): Promise<void> {
    const isKept = await this.reserve.keep();
    if (this.readsOnly && isKept) await this.launch('restart', false);
  }

  async stop(): Promise<void> {
    await this.keeper?.stop();
    if (!this.runs()) return;
    // On a full disk it cannot write down what it holds: it does so when it is started again.
    await this.control('-m', 'fast', '-w', '-t', '30', '-s', 'stop').catch(() =>
      this.control('-m', 'immediate', '-w', '-t', '5', '-s', 'stop'),
    );
  }

  private async startFirst(): Promise<void> {
    if (await isFull(this.home)) await this.reserve.give();
    let failure: unknown;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      this.port = await freePort();
      try {
        await this.launch('start', false);
        await createDatabase(address(this.port, 'postgres', this.password));
        return;
      } catch (error) {
        failure = error;
        await this.stop().catch(() => undefined);
      }
    }
    if (await isFull(this.home)) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const tail = (await readFile(this.log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
    throw new Error(`PostgreSQL did not start. Its log (${this.log}) ends:\n${tail}`, { cause: failure });
  }

  private async launch(how: 'start' | 'restart', readsOnly: boolean): Promise<void> {
    const options = [
      `-p ${this.port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c shared_buffers=256MB',
      '-c max_wal_size=4GB',
      '-c checkpoint_timeout=15min',
      // Whoever was killed while it waited for a lock must not get it.
      ...(process.platform === 'win32' ? [] : ['-c client_connection_check_interval=1s']),
      ...(readsOnly ? ['-c default_transaction_read_only=on'] : []),
    ];
    await this.control('-m', 'fast', '-l', this.log, '-o', options.join(' '), '-w', '-t', '120', '-s', how);
    this.pid = Number((await readFile(join(this.data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    this.readsOnly = readsOnly;
  }

  private async control(...args: string[]): Promise<string> {
    return await run(this.executables.pg_ctl, ['-D', this.data, ...args], {
      ...this.account,
      cwd: this.home,
    });
  }
}

const address = (port: number, database: string, password: string, role = OWNER): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

/** Initialises beside the final place and renames, so that a start that was killed half-way leaves nothing behind. */
async function initialise(
  executables: Executables,
  home: string,
  password: string,
  account: Account | null,
): Promise<void> {
  const fresh = join(home, 'data.new');
  const passwordFile = join(home, 'password');
  await rm(fresh, { recursive: true, force: true });
  try {
    const file = await open(passwordFile, 'w', 0o600);
    await file.writeFile(password);
    await file.close();
    if (account) await chown(passwordFile, account.uid, account.gid);
    const flags = ['-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await run(executables.initdb, ['-D', fresh, ...flags, ...locale], { ...account, cwd: home });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, join(home, 'data'));
}

/**
 * Stops a server that outlived its application. Only one that takes our password on the port it wrote down is ours;
 * a pid file that nobody answers for is left for PostgreSQL, which knows how to judge it, unless its process number
 * now belongs to a process elsewhere.
 */
async function stopLeftover(data: string, password: string, stop: () => Promise<string>): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid) return;
  const client = new Client({
    connectionString: address(port, 'postgres', password),
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  const ours = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  if (ours) {
    await stop();
    return;
  }
  // Where the system can tell (Linux): does that process work in our data folder?
  const where = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (where !== null && where !== (await realpath(data))) {
    await rm(pidFile, { force: true });
    return;
  }
  // One that was killed a moment ago is still on its way out, and PostgreSQL takes even its remains for a server that runs.
  await until(() => Promise.resolve(isThere(pid) ? null : true), LEAVING_MS);
  // Nobody looks at the remains: by now whatever worked for that server has ended as well.
  if (isRemains(pid)) await rm(pidFile, { force: true });
}

/** A killed server gives its memory back within a second or two; whoever has to note its end may be busy. */
const LEAVING_MS = 20_000;

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
