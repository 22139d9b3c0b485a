import { addressOf, type Parameters } from './addresses.js';

/** One value that a filter may take. */
export interface FilterOption {
  value: string;
  label: string;
  count: number;
}

export interface FilterGroup {
  name: string;
  legend: string;
  /** Shown at once: what is chosen, and the first few. */
  items: FilterItem[];
  /** Behind “More”. */
  more: FilterItem[];
  /** To choose one of, where there would be too many boxes. */
  rest: FilterItem[];
  /** What there is to say of the list as a whole: that it is cut. */
  note?: string;
  /** A field to find values by the words of their names, where there are more than a list can show. */
  find?: FilterFind;
}

export interface FilterFind {
  /** Its parameter. */
  name: string;
  label: string;
  /** What is looked for now. */
  value: string;
}

export interface FilterItem extends Omit<FilterOption, 'count'> {
  id: string;
  checked: boolean;
  /** Null where it is not known: of a value in an address that is none of those offered. */
  count: number | null;
}

/** A filter that is on, with the address of the same page without it. */
export interface ChosenFilter {
  legend: string;
  label: string;
  without: string;
}

const AT_ONCE = 7;
/** More boxes than this behind “More” are a scroll of several screens on a phone. */
const MOST_BEHIND = 15;

/**
 * One filter as checkboxes, and where there are very many, a list to choose one more from. What is chosen is always among
 * the boxes, even where it would find nothing; options with nothing to find are left out.
 * @param say the words for a chosen value that is not among the options
 * @param restOrder by name people find one in a long list; what has an order of its own keeps it
 */
export function filterGroup(
  name: string,
  legend: string,
  options: readonly FilterOption[],
  chosen: readonly string[],
  say: (value: string) => string = (value) => value,
  restOrder: 'by name' | 'as given' = 'by name',
): FilterGroup {
  const known = new Set(options.map(({ value }) => value));
  const missing = chosen
    .filter((value) => !known.has(value))
    .map((value) => ({ value, label: say(value), count: null }));
  const on = new Set(chosen);
  const items = [...options, ...missing]
    .filter(({ value, count }) => count !== 0 || on.has(value))
    .map((option, index) => ({ ...option, id: `${name}-${index + 1}`, checked: on.has(option.value) }));
  // A “More” that hides one or two options costs more than it saves.
  if (items.length <= AT_ONCE + 2) return { name, legend, items, more: [], rest: [] };
  const first = items.filter(({ checked }, index) => checked || index < AT_ONCE);
  const others = items.filter((item) => !first.includes(item));
  if (others.length <= MOST_BEHIND) return { name, legend, items: first, more: others, rest: [] };
  const rest = restOrder === 'by name' ? others.toSorted(byName) : others;
  return { name, legend, items: first, more: [], rest };
}

const byName = (one: FilterItem, other: FilterItem): number => one.label.localeCompare(other.label, 'en-GB');

/** What is chosen in each filter, as parameters of an address. */
export const chosenValues = (groups: readonly FilterGroup[]): Record<string, string[]> =>
  Object.fromEntries(
    groups.map(({ name, items }) => [name, items.filter(({ checked }) => checked).map(({ value }) => value)]),
  );

/** The filters that are on. Taking one off goes back to the first page. */
export function chosenFilters(
  path: string,
  parameters: Parameters,
  groups: readonly FilterGroup[],
): ChosenFilter[] {
  return groups.flatMap((group) =>
    group.items
      .filter(({ checked }) => checked)
      .map(({ value, label }) => ({
        legend: group.legend,
        label,
        without: addressOf(path, {
          ...parameters,
          [group.name]: asList(parameters[group.name]).filter((each) => each !== value),
          page: undefined,
        }),
      })),
  );
}

const asList = (value: Parameters[string]): readonly string[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as readonly string[])
      : [String(value)];
