import { FILTER_NAMES, forEachFilter, type FilterName, type Narrowing } from '../search-filters.js';
import type { SearchFacets } from '../search.model.js';
import type { LibraryIndex } from './library-index.js';
import { firstOf } from './first-of.js';
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
  // Themes stand among results only where they were asked for, but may be.
  const asksForThemes = narrowing.kind?.includes('theme') ?? false;
  const left: Ranked[] = [];
  const tally = new Tally(index.values);
  for (const one of ranked) {
    const { kind, counted, compared } = one.record;
    const failed =
      on.length === 0 ? on : on.filter(({ wanted }) => !compared.some((value) => wanted.has(value)));
    const isBeside = kind === 'theme' && !asksForThemes;
    if (failed.length === 0 && !isBeside) left.push(one);
    const only = isBeside ? 'kind' : failed[0]?.filter;
    if (failed.length > 1 || (failed.length === 1 && failed[0]!.filter !== only)) continue;
    tally.count(counted, only);
  }
  return { ranked: left, ...tally.commonest(isOffered) };
}

/** Counts values of filters. It is the most that a search of a large library does, so it walks plain lists. */
class Tally {
  private readonly counts: Uint32Array;
  private readonly met: number[] = [];

  constructor(private readonly values: LibraryIndex['values']) {
    this.counts = new Uint32Array(values.length);
  }

  /** @param only the filter whose values are counted; left out, all */
  count(values: readonly number[], only: FilterName | undefined): void {
    const { counts, met } = this;
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at]!;
      if (only !== undefined && this.values[value]!.filter !== only) continue;
      if (counts[value] === 0) met.push(value);
      counts[value]! += 1;
    }
  }

  /** Of each filter the values that were met most, equals by the alphabet; and the filters of which there are more. */
  commonest(isOffered: IsOffered): Pick<Narrowed, 'facets' | 'cut'> {
    const { values, counts } = this;
    const met = forEachFilter((): number[] => []);
    for (const value of this.met) {
      const { filter, text } = values[value]!;
      if (isOffered(filter, text)) met[filter].push(value);
    }
    const commoner = (one: number, other: number): number =>
      counts[other]! - counts[one]! || (values[one]!.text < values[other]!.text ? -1 : 1);
    return {
      facets: forEachFilter((name) =>
        Object.fromEntries(
          firstOf(met[name], MOST_VALUES, commoner).map((value) => [values[value]!.text, counts[value]!]),
        ),
      ),
      cut: FILTER_NAMES.filter((name) => met[name].length > MOST_VALUES),
    };
  }
}
