import { RECOMMENDATION_SCOPES, type RecommendationScope } from '../recommendation.js';
import { EnumFilter, SortOf, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { ReviewCodedPageQuery } from '../../reviews/api/review-code-filters.dto.js';
import { RECOMMENDATION_SORTS, type RecommendationSort } from '../recommendation.sql.js';

/** Which recommendations, and in which order. */
export class RecommendationListQuery extends ReviewCodedPageQuery {
  /** Slug or name of a theme; recommendations on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Slug or name of an agency that is to act. */
  @TextFilter('agency')
  agency?: string[];

  /** Slug of its review. */
  @TextFilter('review')
  review?: string[];

  /** How far it reaches. */
  @EnumFilter('scope', RECOMMENDATION_SCOPES)
  scope?: RecommendationScope[];

  /** Slug or name of the review's publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of the review's publication. */
  @YearFilter()
  year?: number[];

  /**
   * By the date of the review, from old to new (with `-` from new to old), by the agency that is to act, from A to Z (of
   * several the first; what names none comes last), or by the number in the review.
   */
  @SortOf(RECOMMENDATION_SORTS)
  sort?: RecommendationSort = '-publishedOn';
}
