import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { isDiskFull } from '../postgres/lost-connection.js';
import type { DatabaseAddresses } from '../postgres/database-addresses.js';
import { isRunning } from './processes.js';

/** What the holder of a data folder tells others that want it. */
interface Holder {
  pid: number;
  /** What holds it, in words a person understands: "the library", "an import". */
  what: string;
  /** Whether it stays until it is told to end, as the library does, or ends when its work is done. */
  stays?: boolean;
  /** Loopback port on which the holder proves that it lives. */
  port: number;
  token: string;
  /** Where its servers are, once they run. */
  servers?: ServerAddresses;
}

export interface ServerAddresses extends DatabaseAddresses {
  /** Seals the ends of the audit log's chains; the database does not know it. */
  auditKey?: string;
  meili: { url: string; key: string } | null;
  /** Where the library that runs on them listens, once it does. */
  libraryUrl?: string;
}

export class DataFolderInUse extends Error {
  constructor(
    readonly what: string,
    readonly pid: number,
    readonly servers: ServerAddresses | undefined,
    readonly stays = true,
  ) {
    super(`${what} is already running on this data folder (process ${pid})`);
  }
}

/**
 * The one right to write in a data folder. It is held by listening on a loopback port that the holder file names:
 * a process that was killed stops listening at that moment, so no stale lock is left, and a process number that the
 * system gave to another program cannot be mistaken for ours.
 */
export class DataFolder {
  private constructor(
    readonly path: string,
    private readonly server: Server,
    private holder: Holder,
  ) {}

  /**
   * @param what who we are, and whether we stay until we are told to end
   * @throws DataFolderInUse when another live process holds it, with the addresses of its servers if they run.
   */
  static async acquire(path: string, what: string, stays = true): Promise<DataFolder> {
    await mkdir(path, { recursive: true });
    const token = randomBytes(16).toString('hex');
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(token);
    });
    await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
    server.unref();
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const holder: Holder = { pid: process.pid, what, stays, port, token };
    for (let attempt = 0; attempt < 50; attempt += 1) {
      try {
        await writeFile(holderFile(path), JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
        return new DataFolder(path, server, holder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          server.close();
          // On a full disk the file is made and stays empty.
          if (isDiskFull(error)) await rm(holderFile(path), { force: true });
          throw error;
        }
        const other = await readHolder(path);
        if (other && (await isAlive(other))) {
          server.close();
          throw new DataFolderInUse(other.what, other.pid, other.servers, other.stays);
        }
        await clearAway(path, other);
      }
    }
    server.close();
    throw new Error(`Could not take hold of ${path}: others keep taking it first`);
  }

  /** Tells later comers (an import, a reindex) where the servers of this folder are. */
  async publish(servers: ServerAddresses): Promise<void> {
    this.holder = { ...this.holder, servers };
    const next = `${holderFile(this.path)}.next`;
    await writeFile(next, JSON.stringify(this.holder), { mode: 0o600 });
    await rename(next, holderFile(this.path));
  }

  async release(): Promise<void> {
    await rm(holderFile(this.path), { force: true });
    await new Promise((done) => this.server.close(done));
  }
}

const holderFile = (path: string): string => join(path, 'holder.json');

/** Longer than clearing away ever takes: whoever began it has died. */
const CLEARING_DIED_MS = 5000;

/**
 * Removes the record of a dead holder. One at a time (a folder can be made once), and only if the record is still the
 * one that was found dead: between the finding and the removing another may have taken the folder rightfully.
 */
async function clearAway(path: string, dead: Holder | null): Promise<void> {
  const clearing = `${holderFile(path)}.clearing`;
  try {
    await mkdir(clearing);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const since = await stat(clearing).catch(() => null);
    if (since && Date.now() - since.mtimeMs > CLEARING_DIED_MS) await rmdir(clearing).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 20));
    return;
  }
  try {
    const now = await readHolder(path);
    if (now?.token === dead?.token) await rm(holderFile(path), { force: true });
  } finally {
    await rmdir(clearing).catch(() => undefined);
  }
}

/** The holder's record; null when it is gone or half written (its writer died, or is about to be seen again). */
async function readHolder(path: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const text = await readFile(holderFile(path), 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return JSON.parse(text) as Holder;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  return null;
}

/** Asks the holder's port for its token. A refused connection is a dead holder; a silent one (stopped in a debugger) lives. */
async function isAlive(holder: Holder): Promise<boolean> {
  return await new Promise((answer) => {
    const socket = connect(holder.port, '127.0.0.1');
    let heard = '';
    socket.setTimeout(2000, () => {
      socket.destroy();
      answer(isRunning(holder.pid));
    });
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('end', () => answer(heard === holder.token));
    socket.on('error', () => answer(false));
  });
}
