import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { NamedReview } from './review-ref.model.js';

/** A review in a list. */
export class ReviewSummary extends NamedReview {
  /** Slug of the publisher. */
  publisherSlug: string;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  /** What it is about, in a few sentences. */
  summary: string | null;

  /** The themes of its learning points and recommendations, and those that it names. */
  themes: ThemeRef[];

  /** How many learning points it has; themes that it only names are none. */
  learningPointCount: number;

  /** How many recommendations it makes. */
  recommendationCount: number;

  /** `learningPointCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  learningPoints: number;

  /** `recommendationCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  recommendations: number;
}

export class ReviewList extends FilteredAnswer {
  /** The reviews of this page. */
  items: ReviewSummary[];
}

/** A report, summary or one-page learning that belongs to a review. */
export class ReviewDocumentLink {
  /** `full-report`, `executive-summary`, `progress-report`, `one-page-learning`, …: an open list. */
  kind: string;

  /** What it is called. */
  title: string;

  /** On its publisher's own site. */
  link: string | null;
}
