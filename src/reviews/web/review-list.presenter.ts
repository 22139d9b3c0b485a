import { codeFilterGroup } from '../../platform/pages/code-filter-group.js';
import { feedLink, type FeedLink } from '../../platform/pages/feed-link.js';
import { chosenValues, filterGroup, type FilterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import { yearFilterGroup } from '../../platform/pages/year-filter-group.js';
import { namesOf } from '../../platform/text/coded-fields.js';
import type { Choices } from '../../publishing/filter-choices.js';
import type { ReviewCodeFilters } from '../api/review-code-filters.dto.js';
import type { ReviewListQuery } from '../api/review-query.dto.js';
import { REVIEW_CODES, type ReviewCodes } from '../review.js';
import type { ReviewList } from '../review.model.js';
import type { ReviewChoice } from '../review.queries.js';
import type { ReviewSort } from '../review.sql.js';
import { presentReviewEntry, type ReviewEntryView } from './review-entry.presenter.js';

export interface ReviewListView extends FilteredList {
  items: ReviewEntryView[];
  /** Of the reviews under these filters. */
  feed: FeedLink;
}

const ORDERS: Partial<Record<ReviewSort, string>> = {
  '-publishedOn': 'Newest first',
  publishedOn: 'Oldest first',
  label: 'Name',
  publisher: 'Publisher',
};

export function presentReviewList(
  list: ReviewList,
  choices: Choices<ReviewChoice>,
  query: ReviewListQuery,
): ReviewListView {
  const groups = [
    ...codeFilterGroups(choices, query),
    yearFilterGroup(choices.year, query.year),
    filterGroup('theme', 'Theme', choices.theme, query.theme ?? []),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
  ];
  return {
    ...presentFiltered('/reviews', list, groups, ['review'], { orders: ORDERS, sort: query.sort }),
    items: list.items.map(presentReviewEntry),
    feed: feedOf(chosenValues(groups)),
  };
}

/** A publisher has one of all that it publishes; other filters are those of the search. */
function feedOf(chosen: Record<string, string[]>): FeedLink {
  const on = Object.entries(chosen).filter(([, values]) => values.length > 0);
  if (on.length === 0) return feedLink('/feeds/kinds/review');
  const [[name, [value = '', ...others]]] = on as [[string, string[]]];
  return on.length === 1 && name === 'publisher' && others.length === 0 && /^[a-z\d-]+$/.test(value)
    ? feedLink(`/feeds/publishers/${value}`)
    : feedLink('/feeds/search', { kind: 'review', ...chosen });
}

/** The filters by the coded fields of reviews, for whatever list has them. */
export const codeFilterGroups = (
  choices: Choices<keyof ReviewCodes>,
  query: ReviewCodeFilters,
): FilterGroup[] =>
  namesOf(REVIEW_CODES).map((name) => codeFilterGroup(name, REVIEW_CODES[name], choices[name], query[name]));
