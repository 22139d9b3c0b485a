import { sayCode } from '../../platform/text/words.js';
import { addressOf } from '../../platform/pages/addresses.js';
import { chosenValues, filterGroup } from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList, type ListLink } from '../../platform/pages/list-filters.js';
import { yearFilterGroup } from '../../platform/pages/year-filter-group.js';
import type { Choices } from '../../publishing/filter-choices.js';
import type { ResourceListQuery } from '../api/resource-query.dto.js';
import type { ResourceList } from '../resource.model.js';
import type { ResourceChoice } from '../resource.queries.js';
import type { ResourceSort } from '../resource.sql.js';
import { presentResource, type ResourceView } from './resource.presenter.js';

export interface ResourceListView extends FilteredList {
  items: ResourceView[];
  /** Everything, or only what is still to come; none where nothing is. */
  times: ListLink[];
  when: string | undefined;
}

const ORDERS: Partial<Record<ResourceSort, string>> = {
  upcoming: 'Coming up first',
  title: 'Title',
  '-publishedOn': 'Newest first',
  publisher: 'Publisher',
};

export function presentResourceList(
  list: ResourceList,
  choices: Choices<ResourceChoice>,
  query: ResourceListQuery,
  hasUpcoming: boolean,
): ResourceListView {
  const { when, sort } = query;
  const types = choices.type.map((type) => ({ ...type, label: sayCode(type.value) }));
  const groups = [
    filterGroup('type', 'Type', types, query.type ?? [], sayCode),
    filterGroup('theme', 'Theme', choices.theme, query.theme ?? []),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
    yearFilterGroup(choices.year, query.year),
  ];
  return {
    ...presentFiltered('/resources', list, groups, ['resource'], {
      parameters: { when },
      orders: ORDERS,
      sort,
    }),
    items: list.items.map(presentResource),
    times: (hasUpcoming || when ? TIMES : []).map(({ text, value }) => ({
      text,
      href: addressOf('/resources', {
        when: value,
        sort: sort === 'upcoming' ? undefined : sort,
        ...chosenValues(groups),
      }),
      current: when === value,
    })),
    when,
  };
}

const TIMES: readonly { text: string; value: ResourceListQuery['when'] }[] = [
  { text: 'Everything', value: undefined },
  { text: 'Events and training to come', value: 'upcoming' },
];
