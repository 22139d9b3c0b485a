import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { isId } from '../platform/text/is-id.js';
import { PUBLIC } from '../publishing/audience.js';
import { PublishedCache } from '../publishing/published-cache.js';
import { FIRST_DAY_OUT, SURELY_OUT } from '../reviews/review.sql.js';
import { isEarlier, Likeness, type Comparable } from './alike.js';

/** How many are suggested: whoever decides about more has better things to do. */
const MOST = 5;

/** Finds public recommendations that may have said the same before. */
@Injectable()
export class EarlierRecommendations {
  private readonly likeness: PublishedCache<Likeness>;

  constructor(@InjectDataSource() private readonly source: DataSource) {
    this.likeness = new PublishedCache(
      source,
      async () => new Likeness(await source.query<Comparable[]>(COMPARABLE, [null])),
    );
  }

  /**
   * @param id of a recommendation; where the public does not see it just now, nothing is suggested
   * @param except what was decided about already
   * @returns ids, the most alike first
   */
  async suggest(id: string, except: readonly string[] = []): Promise<string[]> {
    const likeness = await this.likeness.get();
    return likeness
      .earlierThan(id)
      .filter((one) => !except.includes(one))
      .slice(0, MOST);
  }

  /** Which of these the public sees. */
  async publicAmong(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.source.query<{ id: string }[]>(
      `select c.id from ${PUBLIC.recommendation} c where c.id = any($1)`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * How one stands to another in time.
   * @returns null where the public does not see the one that may be earlier; `later` only where the dates say so
   */
  async order(
    manager: EntityManager,
    earlier: string,
    id: string,
  ): Promise<'earlier' | 'later' | 'open' | null> {
    if (!isId(earlier)) return null;
    const found = await manager.query<Comparable[]>(COMPARABLE, [[earlier, id]]);
    const [one, other] = [earlier, id].map((wanted) => found.find((known) => known.id === wanted));
    if (!one) return null;
    if (!other) return 'open';
    if (isEarlier(one, other)) return 'earlier';
    return isEarlier(other, one) || one.reviewId === other.reviewId ? 'later' : 'open';
  }
}

const COMPARABLE = `
  select c.id, c.review_id as "reviewId", c.text, (${FIRST_DAY_OUT})::text as "firstOut", (${SURELY_OUT})::text as "surelyOut",
    array(select distinct tag.slug from ${PUBLIC.themeTag} tag
      where tag.noun = 'recommendation' and tag.record_id = c.id) as themes
  from ${PUBLIC.recommendation} c join ${PUBLIC.review} r on r.id = c.review_id
  where $1::uuid[] is null or c.id = any($1) order by c.id`;
