import type { Page } from '../http/listing/page.js';
import { addressOf, type Parameters } from './addresses.js';
import { chosenFilters, chosenValues, type ChosenFilter, type FilterGroup } from './filters.js';
import { paginationOf, sayShown, type Pagination } from './pagination.js';

/** What every filtered list shows round its items. */
export interface FilteredList {
  /** Only those with something to choose. */
  filters: FilterGroup[];
  chosen: ChosenFilter[];
  clearAddress: string;
  shown: string;
  pagination: Pagination | null;
  /** Where this page lies beyond the end: the first one, with the same filters. */
  firstPage: string | null;
}

/**
 * @param filters what is chosen in them is in every address of the list: of another page, and without one of them
 * @param keep parameters that are no filters and stay in every address: the words searched for, the order
 */
export function presentFiltered(
  path: string,
  page: Omit<Page<unknown>, 'items'>,
  filters: FilterGroup[],
  noun: [one: string, many?: string],
  keep: Parameters = {},
): FilteredList {
  const parameters = { ...keep, ...chosenValues(filters) };
  return {
    filters: filters.filter(({ items, find }) => items.length > 0 || find !== undefined),
    chosen: chosenFilters(path, parameters, filters),
    clearAddress: addressOf(path, keep),
    shown: sayShown(page, ...noun),
    firstPage:
      page.total > 0 && (page.page - 1) * page.limit >= page.total ? addressOf(path, parameters) : null,
    pagination: paginationOf(page, (number) => addressOf(path, { ...parameters, page: number })),
  };
}
