import { spawn, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Runs a short command to its end; its output goes into the error when it fails. */
export async function run(command: string, args: string[], options: SpawnOptions = {}): Promise<string> {
  return await new Promise((done, fail) => {
    // Detached: a Ctrl-C meant for us must not reach the servers before we have closed our connections to them.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done(output.trim()) : fail(new Error(`${command} ended with ${code}: ${output.trim()}`)),
    );
  });
}

/** A loopback port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Is there such a process, and is it more than the remains that its parent has not looked at yet? */
export const isRunning = (pid: number): boolean => isThere(pid) && !isRemains(pid);

/** Is there such a process, be it only what remains of it? */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Has it ended, and waits only for its parent to look at it? */
export function isRemains(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // Not Linux, or gone in this moment.
    return false;
  }
}

/** Calls `check` until it answers something or the time is up (then null). */
export async function until<T>(
  check: () => Promise<T | null>,
  milliseconds: number,
  every = 50,
): Promise<T | null> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await check();
    if (found !== null) return found;
    if (Date.now() > end) return null;
    await new Promise((done) => setTimeout(done, every));
  }
}
