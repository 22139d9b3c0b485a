import { describe, expect, it } from '@jest/globals';
import { SearchQuery } from '../search-query.dto.js';
import type { SearchAnswer, SearchItem } from '../search.model.js';
import { presentResult } from './result.presenter.js';
import { firstSentence, presentSearchResults } from './search.presenter.js';

const answer = (given: Partial<SearchAnswer> = {}): SearchAnswer => ({
  query: 'mum',
  page: 1,
  limit: 20,
  total: 0,
  degraded: false,
  themes: [],
  items: [],
  facets: { kind: {}, theme: {}, type: {}, publisher: {}, about: {}, year: {}, agency: {}, age: {} },
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
      query({ theme: ['a', 'b'], year: ['2025'], page: 2, limit: 30 }),
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
      ['Theme', ['Beta', 'Alpha']],
      ['Type of review', ['Safeguarding adults review']],
      ['Year', ['2025', '2019']],
    ]);
  });

  it('says another name of a theme only where it is another', () => {
    const named = { slug: 'a', label: 'Self-neglect', definition: 'One. Two.', hasGuidance: true };
    const view = presentSearchResults(
      answer({
        themes: [
          { ...named, matched: 'self neglect' },
          { ...named, matched: 'hoarding' },
        ],
      }),
      query(),
    );
    expect(view.results.themes.map(({ alsoCalled }) => alsoCalled)).toEqual([null, 'hoarding']);
    expect(view.results.themes[0]?.definition).toBe('One.');
  });
});

describe('firstSentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['Version 1.2 of it? Yes.', 'Version 1.2 of it?'],
    ['No end', 'No end'],
  ])('of “%s” is “%s”', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});

describe('presentResult', () => {
  const item: SearchItem = {
    id: '1',
    kind: 'learning-point',
    title: 'Parental mental health',
    url: '/reviews/x#parental-mental-health',
    snippet: 'The <mark>mother</mark>',
    themes: [],
    review: {
      slug: 'x',
      reference: null,
      label: 'Child J',
      title: 'Child J: a review',
      publisher: 'Testshire',
      type: 'lcspr',
      about: 'children',
      publishedOn: '2025-02',
    },
    learningKind: 'good-practice',
    publisher: null,
    publishedOn: null,
    type: null,
  };

  it('names the review of a learning point, its publisher, type and date', () => {
    expect(presentResult(item)).toMatchObject({
      title: 'Parental mental health – Child J',
      learning: { kind: 'good-practice', words: 'Good practice' },
      from: { label: 'Child J', url: '/reviews/x' },
      facts: 'Testshire · Local child safeguarding practice review · February 2025',
      isBare: false,
    });
  });

  it('says when only the theme is known', () => {
    expect(presentResult({ ...item, snippet: '' }).isBare).toBe(true);
  });

  it('says type, publisher and date of a briefing', () => {
    const briefing = { ...item, kind: 'briefing', review: null, learningKind: null } as const;
    const view = presentResult({ ...briefing, type: 'thematic', publisher: 'NSPCC', publishedOn: '2019-06' });
    expect(view.facts).toBe('Thematic briefing · NSPCC · June 2019');
    expect(view.from).toBeNull();
  });
});
