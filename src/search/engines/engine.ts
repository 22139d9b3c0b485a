import { FILTER_NAMES, type FilterName, type Narrowing } from '../search-filters.js';
import type { SearchFacets } from '../search.model.js';
import type { Understanding } from '../understanding/understand.js';

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
}

/** The filters under which the counts would hide what else could be chosen. */
export const chosenFilters = (narrowing: Narrowing): FilterName[] =>
  FILTER_NAMES.filter((name) => (narrowing[name]?.length ?? 0) > 0);
