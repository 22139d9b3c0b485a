import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import {
  presentRecommendation,
  type RecommendationView,
} from '../../../recommendations/web/recommendation.presenter.js';
import type { ProgressView } from '../../../recommendations/web/progress.presenter.js';
import { citeReview, sayReview, type ReviewName } from '../../../reviews/web/say-review.js';
import type { ReviewProgress } from '../review-progress.queries.js';

/** One partnership's report. */
interface ProgressReportView {
  slug: string;
  partnership: string;
  title: string;
  paragraphs: string[];
  on: string;
  /** Every recommendation, with what this partnership has released of it; null where that is nothing. */
  entries: { recommendation: RecommendationView; progress: ProgressView | null }[];
}

export interface ReviewProgressView {
  review: ReviewName;
  heading: string;
  citation: string;
  reports: ProgressReportView[];
}

export function presentReviewProgress({
  review,
  reports,
  recommendations,
}: ReviewProgress): ReviewProgressView {
  const views = recommendations.map((item) => presentRecommendation(item, null));
  return {
    review: sayReview(review),
    heading: `${review.label}: what came of its recommendations`,
    citation: `${citeReview(review)}, progress of its recommendations.`,
    reports: reports.map(({ partnership: slug, partnershipName, title, introduction, updatedOn }) => ({
      ...{ slug, partnership: partnershipName, title, on: sayPartialDate(updatedOn) },
      paragraphs: introduction.split(/\n\s*\n/).filter((one) => one.trim() !== ''),
      entries: views.map((recommendation) => ({
        recommendation,
        progress: recommendation.progress.find((one) => one.slug === slug) ?? null,
      })),
    })),
  };
}
