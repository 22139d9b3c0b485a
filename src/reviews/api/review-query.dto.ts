import { SortOf, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { ReviewCodedPageQuery } from './review-code-filters.dto.js';
import { REVIEW_SORTS, type ReviewSort } from '../review.sql.js';

/** Which reviews, and in which order. */
export class ReviewListQuery extends ReviewCodedPageQuery {
  /** Slug or name of a theme; reviews on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Slug or name of the publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of publication. */
  @YearFilter()
  year?: number[];

  /** Dates run from old to new, with `-` from new to old; what has no date comes last. Names run from A to Z. */
  @SortOf(REVIEW_SORTS)
  sort?: ReviewSort = '-publishedOn';
}
