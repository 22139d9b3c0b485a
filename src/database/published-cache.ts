import type { DataSource } from 'typeorm';

/** Changes to what belongs to a record, made without touching the record itself, are seen after this long. */
const REFRESHED_MS = 30_000;

/**
 * Keeps an answer that is dear to make. Publishing, withdrawing, importing or deleting a record takes effect at once:
 * a count that outlives the withdrawal of a review would tell of it.
 */
export class PublishedCache<Answer> {
  private kept: { state: string; until: number; answer: Promise<Answer> } | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly read: () => Promise<Answer>,
    private readonly refreshedMs = REFRESHED_MS,
  ) {}

  async get(): Promise<Answer> {
    const state = await recordsState(this.source);
    const kept = this.kept;
    if (kept?.state === state) {
      // Nobody waits for a refresh: the records are the same.
      if (kept.until < Date.now()) void this.renew(state).catch(() => undefined);
      return await kept.answer;
    }
    return await this.renew(state);
  }

  /** Everyone who comes while an answer is made waits for that one. What is read is never older than `state`. */
  private async renew(state: string): Promise<Answer> {
    const answer = this.read();
    const kept = { state, until: Date.now() + this.refreshedMs, answer };
    this.kept = kept;
    answer.catch(() => {
      if (this.kept === kept) this.kept = undefined;
    });
    return await answer;
  }
}

/**
 * Which records there are, and in which version: a row's `xmin` is the transaction that wrote it, so that every new,
 * changed or removed row changes the count or the sum. A few milliseconds for 20,000 reviews.
 */
async function recordsState(source: DataSource): Promise<string> {
  const [row] = await source.query<{ state: string }[]>(STATE);
  return row!.state;
}

const STATE = `select concat_ws(' ', ${['review', 'briefing', 'resource', 'theme', 'partnership']
  .map((table) => `(select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from ${table})`)
  .join(', ')}) as state`;
