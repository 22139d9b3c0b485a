import type { ThemeNode } from '../../themes/theme.model.js';
import { presentThemeIndex, type ThemeIndexGroup } from '../../themes/web/theme.presenter.js';
import { EXAMPLES } from '../../web/examples.js';
import { addressOf, type Parameters } from '../../web/addresses.js';
import { filterGroup, type FilterGroup, type FilterOption } from '../../web/filters.js';
import { presentFiltered, type FilteredList } from '../../web/list-filters.js';
import type { SearchBox } from '../../web/search-box.js';
import {
  AGE_GROUP_WORDS,
  count,
  REVIEW_ABOUT_WORDS,
  REVIEW_TYPE_WORDS,
  SEARCH_KIND_PLURALS,
} from '../../web/words.js';
import type { ReviewAbout, ReviewType } from '../../reviews/review.entity.js';
import { AGE_GROUPS, type AgeGroup, type SearchKind } from '../search-document.js';
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
    themes: NamedThemesView | null;
    help: HelpView;
    items: ResultView[];
    limit: number | null;
  };
}

export function presentSearchStart(
  tree: readonly ThemeNode[],
  problems: FormProblem[] = [],
  kept = '',
): SearchStartView {
  const problem = problems.find(({ field }) => field === 'q')?.text ?? null;
  return {
    searchBox: { value: kept, problem, examples: problems.length > 0 ? [] : EXAMPLES },
    problems,
    groups: presentThemeIndex(tree),
    results: null,
  };
}

/** A list of a usual length says nothing of it in its address. */
const USUAL_LIMIT = 20;

export function presentSearchResults(answer: SearchAnswer, query: SearchQuery): SearchResultsView {
  const { kind, theme, type, publisher, about, year, agency, age } = query;
  const limit = answer.limit === USUAL_LIMIT ? null : answer.limit;
  const filters: Parameters = { kind, theme, type, publisher, about, year, agency, age };
  const list = presentFiltered('/search', answer, groupsOf(answer, query), filters, ['result'], {
    q: answer.query,
    limit,
  });
  return {
    searchBox: { value: answer.query, problem: null, examples: [] },
    problems: [],
    results: {
      ...list,
      heading: headingOf(answer),
      query: answer.query,
      degraded: answer.degraded,
      themes: answer.page === 1 ? presentNamedThemes(answer.themes) : null,
      help: presentHelp(answer, (q) => addressOf('/search', { q, limit, ...filters })),
      items: answer.items.map(presentResult),
      limit,
    },
  };
}

function headingOf({ total, query }: SearchAnswer): string {
  const results = total === 0 ? 'No results' : count(total, 'result');
  return query ? `${results} for “${query}”` : results;
}

/** What practitioners come for first. */
const KIND_ORDER: readonly SearchKind[] = [
  'learning-point',
  'review',
  'recommendation',
  'briefing',
  'resource',
  'theme',
];

function groupsOf({ facets, themeLabels }: SearchAnswer, query: SearchQuery): FilterGroup[] {
  const kindWords = (value: string): string => SEARCH_KIND_PLURALS[value as SearchKind] ?? value;
  const typeWords = (value: string): string => REVIEW_TYPE_WORDS[value as ReviewType] ?? value;
  const aboutWords = (value: string): string => REVIEW_ABOUT_WORDS[value as ReviewAbout] ?? value;
  const ageWords = (value: string): string => AGE_GROUP_WORDS[value as AgeGroup] ?? value;
  // A slug in an address may be any word, “constructor” too.
  const themeWords = (value: string): string =>
    (Object.hasOwn(themeLabels, value) ? themeLabels[value] : undefined) ?? value;
  const kinds = KIND_ORDER.map((value) => ({
    value,
    label: kindWords(value),
    count: facets.kind[value] ?? 0,
  }));
  const ages = AGE_GROUPS.map((value) => ({ value, label: ageWords(value), count: facets.age[value] ?? 0 }));
  return [
    filterGroup('kind', 'Kind of result', kinds, query.kind ?? [], kindWords),
    filterGroup('about', 'About', mostFirst(facets.about, aboutWords), query.about ?? [], aboutWords),
    filterGroup('theme', 'Theme', mostFirst(facets.theme, themeWords), query.theme ?? [], themeWords),
    filterGroup('type', 'Type of review', mostFirst(facets.type, typeWords), query.type ?? [], typeWords),
    filterGroup('agency', 'Recommendations to', mostFirst(facets.agency), query.agency ?? []),
    filterGroup('age', 'Ages mentioned', ages, query.age ?? [], ageWords),
    filterGroup('publisher', 'Publisher', mostFirst(facets.publisher), query.publisher ?? []),
    filterGroup('year', 'Year', newestFirst(facets.year), query.year ?? []),
  ];
}

const options = (facet: Record<string, number>, say: (value: string) => string): FilterOption[] =>
  Object.entries(facet).map(([value, number]) => ({ value, label: say(value), count: number }));

const mostFirst = (facet: Record<string, number>, say = (value: string): string => value): FilterOption[] =>
  options(facet, say).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));

const newestFirst = (facet: Record<string, number>): FilterOption[] =>
  options(facet, (value) => value).sort((a, b) => b.value.localeCompare(a.value));
