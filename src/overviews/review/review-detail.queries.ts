import { Injectable } from '@nestjs/common';
import { BriefingQueries } from '../../briefings/briefing.queries.js';
import { RecommendationQueries } from '../../recommendations/recommendation.queries.js';
import { ReviewQueries } from '../../reviews/review.queries.js';
import { RelatedReviewQueries } from './related-reviews.queries.js';
import { ReviewProgressQueries } from './review-progress.queries.js';
import type { ReviewDetail } from './review-detail.model.js';

/** Reads one published review with all that belongs to it: its own parts, its recommendations, briefings about it, and reviews like it. */
@Injectable()
export class ReviewDetailQueries {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly recommendations: RecommendationQueries,
    private readonly briefings: BriefingQueries,
    private readonly progress: ReviewProgressQueries,
    private readonly relatedReviews: RelatedReviewQueries,
  ) {}

  /** @throws LibraryError not-found, also where the review is not published */
  async find(slug: string): Promise<ReviewDetail> {
    const { learning, documents, keywords, sources, summarised, ...review } = await this.reviews.find(slug);
    const { id } = review;
    const [recommendations, briefings, related, progressReports] = await Promise.all([
      this.recommendations.ofReview(id),
      this.briefings.ofReview(id),
      this.relatedReviews.of(id),
      this.progress.ofReview(id),
    ]);
    return {
      ...review,
      learning,
      recommendations,
      documents,
      progressReports,
      briefings,
      related,
      keywords,
      sources,
      summarised,
    };
  }
}
