import { FILTER_NAMES, forEachFilter, type FilterName, type Narrowing } from '../search-filters.js';
import type { SearchFacets } from '../search.model.js';
import type { LibraryIndex } from './library-index.js';
import type { Ranked } from './rank.js';

/** Of each filter so many values are shown, the commonest: a longer list nobody reads. */
const MOST_VALUES = 100;

/** What is left under filters, and what each value of each filter would leave. */
export interface Narrowed {
  ranked: Ranked[];
  facets: SearchFacets;
  /** The filters of which not every value is counted. */
  cut: FilterName[];
}

/** Whether a value is among those that are counted. */
export type IsOffered = (name: FilterName, value: string) => boolean;

/**
 * What passes the filters, in its order; values of one filter widen ("or"), filters narrow ("and"). The number beside a value
 * is what choosing it finds: all that passes the other filters is counted.
 */
export function narrow(
  ranked: Ranked[],
  narrowing: Narrowing,
  index: LibraryIndex,
  isOffered: IsOffered = () => true,
): Narrowed {
  const on = FILTER_NAMES.flatMap((filter) => {
    const wanted = new Set(narrowing[filter]?.map((value) => index.numberOf(filter, String(value))));
    return wanted.size > 0 ? [{ filter, wanted }] : [];
  });
  const { values } = index;
  const counts = new Uint32Array(values.length);
  // Themes stand among results only where they were asked for, but may be.
  const asksForThemes = narrowing.kind?.includes('theme') ?? false;
  const left: Ranked[] = [];
  for (const one of ranked) {
    const { kind, counted, compared } = one.record;
    const failed = on.filter(({ wanted }) => !compared.some((value) => wanted.has(value)));
    const isBeside = kind === 'theme' && !asksForThemes;
    if (failed.length === 0 && !isBeside) left.push(one);
    const only = isBeside ? 'kind' : failed[0]?.filter;
    if (failed.length > 1 || (failed.length === 1 && failed[0]!.filter !== only)) continue;
    for (const value of counted)
      if (only === undefined || values[value]!.filter === only) counts[value]! += 1;
  }
  const said = forEachFilter((): [string, number][] => []);
  counts.forEach((count, value) => {
    const { filter, text } = values[value]!;
    if (count > 0 && isOffered(filter, text)) said[filter].push([text, count]);
  });
  return {
    ranked: left,
    facets: forEachFilter((name) => Object.fromEntries(said[name].sort(byCount).slice(0, MOST_VALUES))),
    cut: FILTER_NAMES.filter((name) => said[name].length > MOST_VALUES),
  };
}

const byCount = ([one, many]: [string, number], [other, more]: [string, number]): number =>
  more - many || (one < other ? -1 : 1);
