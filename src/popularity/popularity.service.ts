import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PATIENCE, within } from '../platform/patience.js';
import { PUBLIC } from '../publishing/audience.js';
import { TODAY } from '../platform/dates/today.sql.js';
import { ThemeUse } from './theme-use.entity.js';

const FLUSHED_MS = 10_000;
const DAYS_KEPT = 400;
const CLEANED_MS = 24 * 60 * 60 * 1000;
/** More themes than any library has: should the database be away for long, the memory stays small. */
const MOST_WAITING = 5000;

/**
 * Counts how often themes are opened or asked for: a number a theme and day. Who asked is not known here, nor in which
 * words: people may type names. Counts wait in memory for a few seconds, so that no request waits for them or fails.
 */
@Injectable()
export class PopularityService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Popularity');
  private waiting = new Map<string, number>();
  private flushing: Promise<void> = Promise.resolve();
  private cleanedAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), FLUSHED_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await within(PATIENCE.counts, this.flush());
  }

  /**
   * Notes one use of each of these themes. Costs nothing and never fails; whether a person asked is for the caller to say
   * (`isPerson`).
   * @param slugs of themes; one that no theme has is forgotten
   */
  count(slugs: readonly string[]): void {
    for (const slug of new Set(slugs)) this.add(slug, 1);
  }

  /** Writes what is waiting. Several instances may write at once: each adds its own. What cannot be written waits on. */
  flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  private add(slug: string, uses: number): void {
    const before = this.waiting.get(slug);
    if (before !== undefined || this.waiting.size < MOST_WAITING)
      this.waiting.set(slug, (before ?? 0) + uses);
  }

  private async write(): Promise<void> {
    const taken = this.waiting;
    if (taken.size === 0) return;
    this.waiting = new Map();
    try {
      await this.source.query(ADD, [[...taken.keys()], [...taken.values()]]);
    } catch (error) {
      for (const [slug, uses] of taken) this.add(slug, uses);
      this.logger.warn(`Counts wait: ${error instanceof Error ? error.message : 'unknown'}`);
      return;
    }
    await this.clean();
  }

  /** Once a day is enough: a day more or less is of no matter to a number. */
  private async clean(): Promise<void> {
    if (Date.now() - this.cleanedAt < CLEANED_MS) return;
    this.cleanedAt = Date.now();
    await this.source
      .createQueryBuilder()
      .delete()
      .from(ThemeUse)
      .where(`day < ${TODAY} - ${DAYS_KEPT}`)
      .execute()
      .catch(() => (this.cleanedAt = -Infinity));
  }
}

// In one order, so that two instances never wait for each other.
const ADD = `
  insert into theme_use (day, theme_id, uses)
  select ${TODAY}, t.id, given.uses from unnest($1::text[], $2::int[]) as given (slug, uses)
  join ${PUBLIC.theme} t on t.slug = given.slug order by t.id
  on conflict (day, theme_id) do update set uses = theme_use.uses + excluded.uses`;
