import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Enough for the library, two indexes and PostgreSQL's log; little enough to be filled in a moment. */
const DISK_MEGABYTES = 900;
const STARTED_WITHIN_MS = 90_000;

/** A program of the build as a process of its own. */
export class Program {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | NodeJS.Signals>;

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
}

/** Where the faults happen: a data folder on a disk of its own, where the machine lets us make one, and the library on it. */
export class Stage {
  library: Program | null = null;
  /** What the environment says besides. */
  settings: Record<string, string> = {};
  readonly folder: string;
  readonly data: string;
  /** Whether its disk may be filled. */
  readonly hasOwnDisk: boolean;
  private readonly filler: string;

  private constructor(folder: string, data: string, hasOwnDisk: boolean) {
    this.folder = folder;
    this.data = data;
    this.hasOwnDisk = hasOwnDisk;
    this.filler = join(folder, 'filler');
  }

  static async set(): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'faults-'));
    await chmod(folder, 0o755);
    const size = `size=${DISK_MEGABYTES}m,mode=755`;
    const mounted = await ran('mount', ['-t', 'tmpfs', '-o', size, 'faults', folder]);
    const data = join(folder, 'data');
    await mkdir(data);
    return new Stage(folder, data, mounted);
  }

  /** Takes everything away that the library keeps. */
  async clear(): Promise<void> {
    await this.emptyDisk();
    await rm(this.data, { recursive: true, force: true });
    await mkdir(this.data);
  }

  async strike(): Promise<void> {
    if (this.hasOwnDisk) await ran('umount', [this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs a file of the build on this stage. */
  run(file: string, ...args: string[]): Program {
    return new Program(
      spawn(process.execPath, [`dist/src/${file}`, ...args], {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          DATA_DIR: this.data,
          PORT: '0',
          HOST: '127.0.0.1',
          ...this.settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Starts the library. @throws with its output when it does not come up */
  async start(): Promise<void> {
    const library = this.run('main.js');
    this.library = library;
    const end = Date.now() + STARTED_WITHIN_MS;
    while (!this.address) {
      if (!library.runs) throw new Error(`it did not start:\n${library.output}`);
      if (Date.now() > end) throw new Error(`it did not start in time:\n${library.output}`);
      await delay(50);
    }
  }

  /** Where the library answers; null before it does. */
  get address(): string | null {
    return /is at (http:\/\/localhost:\d+)/.exec(this.library?.output ?? '')?.[1] ?? null;
  }

  async holder(): Promise<{
    databaseUrl: string;
    databaseOwnerUrl: string;
    meili: { url: string; key: string };
  }> {
    const text = await readFile(join(this.data, 'holder.json'), 'utf8');
    return (
      JSON.parse(text) as {
        servers: { databaseUrl: string; databaseOwnerUrl: string; meili: { url: string; key: string } };
      }
    ).servers;
  }

  async postgresPid(): Promise<number> {
    const text = await readFile(join(this.data, 'postgresql-18', 'data', 'postmaster.pid'), 'utf8').catch(
      () => '',
    );
    return Number(text.split('\n')[0]);
  }

  async meiliPid(): Promise<number> {
    const home = (await readdir(this.data)).find((name) => /^meilisearch-[\d.]+$/.test(name)) ?? '';
    const text = await readFile(join(this.data, home, 'running.json'), 'utf8').catch(() => '{}');
    return (JSON.parse(text) as { pid?: number }).pid ?? 0;
  }

  /** Leaves hardly a byte on the disk. */
  async fillDisk(): Promise<void> {
    const file = await open(this.filler, 'a');
    const part = Buffer.alloc(256 * 1024);
    try {
      for (;;) await file.write(part);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      await file.close();
    }
  }

  async emptyDisk(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  async freeMegabytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return Math.round((bavail * bsize) / 1e6);
  }

  /** Process numbers of whatever runs on this stage. */
  async running(): Promise<number[]> {
    const found = await Promise.all(
      (await readdir('/proc'))
        .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
        .map(async (pid) => {
          const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
          const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
          return command.includes(this.data) || environment.includes(`DATA_DIR=${this.data}`)
            ? [Number(pid)]
            : [];
        }),
    );
    return found.flat();
  }
}

async function ran(command: string, args: string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'ignore' });
  return await new Promise((answer) => {
    child.on('error', () => answer(false));
    child.on('exit', (code) => answer(code === 0));
  });
}
