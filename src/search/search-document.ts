import type { LearningKind, ReviewAbout, ReviewType } from '../reviews/review.entity.js';

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
 * One findable thing, as the search engines hold it. Everything in it is public text; what is shown of a result is read
 * from the database again, so nothing here is trusted to be current.
 */
export interface SearchDocument {
  id: string;
  kind: SearchKind;
  /** The record it was made from: a learning point is made from its review. */
  subject: string;
  title: string;
  /** The text that snippets are cut from. */
  text: string;
  /** Preferred labels of its themes. */
  themeLabels: string[];
  /** Every other name of its themes, hidden ones and broader themes' included: matched, never shown. */
  themeWords: string[];
  keywords: string[];
  /** Slugs of its themes and of all themes broader than them, for filters and facets. */
  themes: string[];
  /** Slugs of its own themes alone. */
  ownThemes: string[];
  type: ReviewType | null;
  publisher: string | null;
  about: ReviewAbout | null;
  year: string | null;
  learningKind: LearningKind | null;
  /** The more, the sooner it is shown among equals: learning points before bare mentions. */
  weight: number;
  /** Day of publication as a number (20250201), for the newest first among equals; 0 if unknown. */
  date: number;
}
