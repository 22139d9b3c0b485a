import type { Page } from '../listing/page.js';
import type { ThemeCounts, ThemeSummary } from '../themes/theme.model.js';
import { addressOf, type Parameters } from './addresses.js';
import { chosenFilters, type ChosenFilter, type FilterGroup, type FilterOption } from './filters.js';
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
 * @param keep parameters that are no filters and stay in every address: the words searched for
 */
export function presentFiltered(
  path: string,
  page: Omit<Page<unknown>, 'items'>,
  filters: FilterGroup[],
  chosen: Parameters,
  noun: [one: string, many?: string],
  keep: Parameters = {},
): FilteredList {
  const parameters = { ...keep, ...chosen };
  return {
    filters: filters.filter(({ items }) => items.length > 0),
    chosen: chosenFilters(path, parameters, filters),
    clearAddress: addressOf(path, keep),
    shown: sayShown(page, ...noun),
    firstPage:
      page.total > 0 && (page.page - 1) * page.limit >= page.total ? addressOf(path, parameters) : null,
    pagination: paginationOf(page, (number) => addressOf(path, { ...parameters, page: number })),
  };
}

/** The themes as values of a list's filter, those that find most first. */
export const themeOptions = (
  themes: readonly Pick<ThemeSummary, 'slug' | 'label' | 'counts'>[],
  noun: keyof ThemeCounts,
): FilterOption[] =>
  themes
    .map(({ slug, label, counts }) => ({ value: slug, label, count: counts[noun] }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
