import type { ThemeSummary } from '../../themes/theme.model.js';
import { themeOptions } from '../../themes/web/theme-options.js';
import { filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import type { BriefingListQuery } from '../api/briefing-query.dto.js';
import type { BriefingList } from '../briefing.model.js';
import { presentBriefing, sayBriefingType, type BriefingView } from './briefing.presenter.js';

export interface BriefingListView extends FilteredList {
  items: BriefingView[];
}

/** The other filters have no counts to offer; where an address has them on, they can be taken off. */
export function presentBriefingList(
  list: BriefingList,
  themes: readonly ThemeSummary[],
  query: BriefingListQuery,
): BriefingListView {
  const { theme, type, publisher, sort } = query;
  const year = (query.year ?? []).map(String);
  const groups = [
    filterGroup('theme', 'Theme', themeOptions(themes, 'briefings'), theme ?? []),
    filterGroup('type', 'Type', [], type ?? [], sayBriefingType),
    filterGroup('publisher', 'Publisher', [], publisher ?? []),
    filterGroup('year', 'Year', [], year),
  ];
  return {
    ...presentFiltered('/briefings', list, groups, ['briefing'], {
      sort: sort === '-publishedOn' ? undefined : sort,
    }),
    items: list.items.map(presentBriefing),
  };
}
