import { BriefingSummary } from '../briefings/briefing.model.js';
import { ListAnswer } from '../listing/list.model.js';
import { SourceLink } from '../listing/source-link.model.js';
import { ReviewRecommendation } from '../recommendations/recommendation.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { LearningPoint } from './learning.model.js';
import { ReviewRef } from './review-ref.model.js';

/** A review in a list. */
export class ReviewSummary extends ReviewRef {
  publisherSlug: string;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  summary: string | null;

  /** The themes of its learning points and recommendations. */
  themes: ThemeRef[];

  /** How many learning points it has. */
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

/** One review with all that belongs to it. */
export class ReviewDetail extends ReviewRef {
  publisherSlug: string;
  publisherWebsite: string | null;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  summary: string | null;

  /** The themes of its learning points and recommendations. */
  themes: ThemeRef[];

  /** In the order of the review. */
  learning: LearningPoint[];

  /** In the order of the review. */
  recommendations: ReviewRecommendation[];

  documents: ReviewDocumentLink[];
  briefings: BriefingSummary[];
  keywords: string[];
  sources: SourceLink[];
}

/** A value that a filter can take, and how many published reviews it would find. */
export interface FilterChoice {
  /** What the address takes: a slug, a type, a year. */
  value: string;
  /** What it is called: the value itself where it has no other name. */
  label: string;
  count: number;
}

/** The values that published reviews have, for a filter form. */
export interface ReviewFilters {
  /** By name. */
  publisher: FilterChoice[];
  /** Most frequent first. */
  type: FilterChoice[];
  /** Most frequent first. */
  about: FilterChoice[];
  /** Newest first. */
  year: FilterChoice[];
  /** By label; a theme counts the reviews on narrower themes as well. */
  theme: FilterChoice[];
}
