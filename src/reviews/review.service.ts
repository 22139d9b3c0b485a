import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { enqueueSearchUpdate } from '../platform/jobs/enqueue.js';
import { rows, takenSlugs } from '../platform/postgres/rows.js';
import { reviewSlugOf, SlugBook } from '../platform/text/slug.js';
import { editFields } from '../publishing/edits.js';
import { importRows } from '../publishing/import-rows.js';
import { identityYear, REVIEW_FIELDS, type ReviewRecord } from './review.record.js';

const TARGET = { kind: 'review', fields: REVIEW_FIELDS };

/** What a person may change of a review. The others say which review it is, or are edited on their own. */
export type ReviewChanges = Partial<
  Omit<ReviewRecord, 'publisher' | 'label' | 'publishedOn' | 'reference' | 'learning' | 'documents'>
>;

/** Alone writes reviews. Their parts have services of their own. */
@Injectable()
export class ReviewService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Changes a review as a person asks; no import overwrites what is changed so. The search is updated with it.
   * @throws LibraryError not-found
   */
  async edit(id: string, changes: ReviewChanges): Promise<void> {
    await this.source.transaction(async (manager) => {
      const changed = await editFields<ReviewRecord>(manager, TARGET, id, changes);
      if (changed.length > 0) await enqueueSearchUpdate(manager, 'review', [id]);
    });
  }

  /**
   * A reference or an identity may pass from one review of the bundle to another. Each is unique at every moment, so those
   * that are given up are let go of before any is taken: to be called before the first `import`.
   */
  async freeIdentities(manager: EntityManager): Promise<void> {
    await rows(
      manager,
      `update review t set reference = null, label = case when moves then t.id::text else t.label end
         from (select s.target_id, s.reference,
                      (r.publisher_id, r.label) is distinct from (s.publisher_id, s.name)
                        or r.identity_year is distinct from s.edition::int as moves
                 from import_record s join review r on r.id = s.target_id
                where s.kind = 'review' and s.state = 'changed') m
        where t.id = m.target_id and (moves or (t.reference is not null and t.reference is distinct from m.reference))`,
    );
  }

  /**
   * Writes reviews of a bundle, without their parts. A review that is there keeps its id, its address and its publication
   * state.
   * @param slugs those that are taken
   * @param publisherOf the publisher's name as the library writes it
   */
  async import(
    run: ImportRun,
    batch: Staged<ReviewRecord>[],
    slugs: SlugBook,
    publisherOf: (record: Staged<ReviewRecord>) => string,
  ): Promise<void> {
    await importRows(run, TARGET, batch, (record) =>
      slugs.claim(reviewSlugOf(publisherOf(record), record.fields.label, identityYear(record.fields))),
    );
    run.stale.add(
      'review',
      batch.map(({ targetId }) => targetId),
    );
  }

  async takenSlugs(manager: EntityManager): Promise<SlugBook> {
    return new SlugBook(await takenSlugs(manager, 'review'));
  }

  /** @returns the reviews that these partnerships published */
  async publishedBy(manager: EntityManager, partnershipIds: string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      manager,
      `select id from review where publisher_id = any($1::uuid[])`,
      [partnershipIds],
    );
    return found.map(({ id }) => id);
  }
}
