import { Injectable } from '@nestjs/common';
import { saidIn } from '../../audit/audit-entries.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import type { Cleared } from '../../publishing/anonymity/neutral.js';
import { ProtectedTerms } from '../../publishing/anonymity/protected-terms.js';
import type { Follower } from '../follower.js';
import type { ItemState } from '../fold.js';
import { requireReason } from '../given.js';
import { requireAuditLead } from '../rights.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog, type Asked, type Done } from '../tracking-log.js';
import {
  checkNeutral,
  publicReviewOf,
  refuseOwn,
  requireApprover,
  type ClearingWish,
} from './release-rules.js';

/** Alone says what of an item becomes public: somebody writes a line, somebody else releases it, and either takes it away. */
@Injectable()
export class PublicLines {
  constructor(
    private readonly log: TrackingLog,
    private readonly terms: ProtectedTerms,
  ) {}

  /**
   * Writes a line in neutral words. What is public stays as it is until somebody releases this.
   * @throws LibraryError not-public where what is followed is no recommendation that everybody sees; identifies
   */
  async write(
    who: Follower,
    id: string,
    { text, cleared: clearings = [] }: ClearingWish & { text: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        const item = await this.expected(change, id);
        const terms = await this.termsFor(change, item);
        const said = text.trim();
        const { cleared, why } = checkNeutral(said, { terms, clearings });
        await change.add(id, { fact: { deed: 'line-written', cleared }, why, words: { text: said } });
        return { subject: id };
      },
      asked,
    );
  }

  /**
   * Releases the line as it was written last, with how the item stands now; also once more, so that the public learns how it
   * stands since.
   * @throws LibraryError nothing-written, own-words, not-public; identifies, where the review protects more than it did
   */
  async approve(
    who: Follower,
    id: string,
    { cleared: clearings = [] }: ClearingWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireApprover(who);
    return await this.log.change(
      who,
      async (change) => {
        const item = await this.expected(change, id);
        const { line } = item;
        if (!line) throw nothingWritten();
        const written = (await change.entriesOf(id)).find(({ number }) => number === line.words)!;
        await refuseOwn(change.manager, written.by, who);
        const text = await this.textOf(change, line.words);
        const terms = await this.termsFor(change, item);
        const before = written.fact.deed === 'line-written' ? (written.fact.cleared as Cleared[]) : [];
        const { cleared, why } = checkNeutral(text, { terms, clearings, before });
        await change.add(id, { fact: { deed: 'line-approved', words: line.words, cleared }, why });
        return { subject: id };
      },
      asked,
    );
  }

  /** Takes away what is public, and what waits for approval, at once. @throws LibraryError nothing-written, reason-required */
  async withdraw(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireApprover(who);
    return await this.log.change(
      who,
      async (change) => {
        const { line } = await this.expected(change, id);
        if (!line) throw nothingWritten();
        const why = requireReason(reason, 'a public line is withdrawn only with a reason.');
        await change.add(id, { fact: { deed: 'line-withdrawn' }, why });
        return { subject: id };
      },
      asked,
    );
  }

  private async expected(change: TrackingChange, id: string): Promise<ItemState> {
    const item = await change.item(id);
    change.expect(item.version);
    return item;
  }

  /** @throws LibraryError not-public */
  private async termsFor({ manager }: TrackingChange, { source }: ItemState): Promise<string[]> {
    const review = source.kind === 'recommendation' ? await publicReviewOf(manager, source.id) : null;
    if (review === null)
      throw new LibraryError(
        'not-public',
        'Only a recommendation of a published review has a public line. This item follows something else, or its review is not public just now.',
      );
    return await this.terms.of(manager, review);
  }

  /** @throws LibraryError nothing-written where its words were redacted */
  private async textOf({ manager, who }: TrackingChange, entry: number): Promise<string> {
    const text = saidIn((await this.log.words(manager, who.partnership.id, [entry])).get(entry), 'text');
    if (text === null) throw nothingWritten();
    return text;
  }
}

export const nothingWritten = (): LibraryError =>
  new LibraryError('nothing-written', 'Nothing is written here for the public. Write it first.');
