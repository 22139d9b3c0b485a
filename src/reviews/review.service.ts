import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Row } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { reviewSlugOf, type SlugBook } from '../platform/text/slug.js';
import { RecordService } from '../publishing/record.service.js';
import { identityYear, REVIEW_FIELDS, type ReviewRecord } from './review.record.js';

/** Alone writes reviews. Their parts have services of their own. */
@Injectable()
export class ReviewService extends RecordService<
  ReviewRecord,
  'publisher' | 'label' | 'publishedOn' | 'reference' | 'learning' | 'documents'
> {
  protected readonly target = { kind: 'review', fields: REVIEW_FIELDS } as const;
  protected override readonly identityColumns = { identity_year: 'smallint' };
  protected override readonly identityOf = ({ edition }: Staged<ReviewRecord>): Row => ({
    identity_year: edition === null ? null : Number(edition),
  });

  /**
   * A reference or an identity may pass from one review of the bundle to another. Each is unique at every moment, so those
   * that are given up are let go of before any is taken: to be called before the first `import`.
   */
  async freeIdentities(manager: EntityManager): Promise<void> {
    await manager.query(
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
   * Writes reviews of a bundle, without their parts.
   * @param slugs those that are taken
   * @param publisherOf the publisher's name as the library writes it
   */
  async import(
    run: ImportRun,
    batch: Staged<ReviewRecord>[],
    slugs: SlugBook,
    publisherOf: (record: Staged<ReviewRecord>) => string,
  ): Promise<void> {
    await this.importRows(run, batch, (record) =>
      slugs.claim(reviewSlugOf(publisherOf(record), record.fields.label, identityYear(record.fields))),
    );
  }
}
