import { MOST_VALUES } from '../index/settings.js';
import { FILTER_NAMES, forEachFilter, type FilterName, type Narrowing } from '../search-filters.js';
import type { SearchFacets } from '../search.model.js';
import type { IndexedRecord } from './library-index.js';
import type { Ranked } from './rank.js';

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
export function narrow(ranked: Ranked[], narrowing: Narrowing, isOffered: IsOffered = () => true): Narrowed {
  const on = FILTER_NAMES.filter((name) => (narrowing[name]?.length ?? 0) > 0);
  const wanted = new Map(on.map((name) => [name, new Set(narrowing[name]!.map(String))]));
  const counts = forEachFilter(() => new Map<string, number>());
  const left: Ranked[] = [];
  for (const one of ranked) {
    const failed = on.filter((name) => !passes(one.record, name, wanted.get(name)!));
    // Themes stand among results only where they were asked for, but may be.
    const isTheme = one.record.kind === 'theme';
    const asksForThemes = wanted.get('kind')?.has('theme') ?? false;
    if (failed.length === 0 && (!isTheme || asksForThemes)) left.push(one);
    for (const name of FILTER_NAMES) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
      if (isTheme && !asksForThemes && name !== 'kind') continue;
      for (const value of one.record.values[name][0]!)
        if (isOffered(name, value)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return {
    ranked: left,
    facets: forEachFilter((name) => Object.fromEntries(commonest(counts[name]))),
    cut: FILTER_NAMES.filter((name) => counts[name].size > MOST_VALUES),
  };
}

const passes = ({ values }: IndexedRecord, name: FilterName, wanted: ReadonlySet<string>): boolean =>
  values[name].some((compared) => compared.some((value) => wanted.has(value)));

const commonest = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_VALUES);
