import { ListAnswer } from '../platform/http/listing/list.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { ReviewRef } from './review-ref.model.js';

/** A review in a list. */
export class ReviewSummary extends ReviewRef {
  publisherSlug: string;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  summary: string | null;

  /** The themes of its learning points and recommendations, and those that it names. */
  themes: ThemeRef[];

  /** How many learning points it has; themes that it only names are none. */
  learningPoints: number;

  /** How many recommendations it makes. */
  recommendations: number;
}

export class ReviewList extends ListAnswer {
  items: ReviewSummary[];
}

/** A report, summary or one-page learning that belongs to a review. */
export class ReviewDocumentLink {
  /** `full-report`, `executive-summary`, `progress-report`, `one-page-learning`, …: an open list. */
  kind: string;

  title: string;

  /** On its publisher's own site. */
  url: string | null;
}
