import { LRUCache } from 'lru-cache';

/** How often somebody has asked in their minute, and how long it lasts still. */
export interface Counted {
  asked: number;
  milliseconds: number;
}

/** Who comes from more networks than this at once is counted as new again: memory has an end. */
const MOST_CALLERS = 20_000;
const MINUTE_MS = 60_000;

/** Counts in the memory of this instance, for a minute from the first time on. */
export class MinuteCounts {
  private readonly counts = new LRUCache<string, number>({
    ...{ max: MOST_CALLERS, ttl: MINUTE_MS, noUpdateTTL: true },
  });

  count(caller: string): Counted {
    const asked = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, asked);
    return { asked, milliseconds: this.counts.getRemainingTTL(caller) };
  }
}
