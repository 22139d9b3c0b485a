import { codeFilterGroup } from '../../platform/pages/code-filter-group.js';
import { filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import { namesOf } from '../../platform/text/coded-fields.js';
import type { ReviewListQuery } from '../api/review-query.dto.js';
import { REVIEW_CODES } from '../review.js';
import type { ReviewFilters, ReviewList } from '../review.model.js';
import { presentReviewEntry, type ReviewEntryView } from './review-entry.presenter.js';

export interface ReviewListView extends FilteredList {
  items: ReviewEntryView[];
}

export function presentReviewList(
  list: ReviewList,
  choices: ReviewFilters,
  query: ReviewListQuery,
): ReviewListView {
  const years = (query.year ?? []).map(String);
  const groups = [
    ...namesOf(REVIEW_CODES).map((name) =>
      codeFilterGroup(name, REVIEW_CODES[name], choices[name], query[name]),
    ),
    filterGroup('theme', 'Theme', mostFirst(choices.theme), query.theme ?? []),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
    filterGroup('year', 'Year', choices.year, years),
  ];
  const { sort } = query;
  return {
    ...presentFiltered('/reviews', list, groups, ['review'], {
      sort: sort === '-publishedOn' ? undefined : sort,
    }),
    items: list.items.map(presentReviewEntry),
  };
}

/** What most reviews name comes first: that is what a reader is likeliest to want. */
const mostFirst = (options: ReviewFilters['theme']): ReviewFilters['theme'] =>
  options.toSorted((a, b) => b.count - a.count);
