import { setTimeout as delay } from 'node:timers/promises';
import { isDiskFull } from '../postgres/lost-connection.js';

/** A server of ours, as its keeper sees it. */
export interface KeptServer {
  /** As people know it. */
  readonly name: string;
  runs(): boolean;
  /** Starts it again where it was: those who use it have its address. */
  startAgain(): Promise<void>;
  /** Is called now and then while it runs. */
  tend?(): Promise<void>;
}

const LOOK_EVERY_MS = 500;
const LONGEST_PAUSE_MS = 3000;
/** What is left of the one that ended may be in the way of the next for a moment, which is not worth a word. */
const TRIES_IN_SILENCE = 4;

/** Starts a server again whenever it ended without having been asked to: killed, out of memory, or its disk was full. */
export class Keeper {
  private readonly stopping = new AbortController();
  private readonly keeping: Promise<void>;
  private failures = 0;

  constructor(
    private readonly server: KeptServer,
    private readonly say: (line: string) => void,
  ) {
    this.keeping = this.keep();
  }

  /** Leaves the server as it is, running or not. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeping;
  }

  private async keep(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = Math.min(LOOK_EVERY_MS * (1 + this.failures / 2), LONGEST_PAUSE_MS);
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.look();
    }
  }

  private async look(): Promise<void> {
    const { server, say } = this;
    const ran = server.runs();
    try {
      if (ran) await server.tend?.();
      else {
        if (this.failures === 0) say(`${server.name} ended by itself; it is started again.`);
        await server.startAgain();
        say(`${server.name} runs again.`);
      }
      this.failures = 0;
    } catch (error) {
      // Told once, and then tried until it works, however long that takes.
      this.failures += 1;
      if (this.failures === TRIES_IN_SILENCE) say(`${server.name} cannot be started yet: ${why(error)}`);
    }
  }
}

const why = (error: unknown): string =>
  isDiskFull(error) ? 'the disk is full' : error instanceof Error ? error.message : String(error);
