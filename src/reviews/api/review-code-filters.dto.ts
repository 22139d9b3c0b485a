import { EnumFilter } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { withCodes, type CodeFilters } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../review.js';

export type ReviewCodeFilters = CodeFilters<typeof REVIEW_CODES>;

/** A page of a list that may be filtered by the coded fields of a review. */
export const ReviewCodedPageQuery = withCodes<ReviewCodeFilters, typeof ListQuery>(
  REVIEW_CODES,
  ListQuery,
  (name, codes, { description }) => EnumFilter(name, codes, description),
);
