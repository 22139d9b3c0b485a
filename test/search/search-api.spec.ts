import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { SearchAnswer } from '../../src/search/api/search-answer.model.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

describe('GET /api/v1/search', () => {
  let library: TestLibrary;
  const ask = (query: string): request.Test => request(library.url).get(`/api/v1/search?${query}`);
  const find = async (q: string, more = ''): Promise<SearchAnswer> =>
    (await ask(`q=${encodeURIComponent(q)}${more}`).expect(200)).body as SearchAnswer;

  beforeAll(async () => {
    library = await startLibrary('fixtures');
  });
  afterAll(async () => await library.close());

  const learningOf = (answer: SearchAnswer, label: string): string[] =>
    answer.items
      .filter(({ kind, review }) => kind === 'learning-point' && review?.label === label)
      .flatMap(({ themes }) => themes.map(({ slug }) => slug));

  it.each(['parental mental health', 'mums depression', 'PMH', 'parentl mental helth'])(
    '“%s” shows what Child J taught about parental mental health, under that theme',
    async (q) => {
      const answer = await find(q);
      expect(answer.themes.map(({ slug }) => slug)).toContain('parental-mental-health');
      expect(learningOf(answer, 'Child J')).toContain('parental-mental-health');
      expect(answer.degraded).toBe(false);
    },
  );

  it.each(['unseen adults', 'hidden men', 'unknown boyfriend', 'unknown males in the house'])(
    '“%s” reaches what Child J taught about unseen adults',
    async (q) => {
      const found = learningOf(await find(q), 'Child J');
      expect(found.some((slug) => ['unseen-adults-and-caregivers', 'unseen-men'].includes(slug))).toBe(true);
    },
  );

  it.each(['CCE', 'criminaly exploited children', 'gangs exploiting children'])(
    '“%s” reaches the Jay Review',
    async (q) => {
      const answer = await find(q);
      expect(answer.items.some(({ review }) => review?.label === 'Jay Review')).toBe(true);
    },
  );

  it('does not take CSE for CCE', async () => {
    const answer = await find('CSE');
    expect(answer.themes.map(({ slug }) => slug)).toEqual(['child-sexual-exploitation']);
  });

  it('answers in the shape of the contract', async () => {
    const answer = await find('parental mental health');
    expect(answer).toMatchObject({ query: 'parental mental health', page: 1, limit: 20, degraded: false });
    const point = answer.items.find(
      ({ kind, review }) => kind === 'learning-point' && review?.label === 'Child J',
    );
    expect(point).toMatchObject({
      title: 'Parental mental health',
      url: '/reviews/darlington-child-j-2025#parental-mental-health',
      themes: [{ slug: 'parental-mental-health', label: 'Parental mental health' }],
      review: {
        slug: 'darlington-child-j-2025',
        label: 'Child J',
        publisher: 'Darlington Safeguarding Partnership',
        type: 'lcspr',
        // February 2025 is when a newsletter announced it.
        publishedOn: null,
      },
    });
    expect(point?.snippet).toContain('<mark>');
    expect(answer.facets.kind['learning-point']).toBeGreaterThan(0);
    expect(answer.facets.theme['parental-mental-health']).toBeGreaterThan(0);
    expect(answer.themeLabels['parental-mental-health']).toBe('Parental mental health');
  });

  it('narrows: "or" within a filter, "and" between filters', async () => {
    const all = await find('', '&limit=100');
    const both = await find('', '&kind=review&kind=briefing&limit=100');
    expect(both.total).toBe((all.facets.kind.review ?? 0) + (all.facets.kind.briefing ?? 0));
    expect(new Set(both.items.map(({ kind }) => kind))).toEqual(new Set(['review', 'briefing']));
    const one = await find('', '&kind=review&year=2024&about=children&type=lcspr');
    expect(one.items.map(({ review }) => review?.label)).toEqual(['Theo']);
    const other = await find('', `&kind=review&publisher=${encodeURIComponent('Action for Children')}`);
    expect(other.items.map(({ review }) => review?.label)).toEqual(['Jay Review']);
  });

  it('finds a review by a theme that it only names, but shows no learning point for it', async () => {
    const named = async (more: string): Promise<SearchAnswer['items']> =>
      (await find('', `&theme=multi-agency-working${more}`)).items;
    expect((await named('&kind=review')).map(({ review }) => review?.label)).toEqual(['Child J']);
    // Of its many themes the one that was asked for comes first.
    const [asked] = (await find('effectiveness of multi-agency working', '&kind=review')).items;
    expect(asked?.review?.label).toBe('Child J');
    expect(asked?.themes[0]?.slug).toBe('multi-agency-working');
    const points = (await find('effectiveness of multi-agency working')).items
      .filter(({ review }) => review?.label === 'Child J')
      .flatMap((item) => [item, ...item.parts])
      .filter(({ kind }) => kind === 'learning-point');
    for (const { themes, learningKind, snippet } of points) {
      expect(learningKind).not.toBe('theme-named');
      expect(themes.map(({ slug }) => slug)).not.toContain('multi-agency-working');
      expect(snippet).not.toBe('');
    }
  });

  it('has no learning points of a review that only names its themes', async () => {
    await library.add([
      { kind: 'review', publisher: 'Testshire', label: 'Child N', learning: [{ theme: 'Zebra crossing' }] },
    ]);
    const items = (await find('zebra crossing')).items.filter(({ kind }) => kind !== 'theme');
    expect(items.map(({ kind, review, parts }) => [kind, review?.label, parts])).toEqual([
      ['review', 'Child N', []],
    ]);
    expect((await find('zebra crossing', '&kind=learning-point')).items).toEqual([]);
  });

  it('finds what carries a narrower theme under the broader one', async () => {
    const answer = await find('', '&theme=child-exploitation&kind=learning-point');
    expect(answer.items.some(({ review }) => review?.label === 'Jay Review')).toBe(true);
  });

  it('pages through everything once, and is empty beyond the end', async () => {
    const ids = new Set<string>();
    const first = await find('', '&limit=50');
    for (let page = 1; page <= Math.ceil(first.total / 50); page += 1) {
      for (const { id } of (await find('', `&limit=50&page=${page}`)).items) ids.add(id);
    }
    expect(ids.size).toBe(first.total);
    expect(await find('', '&page=100')).toMatchObject({ items: [], page: 100, total: first.total });
  });

  it.each([
    ['q', `q=${'a'.repeat(513)}`],
    ['q', 'q=one&q=two'],
    ['q', 'q=neglect%00'],
    ['q', 'q=neg%1blect'],
    ['kind', 'kind=everything'],
    ['type', 'type=lcspr%22%20OR%20kind'],
    ['about', 'about=cats'],
    ['year', 'year=20x5'],
    ['page', 'page=0'],
    ['page', 'page=-1'],
    ['page', 'page=1e9'],
    ['page', 'page=500&limit=100'],
    ['limit', 'limit=101'],
    ['limit', 'limit=abc'],
    ['kindd', 'kindd=review'],
    ['theme', Array.from({ length: 300 }, (_, n) => `theme=t${n}`).join('&')],
  ])('says what is wrong with %s', async (field, query) => {
    const answer = await ask(query)
      .expect(400)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body).toMatchObject({
      status: 400,
      errors: [{ field, message: expect.stringContaining(' ') }],
    });
  });

  it.each([
    '"unmatched quote',
    'it\'s -neglect OR (theme = "x")',
    '" OR 1=1 --',
    '؟ العنف المنزلي',
    '🙂 neglect 🙂',
    'what is the',
    'x'.repeat(512),
    'neglect '.repeat(64).trim(),
    '%',
    '\\',
    ':*&|!()<->',
  ])('bears %j', async (q) => {
    const answer = await find(q);
    expect(answer.query).toBe(q);
    expect(answer.degraded).toBe(false);
  });

  it('finds nothing for marks alone', async () => {
    expect(await find('???!')).toMatchObject({ total: 0, items: [], themes: [] });
  });

  it('treats a filter as a value, whatever is in it', async () => {
    for (const value of [
      'x" OR kind = "review',
      'x\\" OR kind = "review',
      '] OR kind EXISTS',
      "'; drop table review; --",
    ]) {
      expect((await find('', `&publisher=${encodeURIComponent(value)}`)).total).toBe(0);
      expect((await find('', `&theme=${encodeURIComponent(value)}`)).total).toBe(0);
    }
  });
});
