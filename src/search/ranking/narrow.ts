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
  const on = FILTER_NAMES.flatMap((name, filter) => {
    const values = narrowing[name] ?? [];
    const wanted = new Set(values.map((value) => index.values[filter]!.get(String(value))));
    return wanted.size > 0 ? [{ filter, wanted }] : [];
  });
  const counts = index.values.map(({ size }) => new Uint32Array(size));
  // Themes stand among results only where they were asked for, but may be.
  const asksForThemes = narrowing.kind?.includes('theme') ?? false;
  const left: Ranked[] = [];
  for (const one of ranked) {
    const { kind, values } = one.record;
    const failed = on.filter(
      ({ filter, wanted }) => !values[filter]!.compared.some((value) => wanted.has(value)),
    );
    const isBeside = kind === 'theme' && !asksForThemes;
    if (failed.length === 0 && !isBeside) left.push(one);
    if (failed.length > 1) continue;
    for (let filter = 0; filter < values.length; filter += 1) {
      if ((failed.length === 1 && failed[0]!.filter !== filter) || (isBeside && filter !== KIND)) continue;
      const count = counts[filter]!;
      for (const value of values[filter]!.counted) count[value]! += 1;
    }
  }
  const said = forEachFilter((name, filter) =>
    commonest(counts[filter]!, [...index.values[filter]!.keys()]).filter(([value]) => isOffered(name, value)),
  );
  return {
    ranked: left,
    facets: forEachFilter((name) => Object.fromEntries(said[name].slice(0, MOST_VALUES))),
    cut: FILTER_NAMES.filter((name) => said[name].length > MOST_VALUES),
  };
}

const KIND = FILTER_NAMES.indexOf('kind');

function commonest(counts: Uint32Array, texts: readonly string[]): [string, number][] {
  const said: [string, number][] = [];
  counts.forEach((count, value) => void (count > 0 && said.push([texts[value]!, count])));
  return said.sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}
