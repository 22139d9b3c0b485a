import { Injectable, Logger } from '@nestjs/common';
import { IndexUpkeep } from '../index/index-upkeep.js';
import { Meili } from '../../platform/meilisearch/meili.js';
import { ourMistake } from '../../platform/meilisearch/refusal.js';

/** After Meilisearch has failed, PostgreSQL is asked at once for this long, so that nobody waits for it to fail again. */
const REST_AFTER_FAILURE_MS = 1000;

/** What is asked of Meilisearch; each may be refused for reasons of its own. */
type Asking = 'a search' | 'a suggestion';

/**
 * Asks Meilisearch, and PostgreSQL where that gives no answer. An outage is one thing: the index is looked at when it is
 * over. What Meilisearch refuses is another: a mistake of ours, which PostgreSQL hides from the visitor, but not from us.
 */
@Injectable()
export class MeiliFirst {
  private readonly logger = new Logger('Search');
  private readonly restUntil = new Map<Asking, number>();
  private readonly refused = new Map<Asking, string>();

  constructor(
    private readonly meili: Meili,
    private readonly upkeep: IndexUpkeep,
  ) {}

  async ask(
    asking: Asking,
    meili: () => Promise<{ id: string }[]>,
    postgres: () => Promise<{ id: string }[]>,
  ): Promise<{ ids: string[]; degraded: boolean }> {
    if (this.meili.isThere && Date.now() >= (this.restUntil.get(asking) ?? 0)) {
      try {
        const found = await meili();
        if (this.refused.delete(asking)) this.logger.log(`Meilisearch takes ${asking} again`);
        return { ids: found.map(({ id }) => id), degraded: false };
      } catch (error) {
        this.restUntil.set(asking, Date.now() + REST_AFTER_FAILURE_MS);
        this.note(asking, error);
      }
    }
    return { ids: (await postgres()).map(({ id }) => id), degraded: true };
  }

  /** What is refused, and why; null where nothing is. */
  get refusal(): string | null {
    const [first] = this.refused;
    return first ? `${first[0]} failed: ${first[1]}` : null;
  }

  /** Says why in the log, but once: never what was asked, for that may be about somebody. */
  private note(asking: Asking, error: unknown): void {
    const mistake = ourMistake(error);
    if (mistake === null) {
      this.logger.warn(`Meilisearch did not answer ${asking}, PostgreSQL does (${nameOf(error)})`);
      void this.upkeep.enqueueCheck().catch(() => undefined);
    } else if (this.refused.get(asking) !== mistake) {
      this.refused.set(asking, mistake);
      this.logger.error(`PostgreSQL answers, for ${asking} failed: ${mistake}`);
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
