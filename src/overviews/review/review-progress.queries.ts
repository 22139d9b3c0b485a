import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { ReviewRecommendation } from '../../recommendations/recommendation.model.js';
import { RecommendationQueries } from '../../recommendations/recommendation.queries.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { ReviewQueries } from '../../reviews/review.queries.js';
import type { ReviewProgressReport } from './review-detail.model.js';

/** How far the recommendations of a review are, as partnerships have published it. */
export interface ReviewProgress {
  review: ReviewRef;
  reports: ReviewProgressReport[];
  /** Each with what came of it. */
  recommendations: ReviewRecommendation[];
}

/** Reads the progress reports that are published beside reviews. */
@Injectable()
export class ReviewProgressQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reviews: ReviewQueries,
    private readonly recommendations: RecommendationQueries,
  ) {}

  /** @throws LibraryError not-found, also where nothing is published */
  async find(slug: string): Promise<ReviewProgress> {
    const review = await this.reviews.find(slug);
    const [reports, recommendations] = await Promise.all([
      this.ofReview(review.id),
      this.recommendations.ofReview(review.id),
    ]);
    if (reports.length === 0)
      throw new LibraryError('not-found', 'No progress report is published beside this review.');
    return { review, reports, recommendations };
  }

  /** By name of the partnership. */
  async ofReview(reviewId: string): Promise<ReviewProgressReport[]> {
    return await prepared<ReviewProgressReport>(this.source, 'progress-of-review', PROGRESS_OF_REVIEW, [
      reviewId,
    ]);
  }
}

/** By the id of the review, `$1`. */
export const PROGRESS_OF_REVIEW = `
  select o.partnership, o.partnership_name as "partnershipName", o.title, o.introduction,
    '/reviews/' || r.slug || '/progress#' || o.partnership as url, o.released_on::text as "updatedOn"
  from ${PUBLIC.reviewProgress} o join ${PUBLIC.review} r on r.id = o.review_id
  where o.review_id = $1 order by lower(o.partnership_name), o.partnership`;
