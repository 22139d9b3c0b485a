import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor } from '../../audit/audited-change.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import type { ProtectedTermItem } from './protected-term.model.js';
import { wordsOfTerm } from './terms.js';

/** Whose list of which review, and who works at it. */
export interface TermsOf {
  by: AuditActor;
  partnershipId: string;
  reviewId: string;
}

/** Keeps what reviews protect. The log says that a list was changed, and never what it says. */
@Injectable()
export class ProtectedTerms {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** The partnership's own list, in the order of the alphabet. */
  async list({ partnershipId, reviewId }: Omit<TermsOf, 'by'>): Promise<ProtectedTermItem[]> {
    return await this.source.query<ProtectedTermItem[]>(LIST, [partnershipId, reviewId]);
  }

  /**
   * All that must not be said of a review, whoever keeps it: what one partnership protects another does not publish.
   * @param manager of the transaction in which something is about to be published
   */
  async of(manager: EntityManager, reviewId: string): Promise<string[]> {
    const rows = await manager.query<{ term: string }[]>(OF_REVIEW, [reviewId]);
    return rows.map(({ term }) => term);
  }

  /** @throws LibraryError invalid-request for what has no letter or digit */
  async add({ by, partnershipId, reviewId }: TermsOf, given: string): Promise<void> {
    const term = given.trim().replace(/\s+/gu, ' ');
    if (wordsOfTerm(term).length === 0) throw invalidField('term', 'Enter a word, a name or a place');
    await this.source.transaction(async (manager) => {
      const added = await manager.query<{ id: string }[]>(ADD, [partnershipId, reviewId, term]);
      if (added.length > 0) await this.record(manager, 'term-protected', { by, partnershipId, reviewId });
    });
  }

  /** @throws LibraryError not-found */
  async remove({ by, partnershipId, reviewId }: TermsOf, id: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const [gone] = isId(id)
        ? await manager.query<[unknown[], number]>(REMOVE, [id, partnershipId, reviewId])
        : [[]];
      if (gone.length === 0) throw new LibraryError('not-found', 'There is no such term in the list.');
      await this.record(manager, 'term-released', { by, partnershipId, reviewId });
    });
  }

  private async record(
    manager: EntityManager,
    deed: 'term-protected' | 'term-released',
    { by, partnershipId, reviewId }: TermsOf,
  ): Promise<void> {
    await this.audit.record(manager, {
      ...{ chain: partnershipId, actor: by, action: `anonymity.${deed}` },
      subject: { kind: 'review', id: reviewId },
    });
  }
}

const LIST = `
  select id, term from protected_term where partnership_id = $1 and review_id = $2 order by lower(term), id`;

const OF_REVIEW = `select distinct term from protected_term where review_id = $1`;

const ADD = `
  insert into protected_term (partnership_id, review_id, term) values ($1, $2, $3) on conflict do nothing returning id`;

const REMOVE = `delete from protected_term where id = $1 and partnership_id = $2 and review_id = $3 returning id`;
