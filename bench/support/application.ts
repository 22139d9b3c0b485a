import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Program {
  pid: number | undefined;
  /** What it has said so far. */
  said(): string;
  /** The most memory that it has held so far, in megabytes; null where the system does not tell. */
  peakMegabytes(): number | null;
  /** Waits for its end. @throws when it failed */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs a file of the build with its own environment, as a process of its own. */
export function startProgram(
  file: string,
  environment: Record<string, string>,
  flags: string[] = [],
): Program {
  const child = spawn(process.execPath, [...flags, `dist/src/${file}`], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let peak: number | null = null;
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  // What the system notes is itself the highest so far, so that only the last moment before the end can be missed.
  const watch = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => (peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 || peak),
      () => undefined,
    );
  }, 100);
  const ended = once(child, 'exit').then(([code, signal]) => {
    clearInterval(watch);
    return (code ?? signal) as number | string;
  });
  return {
    pid: child.pid,
    said: () => said,
    peakMegabytes: () => peak,
    ended: async () => {
      const code = await ended;
      if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Application extends Program {
  url: string;
}

/** Starts the library as `npm start` does. @returns once it listens */
export async function startApplication(
  environment: Record<string, string>,
  flags: string[] = [],
): Promise<Application> {
  const program = startProgram(
    'main.js',
    { PORT: '0', HOST: '127.0.0.1', API_LIMIT: '0', ...environment },
    flags,
  );
  const failed = program.ended().then(() => {
    throw new Error('The application ended at once');
  });
  failed.catch(() => undefined);
  const url = (async () => {
    for (;;) {
      const port = /http:\/\/localhost:(\d+)/.exec(program.said())?.[1];
      if (port) return `http://127.0.0.1:${port}`;
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  return { ...program, url: await Promise.race([url, failed]) };
}
