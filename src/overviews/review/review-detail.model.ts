import { ApiProperty } from '@nestjs/swagger';
import { BriefingSummary } from '../../briefings/briefing.model.js';
import { SourceLink } from '../../publishing/source-link.model.js';
import { SummaryNotice } from '../../publishing/summary-notice.model.js';
import { ReviewRecommendation } from '../../recommendations/recommendation.model.js';
import { LearningPoint } from '../../reviews/learning.model.js';
import { NamedReview, ReviewRef } from '../../reviews/review-ref.model.js';
import { ReviewDocumentLink } from '../../reviews/review.model.js';
import { ThemeRef } from '../../themes/theme-ref.model.js';

/** Another review that is about the same. */
export class RelatedReview {
  /** The other review. */
  review: ReviewRef;

  /** The rarest of the themes that both are about: why it is here. */
  themes: ThemeRef[];
}

/** A partnership's report on how far the recommendations of a review are, published beside it. */
export class ReviewProgressReport {
  /** Slug of the partnership. */
  partnership: string;

  /** What the partnership is called. */
  partnershipName: string;

  /** Its heading. */
  title: string;

  /** A blank line begins another paragraph. */
  introduction: string;

  /** Address of its page, which shows every recommendation with what came of it. */
  url: string;

  /** The day of the release, YYYY-MM-DD. */
  updatedOn: string;
}

/** One review with all that belongs to it. */
export class ReviewDetail extends NamedReview {
  /** Slug of the publisher. */
  publisherSlug: string;
  /** The publisher's own site. */
  publisherLink: string | null;

  /** `publisherLink`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  publisherWebsite: string | null;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  /** What it is about, in a few sentences. */
  summary: string | null;

  /** The themes of its learning points and recommendations, and those that it names. */
  themes: ThemeRef[];

  /** In the order of the review, with the themes that it only names (`theme-named`). */
  learning: LearningPoint[];

  /** In the order of the review. */
  recommendations: ReviewRecommendation[];

  /** Its reports and summaries. */
  documents: ReviewDocumentLink[];

  /** Published beside it, by partnership. */
  progressReports: ReviewProgressReport[];

  /** Briefings on it. */
  briefings: BriefingSummary[];

  /** At most five, those first that share most: rare themes count more. */
  related: RelatedReview[];

  /** Words that its publisher gave it. */
  keywords: string[];

  /** Where it comes from. */
  sources: SourceLink[];

  /** To be shown with it where this library wrote it from its sources; null where its publisher did. */
  summarised: SummaryNotice | null;
}
