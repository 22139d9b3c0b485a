import { sayCode } from '../../platform/text/words.js';
import type { ThemeSummary } from '../../themes/theme.model.js';
import { addressOf } from '../../platform/pages/addresses.js';
import { themeOptions } from '../../themes/web/theme-options.js';
import { chosenValues, filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import type { ResourceListQuery } from '../api/resource-query.dto.js';
import type { ResourceList } from '../resource.model.js';
import { presentResource, type ResourceView } from './resource.presenter.js';

export interface ResourceListView extends FilteredList {
  items: ResourceView[];
  /** Everything, or only what is still to come. */
  times: { text: string; href: string; current: boolean }[];
  /** Kept by the form of the filters. */
  when: string | undefined;
}

/** Type and publisher have no counts to offer; where an address has them on, they can be taken off. */
export function presentResourceList(
  list: ResourceList,
  themes: readonly ThemeSummary[],
  query: ResourceListQuery,
): ResourceListView {
  const { theme, type, publisher, when, sort } = query;
  const groups = [
    filterGroup('theme', 'Theme', themeOptions(themes, 'resources'), theme ?? []),
    filterGroup('type', 'Type', [], type ?? [], sayCode),
    filterGroup('publisher', 'Publisher', [], publisher ?? []),
  ];
  const order = sort === 'title' ? undefined : sort;
  return {
    ...presentFiltered('/resources', list, groups, ['resource'], { when, sort: order }),
    items: list.items.map(presentResource),
    times: TIMES.map(({ text, value }) => ({
      text,
      href: addressOf('/resources', { when: value, ...chosenValues(groups), sort: order }),
      current: when === value,
    })),
    when,
  };
}

const TIMES: readonly { text: string; value: ResourceListQuery['when'] }[] = [
  { text: 'Everything', value: undefined },
  { text: 'Events and training to come', value: 'upcoming' },
];
