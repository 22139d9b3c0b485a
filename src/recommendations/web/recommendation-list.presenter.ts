import type { ThemeSummary } from '../../themes/theme.model.js';
import { filterGroup } from '../../web/filters.js';
import { presentFiltered, themeOptions, type FilteredList } from '../../web/list-filters.js';
import { REVIEW_TYPE_WORDS, SCOPE_WORDS } from '../../web/words.js';
import type { ReviewType } from '../../reviews/review.entity.js';
import type { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import type { RecommendationList } from '../recommendation.model.js';
import type { RecommendationScope } from '../recommendation.entity.js';
import { presentRecommendationItem, type RecommendationView } from './recommendation.presenter.js';

export interface RecommendationListView extends FilteredList {
  items: RecommendationView[];
}

/** The other filters have no counts to offer; where an address has them on, they can be taken off. */
export function presentRecommendationList(
  list: RecommendationList,
  themes: readonly ThemeSummary[],
  query: RecommendationListQuery,
): RecommendationListView {
  const { theme, agency, scope, publisher, type, sort } = query;
  const year = (query.year ?? []).map(String);
  const groups = [
    filterGroup('theme', 'Theme', themeOptions(themes, 'recommendations'), theme ?? []),
    filterGroup('scope', 'Scope', [], scope ?? [], (value) => SCOPE_WORDS[value as RecommendationScope]),
    filterGroup('agency', 'Agency', [], agency ?? []),
    filterGroup('publisher', 'Publisher', [], publisher ?? []),
    filterGroup('type', 'Type of review', [], type ?? [], (value) => REVIEW_TYPE_WORDS[value as ReviewType]),
    filterGroup('year', 'Year', [], year),
  ];
  const chosen = {
    theme,
    agency,
    scope,
    publisher,
    type,
    year,
    sort: sort === '-publishedOn' ? undefined : sort,
  };
  return {
    ...presentFiltered('/recommendations', list, groups, chosen, ['recommendation']),
    items: list.items.map(presentRecommendationItem),
  };
}
