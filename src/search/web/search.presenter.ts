import { FILTER_NAMES, SEARCH_FILTERS, type SearchFilter } from '../search-filters.js';
import { count } from '../../platform/text/words.js';
import type { ThemeNode } from '../../themes/theme.model.js';
import { presentThemeIndex, type ThemeIndexGroup } from '../../themes/web/theme-index.presenter.js';
import { addressOf } from '../../platform/pages/addresses.js';
import {
  chosenValues,
  filterGroup,
  type FilterGroup,
  type FilterOption,
} from '../../platform/pages/filters.js';
import { presentFiltered, type FilteredList } from '../../platform/pages/list-filters.js';
import type { SearchBox } from '../../platform/pages/search-box.js';
import type { SearchQuery } from '../search-query.dto.js';
import type { SearchAnswer } from '../search.model.js';
import { presentHelp, type HelpView } from './help.presenter.js';
import { presentNamedThemes, type NamedThemesView } from './named-themes.presenter.js';
import type { FormProblem } from './search-form.js';
import { presentResult, type ResultView } from './result.presenter.js';

/** The page before anything was searched for, and after something that cannot be. */
export interface SearchStartView {
  searchBox: SearchBox;
  problems: FormProblem[];
  groups: ThemeIndexGroup[];
  results: null;
}

export interface SearchResultsView {
  searchBox: SearchBox;
  problems: [];
  results: FilteredList & {
    /** “14 results for “mums depression””. */
    heading: string;
    query: string;
    degraded: boolean;
    /** What there is to say while records are being added to the search. */
    behind: string | null;
    themes: NamedThemesView | null;
    help: HelpView;
    items: ResultView[];
    limit: number | null;
  };
}

export function presentSearchStart(
  tree: readonly ThemeNode[],
  examples: readonly string[],
  problems: FormProblem[] = [],
  kept = '',
): SearchStartView {
  const problem = problems.find(({ field }) => field === 'q')?.text ?? null;
  return {
    searchBox: { value: kept, problem, examples },
    problems,
    groups: presentThemeIndex(tree),
    results: null,
  };
}

/** A list of a usual length says nothing of it in its address. */
const USUAL_LIMIT = 20;

export function presentSearchResults(answer: SearchAnswer, query: SearchQuery): SearchResultsView {
  const limit = answer.limit === USUAL_LIMIT ? null : answer.limit;
  const groups = groupsOf(answer, query);
  const list = presentFiltered('/search', answer, groups, ['result'], {
    parameters: { q: answer.query, limit },
  });
  return {
    searchBox: { value: answer.query, problem: null, examples: [] },
    problems: [],
    results: {
      ...list,
      heading: headingOf(answer),
      query: answer.query,
      degraded: answer.degraded,
      behind: sayBehind(answer.behind),
      themes: answer.page === 1 ? presentNamedThemes(answer.themes) : null,
      help: presentHelp(answer, (q) => addressOf('/search', { q, limit, ...chosenValues(groups) })),
      items: answer.items.map(presentResult),
      limit,
    },
  };
}

const sayBehind = (behind: number): string | null =>
  behind === 0
    ? null
    : `New records are being added to the search. ${count(behind, 'new or changed record')} cannot be found yet: search again in a few minutes.`;

function headingOf({ total, query }: SearchAnswer): string {
  const results = total === 0 ? 'No results' : count(total, 'result');
  return query ? `${results} for “${query}”` : results;
}

/** A filter as checkboxes; the words for a theme come with the answer. */
function groupsOf({ facets, facetsCut, themeLabels }: SearchAnswer, query: SearchQuery): FilterGroup[] {
  return FILTER_NAMES.map((name) => {
    const { title, order, words }: SearchFilter = SEARCH_FILTERS[name];
    const known = name === 'theme' ? themeLabels : (words ?? {});
    // A slug in an address may be any word, “constructor” too.
    const say = (value: string): string => (Object.hasOwn(known, value) ? known[value]! : value);
    const options = optionsOf(
      order === 'as listed' ? inOrder(facets[name], Object.keys(known)) : facets[name],
      say,
    );
    const sorted = order === 'as listed' ? options : options.sort(ORDERS[order]);
    const restOrder = order === 'most first' ? 'by name' : 'as given';
    const group = filterGroup(name, title, sorted, (query[name] ?? []).map(String), say, restOrder);
    return facetsCut.includes(name) ? { ...group, note: CUT } : group;
  });
}

const CUT =
  'Only the most common are listed here, not all. If the one you need is missing, search for its name as well.';

const optionsOf = (facet: Record<string, number>, say: (value: string) => string): FilterOption[] =>
  Object.entries(facet).map(([value, number]) => ({ value, label: say(value), count: number }));

const inOrder = (facet: Record<string, number>, values: readonly string[]): Record<string, number> =>
  Object.fromEntries(values.map((value) => [value, facet[value] ?? 0]));

const ORDERS: Record<'most first' | 'newest first', (one: FilterOption, other: FilterOption) => number> = {
  'most first': (one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en-GB'),
  'newest first': (one, other) => other.value.localeCompare(one.value),
};
