import type { DataSource } from 'typeorm';
import { contentRevision } from './content-revision.js';

/**
 * Keeps an answer that is dear to make, for as long as the content stays as it is: publishing, withdrawing, importing or
 * deleting takes effect at once, for a count that outlives the withdrawal of a review would tell of it.
 */
export class PublishedCache<Answer, Given = void> {
  private kept: { revision: string; answer: Promise<Answer> } | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly read: (given: Given) => Promise<Answer>,
  ) {}

  async get(given: Given): Promise<Answer> {
    return await this.at(await contentRevision(this.source), given);
  }

  /**
   * Everyone who comes while an answer is made waits for that one.
   * @param revision of the content, read by whoever asks
   * @param given to the reading, where an answer is made
   */
  async at(revision: string, given: Given): Promise<Answer> {
    if (this.kept?.revision === revision) return await this.kept.answer;
    const answer = this.read(given);
    const kept = { revision, answer };
    this.kept = kept;
    answer.catch(() => {
      if (this.kept === kept) this.kept = undefined;
    });
    return await answer;
  }
}
