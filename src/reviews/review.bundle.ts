import {
  fieldProblem,
  type BundleKind,
  type Identity,
  type NamesNoted,
  type RecordProblem,
} from '../platform/bundle/bundle-kind.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { Publishers } from '../partnerships/publishers.js';
import { titleOfKind } from './document.record.js';
import { DocumentService } from './document.service.js';
import { LearningService } from './learning.service.js';
import { matchReviews, resolveReviewReferences } from './match-reviews.js';
import { identityYear, type ReviewRecord } from './review.record.js';
import { ReviewService } from './review.service.js';

/** Writes what another room keeps of the reviews of a bundle, which are there by then. */
export interface ReviewPart<Fields extends ReviewRecord> {
  import(run: ImportRun, all: Staged<Fields>[], changed: Staged<Fields>[]): Promise<void>;
}

/**
 * A published practice review, known by publisher, label and year or by its reference.
 * @param record its class, with the fields that other rooms add to it
 * @param parts write those fields
 * @param afterwards told of the reviews that changed
 */
export function reviewKindOf<Fields extends ReviewRecord>(
  more: Pick<BundleKind<'review', Fields>, 'record' | 'fields' | 'check'> & {
    parts: (run: ImportRun) => ReviewPart<Fields>[];
    themeUses: NonNullable<BundleKind<'review', Fields>['themeUses']>;
    afterwards: (run: ImportRun, changedIds: string[]) => Promise<void>;
  },
): BundleKind<'review', Fields> {
  const learning = new LearningService();
  const kind: BundleKind<'review', Fields> = {
    name: 'review',
    plural: 'Reviews',
    record: more.record,
    fields: more.fields,
    identifiedBy: 'label',
    identify: identifyReview,
    complete: completeReview,
    ...(more.check && { check: more.check }),
    async settle(run) {
      await matchReviews(run);
      await resolveReviewReferences(run);
    },
    async write(run) {
      const service = new ReviewService(run.manager.dataSource);
      const publishers = run.shared(Publishers);
      const slugs = await service.takenSlugs(run.manager);
      const parts = [learning, new DocumentService(), ...more.parts(run)];
      await service.freeIdentities(run.manager);
      for await (const batch of run.batches(kind, ['new', 'changed'])) {
        const changed = batch.filter(({ state }) => state === 'changed');
        await service.import(
          run,
          batch,
          slugs,
          ({ publisherId, fields }) => publishers.nameOf(publisherId) ?? fields.publisher,
        );
        for (const part of parts) await part.import(run, batch, changed);
        await more.afterwards(
          run,
          changed.map(({ targetId }) => targetId),
        );
        run.progress(batch.length);
      }
    },
    themeUses: [
      {
        subject: 'review',
        subjectsOn: (manager, ids) => learning.reviewsOn(manager, ids),
        move: (manager, moves) => learning.moveThemes(manager, moves),
        forgetWords: (manager, ids, tells) => learning.forgetWords(manager, ids, tells),
      },
      ...more.themeUses,
    ],
    publishedBy: {
      subject: 'review',
      find: (manager, ids) => new ReviewService(manager.dataSource).publishedBy(manager, ids),
    },
  };
  return kind;
}

function identifyReview(review: ReviewRecord, noted: NamesNoted): Identity {
  return {
    publisher: noted.publisher(review.publisher),
    name: review.label,
    edition: identityYear(review)?.toString(),
    reference: review.reference,
  };
}

/** What a review's record says of one thing must fit what it says of another. */
export const checkReview = ({ learning }: ReviewRecord): RecordProblem[] =>
  learning.flatMap(({ kind, statement }, place) =>
    kind === 'theme-named' && statement !== undefined
      ? [fieldProblem(`learning[${place}].statement`, 'must be left out where kind is theme-named')]
      : [],
  );

function completeReview(review: ReviewRecord): void {
  review.title ??= review.label;
  for (const point of review.learning) {
    // What has no statement teaches nothing, whatever it is called.
    if (point.statement === undefined) point.kind = 'theme-named';
    point.kind ??= 'finding';
  }
  for (const document of review.documents) {
    document.kind ??= 'document';
    document.title ??= titleOfKind(document.kind);
  }
}
