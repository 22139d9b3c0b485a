import type { SearchSubject } from '../platform/jobs/enqueue.js';
import type { FilterName } from './search-filters.js';

/**
 * One record as the search holds it: a review with all its learning, a theme, a briefing or a resource. Its words are there
 * as stems alone; what is shown of a result is read from the database, so nothing here is trusted to be current.
 */
export interface SearchDocument {
  id: string;
  body: {
    kind: SearchSubject;
    /** Which code made it: see `PROJECTION`. */
    projection: number;
    /** With the label of a review; by it and the publisher a record is suggested. */
    title: string;
    publisher: string | null;
    /** Whether it is about children or adults, where that is known. */
    about: string | null;
    /** Day of publication as a number (20250201), for the newest first among equals; 0 if unknown. */
    date: number;
    /** What each filter compares: lists of which the first is counted, and the others are other names for the same. */
    values: Readonly<Record<FilterName, readonly (readonly string[])[]>>;
  };
  /** Stems of what its record says, the weightiest first; last, without a weight, those that only its reports have. */
  terms: readonly string[];
  /** How much each stem is said, by field and length (the term frequency of BM25F). */
  weights: readonly number[];
  /** Its words as they are written, to put misspellings right. */
  spellings: readonly string[];
  /** Stems of its own name: a review's label. */
  name: readonly string[];
  /** The slugs of the themes that it carries, that its own phrases name in full or that its text says, and of all broader ones. */
  carried: readonly string[];
}
