import { EnumFilter, SortOf, TextFilter, YearFilter } from '../../listing/filter.decorators.js';
import { PageQuery } from '../../listing/page-query.dto.js';
import { REVIEW_ABOUT, REVIEW_TYPES, type ReviewAbout, type ReviewType } from '../review.entity.js';
import { REVIEW_SORTS, type ReviewSort } from '../review.sql.js';

/** Which reviews, and in which order. */
export class ReviewListQuery extends PageQuery {
  /** Slug of a theme; reviews on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Type of the review. */
  @EnumFilter('type', REVIEW_TYPES)
  type?: ReviewType[];

  /** Whom the review is about. */
  @EnumFilter('about', REVIEW_ABOUT)
  about?: ReviewAbout[];

  /** Slug or exact name of the publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of publication. */
  @YearFilter()
  year?: number[];

  /** Dates run from old to new, with `-` from new to old; what has no date comes last. */
  @SortOf(REVIEW_SORTS)
  sort?: ReviewSort = '-publishedOn';
}
