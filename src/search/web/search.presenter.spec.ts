import { describe, expect, it } from '@jest/globals';
import { forEachFilter } from '../search-filters.js';
import { SearchQuery } from '../api/search-query.dto.js';
import type { SearchAnswer } from '../api/search-answer.model.js';
import { NO_HELP } from '../results/search-help.js';
import { presentSearchResults } from './search.presenter.js';

const NO_FACETS = forEachFilter(() => ({}));

const answer = (given: Partial<SearchAnswer> = {}): SearchAnswer => ({
  query: 'mum',
  page: 1,
  limit: 20,
  total: 0,
  degraded: false,
  behind: 0,
  unknown: [],
  themes: [],
  help: NO_HELP,
  items: [],
  facets: NO_FACETS,
  facetValues: forEachFilter(() => []),
  facetsCut: [],
  themeLabels: {},
  ...given,
});
const query = (given: Partial<SearchQuery> = {}): SearchQuery => Object.assign(new SearchQuery(), given);

describe('presentSearchResults', () => {
  it.each([
    [0, 'mum', 'No results for “mum”'],
    [1, 'mum', '1 result for “mum”'],
    [1400, '', '1,400 results'],
  ])('heads %i results for %j with “%s”', (total, words, heading) => {
    expect(presentSearchResults(answer({ total, query: words }), query()).results.heading).toBe(heading);
  });

  it('keeps words and filters in the address of every page', () => {
    const view = presentSearchResults(
      answer({ total: 90, page: 2, limit: 30 }),
      query({ theme: ['a', 'b'], year: [2025], page: 2, limit: 30 }),
    );
    expect(view.results.pagination?.next?.href).toBe(
      '/search?q=mum&limit=30&theme=a&theme=b&year=2025&page=3',
    );
    expect(view.results.clearAddress).toBe('/search?q=mum&limit=30');
  });

  it('offers filters in words: kinds in our order, years newest first, the rest most first', () => {
    const view = presentSearchResults(
      answer({
        facets: {
          ...NO_FACETS,
          kind: { theme: 9, 'learning-point': 2 },
          theme: { a: 1, b: 3 },
          type: { sar: 2 },
          publisher: {},
          about: { both: 1 },
          year: { '2019': 5, '2025': 1 },
        },
        themeLabels: { a: 'Alpha', b: 'Beta' },
      }),
      query(),
    );
    expect(
      view.results.filters.map(({ legend, items }) => [legend, items.map(({ label }) => label)]),
    ).toEqual([
      ['Kind of result', ['Learning points', 'Themes']],
      ['About', ['Children and adults']],
      ['Type of review', ['Safeguarding adults review']],
      ['Theme', ['Beta', 'Alpha']],
      ['Year', ['2025', '2019']],
    ]);
  });

  it('offers agencies by name and ages in their order', () => {
    const view = presentSearchResults(
      answer({
        facets: {
          ...NO_FACETS,
          agency: { Police: 1, 'A council': 3 },
          age: { '65-and-over': 2, 'under-1': 1 },
        },
      }),
      query({ age: ['under-1'] }),
    );
    expect(
      view.results.filters.map(({ legend, items }) => [legend, items.map(({ label }) => label)]),
    ).toEqual([
      ['Recommendations to', ['A council', 'Police']],
      ['Ages mentioned', ['Under 1', '65 and over']],
    ]);
    expect(view.results.chosen[0]?.label).toBe('Under 1');
  });

  it('never passes on that somebody asked for explanations', () => {
    const view = presentSearchResults(answer({ total: 90 }), query({ explain: true, year: [2025] }));
    expect(JSON.stringify(view)).not.toContain('explain');
  });

  it('leads from beyond the end to the first page with the same filters', () => {
    const beyond = presentSearchResults(answer({ total: 30, page: 3 }), query({ year: [2025], page: 3 }));
    expect(beyond.results.firstPage).toBe('/search?q=mum&year=2025');
    expect(presentSearchResults(answer({ total: 30, page: 2 }), query()).results.firstPage).toBeNull();
    expect(presentSearchResults(answer(), query()).results.firstPage).toBeNull();
  });

  it('shows the themes that the words name on the first page alone', () => {
    const themes = [
      {
        slug: 'a',
        label: 'A',
        matched: 'A',
        definition: null,
        hasGuidance: false,
        accepted: true,
        inReviews: true,
      },
    ];
    expect(presentSearchResults(answer({ themes }), query()).results.themes?.open).toHaveLength(1);
    expect(presentSearchResults(answer({ themes, page: 2 }), query()).results.themes).toBeNull();
  });

  it('keeps the filters in what it suggests', () => {
    const help = { ...NO_HELP, correction: 'mums' };
    const view = presentSearchResults(answer({ help }), query({ theme: ['a'] }));
    expect(view.results.help.correction).toEqual({ words: 'mums', href: '/search?q=mums&theme=a' });
  });
});
