import type { SearchSubject } from '../platform/jobs/enqueue.js';
import type { AgeGroup, SearchKind } from './search-kinds.js';
import type { ReviewCodes } from '../reviews/review.js';

/**
 * One record as the search engines hold it: a review with all its learning, a theme, a briefing or a resource. Its words
 * are there as stems alone; what is shown of a result is read from the database, so nothing here is trusted to be current.
 */
export interface SearchDocument extends ReviewCodes {
  id: string;
  kind: SearchSubject;
  /**
   * What of it can be a result: a review with learning points is found as `review` and as `learning-point`, one that only
   * names its themes as `review` alone.
   */
  kinds: SearchKind[];
  /** Which code made it: see `PROJECTION`. */
  projection: number;
  /** With the label of a review; by it and the publisher a record is suggested. */
  title: string;
  /** Slugs of its themes and of all themes broader than them, for filters and facets. */
  themes: string[];
  publisher: string | null;
  publisherSlug: string | null;
  year: string | null;
  agency: string[];
  agencySlugs: string[];
  age: AgeGroup[];
  /** Day of publication as a number (20250201), for the newest first among equals; 0 if unknown. */
  date: number;
}

/** What a document contributes to finding and ranking it; kept beside it. */
export interface Evidence {
  /** Stems of what its record says, the weightiest first; last, without a weight, those that only its reports have. */
  terms: string[];
  /** How much each stem is said, by field and length (the term frequency of BM25F). */
  weights: number[];
  /** Its words as they are written, to put misspellings right. */
  spellings: string[];
  /** Stems of its own name: a review's label. */
  name: string[];
  /**
   * The themes that it carries, that its own phrases name in full or that its text says, and all broader ones: by slug,
   * with the stems of each phrase that stands for it.
   */
  carried: Record<string, string[][]>;
}
