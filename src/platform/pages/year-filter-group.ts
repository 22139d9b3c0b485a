import { filterGroup, type FilterGroup, type FilterOption } from './filters.js';

/** The filter by year as checkboxes, the newest first. */
export const yearFilterGroup = (
  options: readonly FilterOption[],
  chosen: readonly number[] = [],
): FilterGroup =>
  filterGroup(
    'year',
    'Year',
    options.toSorted((one, other) => Number(other.value) - Number(one.value)),
    chosen.map(String),
    undefined,
    'as given',
  );
