import {
  FILTER_NAMES,
  NAMED_FILTERS,
  namedParameter,
  SEARCH_FILTERS,
  type FilterName,
  type NamedFilter,
  type SearchFilter,
} from '../search-filters.js';
import { count } from '../../platform/text/words.js';
import { FEED_KINDS } from '../../publishing/changes/public-kinds.js';
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
import { feedLink, type FeedLink } from '../../platform/pages/feed-link.js';
import type { SearchBox } from '../../platform/pages/search-box.js';
import type { SearchQuery } from '../api/search-query.dto.js';
import type { NamedTheme, NotInReviews, SearchAnswer } from '../api/search-answer.model.js';
import { presentHelp, type HelpView } from './help.presenter.js';
import { presentNamedThemes, type NamedThemesView } from './named-themes.presenter.js';
import type { SearchProblem } from './search-form.js';
import { presentResult, type ResultView } from './result.presenter.js';

/** The page before anything was searched for, and after something that cannot be. */
export interface SearchStartView {
  searchBox: SearchBox;
  problems: SearchProblem[];
  groups: ThemeIndexGroup[];
  results: null;
}

export interface SearchResultsView {
  searchBox: SearchBox;
  problems: [];
  results: FilteredList & {
    /** “14 results for “mums depression””, or that there is nothing. */
    heading: string;
    /** How many results there are, whatever the heading says. */
    found: string;
    query: string;
    degraded: boolean;
    /** What there is to say while records are being added to the search. */
    behind: string | null;
    themes: NamedThemesView | null;
    help: HelpView;
    /** Results apart: a review that was asked for by its name, and what only has the words. */
    groups: ResultGroup[];
    limit: number | null;
    /** Of the reviews, briefings and resources among them; null where there are others only. */
    feed: FeedLink | null;
    /** What of the address says what is searched for: other sites can show it. */
    embeddableQuery: string;
    /** Somebody is looking for a value of a filter: the filters are open. */
    isOffering: boolean;
  };
}

export interface ResultGroup {
  /** Null where all results stand together. */
  heading: string | null;
  items: ResultView[];
}

export function presentSearchStart(
  tree: readonly ThemeNode[],
  examples: readonly string[],
  problems: SearchProblem[] = [],
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
      found: sayFound(answer.total, answer.help.correction ?? answer.query),
      query: answer.query,
      degraded: answer.degraded,
      behind: sayBehind(answer.behind),
      themes: answer.page === 1 ? presentNamedThemes(panelThemes(answer)) : null,
      help: presentHelp(answer, (q) => addressOf('/search', { q, limit, ...chosenValues(groups) })),
      groups: resultGroups(answer),
      limit,
      feed: feedOf(answer.query, chosenValues(groups)),
      embeddableQuery: addressOf('', { q: answer.query, ...chosenValues(groups) }),
      isOffering: NAMED_FILTERS.some((name) => query[namedParameter(name)]),
    },
  };
}

function feedOf(q: string, chosen: Record<string, string[]>): FeedLink | null {
  const { kind = [], ...filters } = chosen;
  const kinds = FEED_KINDS.filter((one) => kind.includes(one));
  return kind.length > 0 && kinds.length === 0
    ? null
    : feedLink('/feeds/search', { q, kind: kinds, ...filters });
}

/** What no review is about stands above the others, with all that its theme says. */
const panelThemes = ({ themes, help }: SearchAnswer): NamedTheme[] =>
  themes.filter(({ slug }) => slug !== help.notInReviews?.theme.slug);

const sayBehind = (behind: number): string | null =>
  behind === 0
    ? null
    : `New records are being added to the search. ${count(behind, 'new or changed record')} cannot be found yet: search again in a few minutes.`;

function headingOf({ total, query, help }: SearchAnswer): string {
  if (help.notInReviews) return `No review in this library is about ${inSentence(help.notInReviews)} yet`;
  if (help.nothingSays) return `Nothing in this library says “${query}”`;
  return sayFound(total, help.correction ?? query);
}

function sayFound(total: number, query: string): string {
  const results = total === 0 ? 'No results' : count(total, 'result');
  return query ? `${results} for “${query}”` : results;
}

/** As it was named; the theme's own label goes on the sentence with a small letter, unless it has names in it. */
const inSentence = ({ about, theme }: NotInReviews): string =>
  about === theme.label && /^\p{Lu}\P{Lu}*$/u.test(about)
    ? about.charAt(0).toLowerCase() + about.slice(1)
    : about;

function resultGroups({ items }: SearchAnswer): ResultGroup[] {
  const [named, others] = [items.filter((item) => item.named), items.filter((item) => !item.named)];
  if (items.length === 0) return [];
  if (named.length === 0 || others.length === 0) return [{ heading: null, items: items.map(presentResult) }];
  const reviews = named.length === 1 ? 'The review' : 'The reviews';
  return [
    { heading: `${reviews} with this name`, items: named.map(presentResult) },
    { heading: 'Other results with these words', items: others.map(presentResult) },
  ];
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
    const looked = isNamedFilter(name) ? query[namedParameter(name)] : undefined;
    const isCut = facetsCut.includes(name);
    if (!isNamedFilter(name) || !(isCut || looked)) return group;
    const find = { name: namedParameter(name), label: FIND[name], value: looked ?? '' };
    return { ...group, find, note: sayOffered(sorted.length, isCut, looked) };
  });
}

const isNamedFilter = (name: FilterName): name is NamedFilter => NAMED_FILTERS.some((one) => one === name);

const FIND: Record<NamedFilter, string> = {
  theme: 'Find a theme by name',
  agency: 'Find an agency by name',
  publisher: 'Find a publisher by name',
};

/** Which of many values are listed. */
function sayOffered(listed: number, isCut: boolean, looked: string | undefined): string {
  if (!looked) return `Only the ${listed} most common are listed.`;
  if (listed === 0)
    return `No name here has “${looked}” in it. Clear the field to see the most common again.`;
  return isCut
    ? `Only the ${listed} most common with “${looked}” in their name are listed.`
    : `Only those with “${looked}” in their name are listed.`;
}

const optionsOf = (facet: Record<string, number>, say: (value: string) => string): FilterOption[] =>
  Object.entries(facet).map(([value, number]) => ({ value, label: say(value), count: number }));

const inOrder = (facet: Record<string, number>, values: readonly string[]): Record<string, number> =>
  Object.fromEntries(values.map((value) => [value, facet[value] ?? 0]));

const ORDERS: Record<'most first' | 'newest first', (one: FilterOption, other: FilterOption) => number> = {
  'most first': (one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en-GB'),
  'newest first': (one, other) => other.value.localeCompare(one.value),
};
