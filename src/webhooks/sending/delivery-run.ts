import { setTimeout as sleep } from 'node:timers/promises';
import type { Webhook } from '../webhook.entity.js';

/** After so long no site is sent another message in this run, unless it would wait for a slow one all the same. */
const RUN_MS = 10_000;
/** So many sites are told at once, each one message after the other. */
const SITES_AT_ONCE = 16;
/** Who is waited for longer than this is waited for beside them: another site takes the place. */
const SLOW_MS = 1000;
/** How often a site that has had everything is looked after, while others are not done. */
const LOOK_MS = 500;

/** What those who serve the sites of one run have to know of each other. */
export class DeliveryRun {
  private readonly end = Date.now() + RUN_MS;
  /** Messages on their way that were sent before the end. */
  private early = 0;
  /** Sites that have not had everything yet. */
  private busy = 0;

  /** @param waiting the sites, in the order in which they are served */
  constructor(private readonly waiting: Webhook[]) {}

  /**
   * Serves every site. One that is waited for costs a connection and nothing else, so as many may be slow as like to.
   * @param serve serves one, and never throws; it says when the site is slow
   */
  async serveAll(serve: (webhook: Webhook, isSlow: () => void) => Promise<void>): Promise<void> {
    const turns: Promise<void>[] = [];
    const place = async (): Promise<void> => {
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
        const slow = Promise.withResolvers<void>();
        const turn = serve(next, slow.resolve);
        turns.push(turn);
        await Promise.race([turn, slow.promise]);
      }
    };
    await Promise.all(Array.from({ length: SITES_AT_ONCE }, place));
    await Promise.all(turns);
  }

  /** What is sent in time may be waited for long after: meanwhile nobody has a reason to stop. */
  get isOver(): boolean {
    return Date.now() > this.end && this.early === 0;
  }

  /** Tells a site everything that there is for it. While that goes on, those who have had everything are looked after. */
  async telling<T>(tell: () => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await tell();
    } finally {
      this.busy -= 1;
    }
  }

  /** Sends a message of this run. @param isSlow called when that takes long */
  async sending(send: () => Promise<void>, isSlow: () => void): Promise<void> {
    const slow = setTimeout(isSlow, SLOW_MS);
    const isEarly = Date.now() <= this.end;
    if (isEarly) this.early += 1;
    try {
      await send();
    } finally {
      clearTimeout(slow);
      if (isEarly) this.early -= 1;
    }
  }

  /**
   * Waits for something new where a site has had everything and others have not.
   * @param look whether there is something new
   * @returns whether there is; false once all have had everything, or another site waits for its turn
   */
  async hasMore(look: () => Promise<boolean>, stop: AbortSignal): Promise<boolean> {
    while (this.busy > 0 && this.waiting.length === 0 && !this.isOver && !stop.aborted) {
      await sleep(LOOK_MS, undefined, { signal: stop }).catch(() => undefined);
      if (await look()) return true;
    }
    return false;
  }
}
