import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { temporaryFolder } from './temporary-folder.js';

/** The built application as a process of its own, as `npm start` runs it. */
export class RunningLibrary {
  output = '';

  private constructor(readonly process: ChildProcess) {
    process.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    process.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static start(
    environment: Record<string, string>,
    script = 'dist/src/main.js',
    args: string[] = [],
  ): RunningLibrary {
    const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, [script, ...args], {
      env: { PATH, HOME, NODE_COMPILE_CACHE, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RunningLibrary(child);
  }

  /** The address that it announces. @throws with its output when it ends, or says nothing for a minute */
  async address(): Promise<string> {
    const end = Date.now() + 60_000;
    while (Date.now() < end && this.process.exitCode === null) {
      const found = /is at (http:\/\/localhost:\d+)/.exec(this.output)?.[1];
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`The library did not start:\n${this.output}`);
  }

  /** Its exit code once it has ended. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode === null) this.process.kill(signal);
    return await this.ended();
  }
}

/** An empty folder that every account may enter. */
export async function openFolder(): Promise<string> {
  const folder = await temporaryFolder('library');
  await chmod(folder, 0o755);
  return folder;
}
