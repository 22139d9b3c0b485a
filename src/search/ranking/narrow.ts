import {
  FILTER_BITS,
  FILTER_NAMES,
  forEachFilter,
  type FilterName,
  type Narrowing,
} from '../search-filters.js';
import type { SearchFacets } from '../api/search-answer.model.js';
import type { LibraryIndex } from './library-index.js';

/** Of each filter so many values are shown, the commonest: a longer list nobody reads. */
const MOST_VALUES = 100;

/** What is left under filters, and how many records each value would leave, by its number in the index. */
export interface Narrowed {
  places: Int32Array;
  counts: Int32Array;
}

/** The values of each filter that are met most, and the filters of which there are more than these. */
export interface Facets {
  facets: SearchFacets;
  cut: FilterName[];
}

/** Whether a value is among those that are counted. */
export type IsOffered = (name: FilterName, value: string) => boolean;

/**
 * What passes the filters; values of one filter widen ("or"), filters narrow ("and"). The number beside a value is what
 * choosing it finds: all that passes the other filters is counted. Of a large library this may be most of a search.
 */
export function narrow(places: Int32Array, narrowing: Narrowing, index: LibraryIndex): Narrowed {
  const { groups, group, from, values: has } = index.columns;
  const values = index.values.all;
  // Of each value, and each other name of one, the filter that it passes; of each filter that is on, its bit.
  const passes = new Int32Array(values.length);
  const on = FILTER_NAMES.reduce((bits, name) => bits | (narrowing[name]?.length ? FILTER_BITS[name] : 0), 0);
  const passesSo = new Map<number, number>();
  for (const filter of FILTER_NAMES)
    for (const value of narrowing[filter] ?? []) {
      passes[index.values.find(filter, String(value)) ?? -1] = FILTER_BITS[filter];
      const other = index.otherNames.find(filter, String(value));
      if (other !== undefined) passesSo.set(other, FILTER_BITS[filter]);
    }
  // Themes stand among results only where they were asked for, but may be.
  const asksForThemes = narrowing.kind?.includes('theme') ?? false;
  const kept = new Int32Array(places.length);
  let left = 0;
  const counts = new Int32Array(values.length);
  const beside = groups.map(({ kind }) => (kind === 'theme' && !asksForThemes ? FILTER_BITS.kind : 0));
  for (const place of places) {
    const [first, end] = [from[place]!, from[place + 1]!];
    let failed = on;
    if (on !== 0) for (let at = first; at < end; at += 1) failed &= ~passes[has[at]!]!;
    if (passesSo.size > 0) for (const name of index.all[place]!.further) failed &= ~(passesSo.get(name) ?? 0);
    failed |= beside[group[place]!]!;
    if (failed === 0) kept[left++] = place;
    // What fails one filter is what another value of that filter may find; what fails two, nothing of one.
    if ((failed & (failed - 1)) !== 0) continue;
    if (failed === 0) for (let at = first; at < end; at += 1) counts[has[at]!]! += 1;
    else for (let at = first; at < end; at += 1) if (values[has[at]!]!.bit === failed) counts[has[at]!]! += 1;
  }
  return { places: kept.subarray(0, left), counts };
}

/** Two of these as one. @param more other places than `some` has; they come after */
export function together(some: Narrowed, more: Narrowed): Narrowed {
  const places = new Int32Array(some.places.length + more.places.length);
  places.set(some.places);
  places.set(more.places, some.places.length);
  return { places, counts: some.counts.map((count, value) => count + more.counts[value]!) };
}

/** Of each filter the values that were met most, equals by the alphabet. */
export function facetsOf({ counts }: Narrowed, index: LibraryIndex, isOffered: IsOffered): Facets {
  const values = index.values.all;
  const met = forEachFilter((): number[] => []);
  for (const value of index.columns.byText) {
    const { filter, text } = values[value]!;
    if (counts[value]! > 0 && isOffered(filter, text)) met[filter].push(value);
  }
  const countsOf = (some: number[]): Record<string, number> =>
    Object.fromEntries(some.map((value) => [values[value]!.text, counts[value]!]));
  return {
    facets: forEachFilter((name) => countsOf(mostOf(met[name], counts))),
    cut: FILTER_NAMES.filter((name) => met[name].length > MOST_VALUES),
  };
}

/** More than there are values. */
const PLACES = 2 ** 21;

/** Those with the highest counts, equals in their order: as numbers that sort so, which is many times faster than to compare. */
function mostOf(some: readonly number[], counts: Int32Array): number[] {
  const keys = Float64Array.from(some, (value, at) => counts[value]! * PLACES + (PLACES - 1 - at)).sort();
  return Array.from(keys.subarray(-MOST_VALUES).reverse(), (key) => some[PLACES - 1 - (key % PLACES)]!);
}
