import { namesOf } from '../../platform/text/coded-fields.js';
import { codeFilterGroup } from '../../platform/pages/code-filter-group.js';
import { REVIEW_CODES } from '../../reviews/review.js';
import { SCOPE_WORDS, type RecommendationScope } from '../recommendation.js';
import type { ThemeSummary } from '../../themes/theme.model.js';
import { themeOptions } from '../../themes/web/theme-options.js';
import { filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import type { RecommendationListQuery } from '../api/recommendation-query.dto.js';
import type { RecommendationList } from '../recommendation.model.js';
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
  const { theme, agency, scope, publisher, sort } = query;
  const year = (query.year ?? []).map(String);
  const groups = [
    filterGroup('theme', 'Theme', themeOptions(themes, 'recommendations'), theme ?? []),
    filterGroup('scope', 'Scope', [], scope ?? [], (value) => SCOPE_WORDS[value as RecommendationScope]),
    filterGroup('agency', 'Agency', [], agency ?? []),
    filterGroup('publisher', 'Publisher', [], publisher ?? []),
    ...namesOf(REVIEW_CODES).map((name) => codeFilterGroup(name, REVIEW_CODES[name], [], query[name])),
    filterGroup('year', 'Year', [], year),
  ];
  return {
    ...presentFiltered('/recommendations', list, groups, ['recommendation'], {
      sort: sort === '-publishedOn' ? undefined : sort,
    }),
    items: list.items.map(presentRecommendationItem),
  };
}
