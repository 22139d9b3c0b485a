import type { ThemeSummary } from '../../themes/theme.model.js';
import { filterGroup } from '../../web/filters.js';
import { presentFiltered, themeOptions, type FilteredList } from '../../web/list-filters.js';
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
  const chosen = { theme, type, publisher, year, sort: sort === '-publishedOn' ? undefined : sort };
  return {
    ...presentFiltered('/briefings', list, groups, chosen, ['briefing']),
    items: list.items.map(presentBriefing),
  };
}
