import type { Page } from '../http/listing/page.js';
import { addressOf, type Parameters } from './addresses.js';
import { chosenFilters, chosenValues, type ChosenFilter, type FilterGroup } from './filters.js';
import { paginationOf, sayShown, type Pagination } from './pagination.js';

/** The same list in another way. */
export interface ListLink {
  text: string;
  href: string;
  current: boolean;
}

/** What every filtered list shows round its items. */
export interface FilteredList {
  /** Only those with something to choose. */
  filters: FilterGroup[];
  chosen: ChosenFilter[];
  clearAddress: string;
  /** The orders that it may have; none where there is nothing to put in order. */
  orders: ListLink[];
  /** What the form of the filters keeps in its address. */
  kept: { name: string; value: string }[];
  shown: string;
  pagination: Pagination | null;
  /** Where this page lies beyond the end: the first one, with the same filters. */
  firstPage: string | null;
}

/** What a list keeps in every address beside its filters. */
export interface Keeping {
  /** The words searched for, the time asked about. */
  parameters?: Parameters;
  /** The orders offered, in words, by the sorts of the list: the first is its usual one, of which no address speaks. */
  orders?: Partial<Record<string, string>>;
  /** The one it has. */
  sort?: string;
}

/** @param filters what is chosen in them is in every address of the list: of another page, and without one of them */
export function presentFiltered(
  path: string,
  page: Omit<Page<unknown>, 'items'>,
  filters: FilterGroup[],
  noun: [one: string, many?: string],
  { parameters: own = {}, orders = {}, sort }: Keeping = {},
): FilteredList {
  const [usual] = Object.keys(orders);
  const sorted = (by: string | undefined): Parameters => ({ ...own, sort: by === usual ? undefined : by });
  const chosen = chosenValues(filters);
  const parameters = { ...sorted(sort), ...chosen };
  return {
    filters: filters.filter(({ items, find }) => items.length > 0 || find !== undefined),
    chosen: chosenFilters(path, parameters, filters),
    clearAddress: addressOf(path, sorted(sort)),
    orders:
      page.total < 2
        ? []
        : Object.entries(orders).map(([by, text]) => ({
            text: text!,
            href: addressOf(path, { ...sorted(by), ...chosen }),
            current: by === sort,
          })),
    kept: Object.entries(sorted(sort)).flatMap(([name, value]) =>
      typeof value === 'string' ? { name, value } : [],
    ),
    shown: sayShown(page, ...noun),
    firstPage:
      page.total > 0 && (page.page - 1) * page.limit >= page.total ? addressOf(path, parameters) : null,
    pagination: paginationOf(page, (number) => addressOf(path, { ...parameters, page: number })),
  };
}
