import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BRIEFINGS_OF_REVIEW } from '../../briefings/briefing.queries.js';
import { readTogether } from '../../platform/postgres/read-together.js';
import { RECOMMENDATIONS_OF_REVIEW } from '../../recommendations/recommendation.queries.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { REVIEW_PARTS, ReviewQueries, type ReviewParts } from '../../reviews/review.queries.js';
import { REVIEW_REF, REVIEWS } from '../../reviews/review.sql.js';
import { RelatedReviewQueries } from './related-reviews.queries.js';
import { PROGRESS_OF_REVIEW } from './review-progress.queries.js';
import type { ReviewDetail } from './review-detail.model.js';

/** Reads one published review with all that belongs to it: its own parts, its recommendations, briefings about it, and reviews like it. */
@Injectable()
export class ReviewDetailQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reviews: ReviewQueries,
    private readonly relatedReviews: RelatedReviewQueries,
  ) {}

  /** @throws LibraryError not-found, also where the review is not published */
  async find(slug: string): Promise<ReviewDetail> {
    const { keywords, sources, summarised, ...review } = await this.reviews.find(slug);
    const related = await this.relatedReviews.of(review.id);
    const { learning, recommendations, documents, progressReports, briefings, others } =
      await readTogether<Parts>(this.source, 'review-with-parts', PARTS, [
        review.id,
        related.map(({ id }) => id),
      ]);
    // What was withdrawn a moment ago is not among them any more.
    const seen = new Map(others.map((other) => [other.id, other.review]));
    return {
      ...review,
      learning,
      recommendations,
      documents,
      progressReports,
      briefings,
      related: related.flatMap(({ id, shared }) => {
        const other = seen.get(id);
        return other ? { review: other, themes: shared } : [];
      }),
      keywords,
      sources,
      summarised,
    };
  }
}

interface Parts extends ReviewParts, Pick<ReviewDetail, 'recommendations' | 'progressReports' | 'briefings'> {
  others: { id: string; review: ReviewRef }[];
}

/** By the id of the review, and the ids of those that are related to it. */
const PARTS: Record<keyof Parts, string> = {
  ...REVIEW_PARTS,
  recommendations: RECOMMENDATIONS_OF_REVIEW,
  progressReports: PROGRESS_OF_REVIEW,
  briefings: BRIEFINGS_OF_REVIEW,
  others: `select r.id, ${REVIEW_REF} as review from ${REVIEWS} where r.id = any($2)`,
};
