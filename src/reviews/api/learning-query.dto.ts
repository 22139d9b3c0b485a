import { EnumFilter, SortOf, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { LEARNING_SORTS, type LearningSort } from '../learning.sql.js';
import { TAUGHT_KINDS, type TaughtKind } from '../review.js';
import { ReviewCodedPageQuery } from './review-code-filters.dto.js';

/** Which learning points, and in which order. */
export class LearningListQuery extends ReviewCodedPageQuery {
  /** Slug or name of a theme; learning points on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Finding, key lesson or good practice. */
  @EnumFilter('learningKind', TAUGHT_KINDS)
  learningKind?: TaughtKind[];

  /** Slug of its review. */
  @TextFilter('review')
  review?: string[];

  /** Slug or name of the review's publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of the review's publication. */
  @YearFilter()
  year?: number[];

  /**
   * By the date of the review, from old to new (with `-` from new to old; what has no date comes last), or by theme or
   * publisher, from A to Z.
   */
  @SortOf(LEARNING_SORTS)
  sort?: LearningSort = '-publishedOn';
}
