import { codeFilterGroups } from '../../reviews/web/review-list.presenter.js';
import { SCOPE_WORDS, type RecommendationScope } from '../recommendation.js';
import { feedLink, type FeedLink } from '../../platform/pages/feed-link.js';
import { chosenValues, filterGroup, type FilterOption } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import { yearFilterGroup } from '../../platform/pages/year-filter-group.js';
import type { Choices } from '../../publishing/filter-choices.js';
import type { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import type { RecommendationList } from '../recommendation.model.js';
import type { RecommendationChoice } from '../recommendation.queries.js';
import type { RecommendationSort } from '../recommendation.sql.js';
import { presentRecommendationItem, type RecommendationView } from './recommendation.presenter.js';

export interface RecommendationListView extends FilteredList {
  items: RecommendationView[];
  /** Of all recommendations: none is narrowed by filters. */
  feed: FeedLink | null;
}

const ORDERS: Partial<Record<RecommendationSort, string>> = {
  '-publishedOn': 'Newest review first',
  publishedOn: 'Oldest review first',
  agency: 'Agency',
};

/** What people narrow the list by comes first: whom it asks, and since when. */
export function presentRecommendationList(
  list: RecommendationList,
  choices: Choices<RecommendationChoice>,
  query: RecommendationListQuery,
  reviews: ReadonlyMap<string, string>,
): RecommendationListView {
  const groups = [
    // Nobody chooses from all reviews here: an address leads to those of one, and its box takes that off again.
    filterGroup('review', 'Review', [], query.review ?? [], (slug) => reviews.get(slug) ?? slug),
    filterGroup('agency', 'Agency', choices.agency, query.agency ?? []),
    yearFilterGroup(choices.year, query.year),
    filterGroup('theme', 'Theme', choices.theme, query.theme ?? []),
    ...codeFilterGroups(choices, query),
    filterGroup('scope', 'Scope', choices.scope.map(sayScope), query.scope ?? [], wordsOf),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
  ];
  return {
    ...presentFiltered('/recommendations', list, groups, ['recommendation'], {
      orders: ORDERS,
      sort: query.sort,
    }),
    items: list.items.map(presentRecommendationItem),
    feed:
      Object.values(chosenValues(groups)).flat().length > 0 ? null : feedLink('/feeds/kinds/recommendation'),
  };
}

const wordsOf = (scope: string): string => SCOPE_WORDS[scope as RecommendationScope];

const sayScope = (option: FilterOption): FilterOption => ({ ...option, label: wordsOf(option.value) });
