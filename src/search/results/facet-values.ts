import { SEARCH_FILTERS, forEachFilter, type SearchFilter } from '../search-filters.js';
import type { SearchFacets, SearchFacetValues } from '../api/search-answer.model.js';

/** The counts of each filter as a list with the words for each value, the commonest first. @param themeLabels by slug */
export const facetValues = (
  facets: SearchFacets,
  themeLabels: Readonly<Record<string, string>>,
): SearchFacetValues =>
  forEachFilter((name) => {
    const { words = {} }: SearchFilter = SEARCH_FILTERS[name];
    const known: Readonly<Record<string, string>> = name === 'theme' ? themeLabels : words;
    return Object.entries(facets[name])
      .map(([value, count]) => {
        // A slug or a name may be any word, “constructor” too.
        const label = Object.hasOwn(known, value) ? known[value]! : value;
        return { value, label, count };
      })
      .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en-GB'));
  });
