import type { ReviewAbout, ReviewType } from '../reviews/review.entity.js';

/** What may stand in a list of results. */
export const SEARCH_KINDS = [
  'theme',
  'review',
  'learning-point',
  'recommendation',
  'briefing',
  'resource',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * One record as the search engines hold it: a review with all its learning, a theme, a briefing or a resource. Everything
 * in it is public text; what is shown of a result is read from the database again, so nothing here is trusted to be
 * current.
 */
export interface SearchDocument {
  id: string;
  kind: 'theme' | 'review' | 'briefing' | 'resource';
  /** What of it can be a result: a review with learning points is found as `review` and as `learning-point`. */
  kinds: SearchKind[];
  /** Changes whenever anything in the document does. */
  version: string;
  title: string;
  /** Preferred labels of its themes. */
  themeLabels: string[];
  /** Every other name of its themes, hidden ones and broader themes' included: matched, never shown. */
  themeWords: string[];
  keywords: string[];
  learning: string[];
  summary: string;
  recommendations: string[];
  /** The text of its documents, page by page. */
  pages: string[];
  /** Slugs of its themes and of all themes broader than them, for filters and facets. */
  themes: string[];
  type: ReviewType | null;
  publisher: string | null;
  about: ReviewAbout | null;
  year: string | null;
  agency: string[];
  age: AgeGroup[];
  /** Day of publication as a number (20250201), for the newest first among equals; 0 if unknown. */
  date: number;
}

/** Ages that a record speaks of, as it says them itself. */
export const AGE_GROUPS = ['under-1', '1-to-4', '5-to-11', '12-to-17', '18-to-64', '65-and-over'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** What a document contributes to ranking; kept beside it and never sent to an engine. */
export interface Evidence {
  /** Stems of its words. */
  terms: string[];
  /** How much each stem is said, by field and length (the term frequency of BM25F). */
  weights: number[];
  /** Its words as they are written, to put misspellings right. */
  words: string[];
  /** Stems of its own name: a review's label. */
  name: string[];
  /** Slugs of the themes that its learning is about. */
  taught: string[];
  /** Slugs of the themes that only its recommendations carry. */
  mentioned: string[];
}
