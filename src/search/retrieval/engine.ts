import { MOST_VALUES } from '../index/settings.js';
import { FILTER_NAMES, forEachFilter, type FilterName, type Narrowing } from '../search-filters.js';
import type { SearchFacets } from '../search.model.js';
import type { Understanding } from '../analysis/understand.js';

export interface EngineRequest {
  /** Null: nothing was asked for, list everything, the newest first. */
  understanding: Understanding | null;
  narrowing: Narrowing;
  /** Ids that are not to be found: themes that are shown already. */
  without: string[];
  offset: number;
  limit: number;
}

export interface EngineAnswer {
  /** The likeliest first. What they say, and whether they may be shown, is read from the database. */
  hits: { id: string; version: string }[];
  total: number;
  facets: SearchFacets;
  /** The filters of which not every value is counted. */
  cut: FilterName[];
}

/**
 * Counts as they are shown: the commonest values of each filter, and which filters have more.
 * @param counted the commonest values, one more than are shown
 */
export function cutFacets(counted: Partial<SearchFacets>): Pick<EngineAnswer, 'facets' | 'cut'> {
  const values = (name: FilterName): [string, number][] => Object.entries(counted[name] ?? {});
  const commonest = (name: FilterName): [string, number][] =>
    values(name).length <= MOST_VALUES
      ? values(name)
      : values(name)
          .sort(([, one], [, other]) => other - one)
          .slice(0, MOST_VALUES);
  return {
    facets: forEachFilter((name) => Object.fromEntries(commonest(name))),
    cut: FILTER_NAMES.filter((name) => values(name).length > MOST_VALUES),
  };
}

/** The filters under which the counts would hide what else could be chosen. */
export const filtersOn = (narrowing: Narrowing): FilterName[] =>
  FILTER_NAMES.filter((name) => (narrowing[name]?.length ?? 0) > 0);
