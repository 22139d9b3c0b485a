import { sayFault } from './log/say-fault.js';
import { PATIENCE, within } from './patience.js';
import { inPlainWords } from './plain-words.js';
import { isLostConnection } from './postgres/lost-connection.js';

/** What a program may use of the process that it runs as. */
export interface Program {
  /** Aborted when the program is asked to stop: by Ctrl-C, by the system, or by an error that nobody foresaw. */
  readonly asked: AbortSignal;
  /** Asks it to stop. */
  readonly stop: () => void;
  /** Has this stopped when the work is done or given up; what was named last is stopped first. */
  readonly onStop: (stop: () => Promise<unknown>) => void;
}

/** What an interrupted command ends with. */
const INTERRUPTED = 130;

/**
 * Runs the application or a command from its first server to its last: the one place that knows of signals and of errors
 * that nobody caught. Asked to stop, the work has a moment to end by itself; then all that was started is stopped, each
 * with a limit. Asking again does not hurry it: it would cut off PostgreSQL in the middle of its shutdown.
 * @param work answers the exit code
 */
export async function runProgram(work: (program: Program) => Promise<number>): Promise<never> {
  const asking = new AbortController();
  const stops: (() => Promise<unknown>)[] = [];
  let broken = false;
  const program: Program = {
    asked: asking.signal,
    stop: () => asking.abort(),
    onStop: (stop) => stops.push(stop),
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, program.stop);
  // Nobody reads any more what we say, or there is no room for it: no reason to end.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    // What breaks because its server is being stopped must not keep the next server from being stopped.
    if (asking.signal.aborted) return;
    if (isLostConnection(error)) {
      console.error(`A connection was lost: ${error.message}`);
      return;
    }
    console.error(sayFault(error));
    broken = true;
    program.stop();
  });

  const code = await ending(work(program), asking.signal);
  const since = Date.now();
  // What is still being started when we stop adds its own stop meanwhile.
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    const left = Math.max(PATIENCE.stop - (Date.now() - since), 1000);
    const stopped = await within(left, stop()).catch((error: unknown) => console.error(inPlainWords(error)));
    if (stopped === 'late') console.error('Something did not stop in time; the next start sees to it.');
  }
  process.exit(broken ? 1 : code);
}

/** How the work ended, or that it did not when it was asked to. */
async function ending(work: Promise<number>, asked: AbortSignal): Promise<number> {
  const worked = work.catch((error: unknown) => {
    if (asked.aborted) return INTERRUPTED;
    console.error(inPlainWords(error));
    return 1;
  });
  const late = new Promise<number>((answer) => {
    asked.addEventListener('abort', () => setTimeout(() => answer(INTERRUPTED), PATIENCE.work));
  });
  return await Promise.race([worked, late]);
}
