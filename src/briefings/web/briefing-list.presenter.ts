import { filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import { yearFilterGroup } from '../../platform/pages/year-filter-group.js';
import type { Choices } from '../../publishing/filter-choices.js';
import type { BriefingListQuery } from '../api/briefing-query.dto.js';
import type { BriefingList } from '../briefing.model.js';
import type { BriefingChoice } from '../briefing.queries.js';
import type { BriefingSort } from '../briefing.sql.js';
import { presentBriefing, sayBriefingType, type BriefingView } from './briefing.presenter.js';

export interface BriefingListView extends FilteredList {
  items: BriefingView[];
}

const ORDERS: Partial<Record<BriefingSort, string>> = {
  '-publishedOn': 'Newest first',
  publishedOn: 'Oldest first',
  title: 'Title',
  publisher: 'Publisher',
};

export function presentBriefingList(
  list: BriefingList,
  choices: Choices<BriefingChoice>,
  query: BriefingListQuery,
): BriefingListView {
  const types = choices.type.map((type) => ({ ...type, label: sayBriefingType(type.value) }));
  const groups = [
    filterGroup('type', 'Type', types, query.type ?? [], sayBriefingType),
    yearFilterGroup(choices.year, query.year),
    filterGroup('theme', 'Theme', choices.theme, query.theme ?? []),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
  ];
  return {
    ...presentFiltered('/briefings', list, groups, ['briefing'], { orders: ORDERS, sort: query.sort }),
    items: list.items.map(presentBriefing),
  };
}
