import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { PUBLICATION_STATES } from '../../src/publishing/publication.js';
import type { SuggestAnswer } from '../../src/search/suggest/api/suggest-answer.model.js';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Proxy } from '../support/proxy.js';
import { Records } from '../support/records.js';

const ask = (library: TestLibrary, query: string): request.Test =>
  request(library.url).get(`/api/v1/suggest?${query}`);
const suggest = async (library: TestLibrary, q: string, more = ''): Promise<SuggestAnswer> =>
  (await ask(library, `q=${encodeURIComponent(q)}${more}`).expect(200)).body as SuggestAnswer;
const labels = ({ items }: SuggestAnswer): string[] => items.map(({ label }) => label);

const childQ = (publisher: string, publishedOn: string | null): object => ({
  kind: 'review',
  publisher,
  label: 'Child Q',
  title: 'Child Q: local child safeguarding practice review',
  publishedOn,
});

describe('GET /api/v1/suggest', () => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await startLibrary('fixtures');
    await library.add([
      childQ('Northshire Safeguarding Partnership', '2022-03-15'),
      childQ('Southshire Safeguarding Partnership', '2019'),
      childQ('Westshire Safeguarding Partnership', null),
      {
        kind: 'theme',
        label: 'Zebra crossing safety',
        altLabels: ['Quaggas on roads'],
        hiddenLabels: ['Okapi worries'],
        abbreviations: ['ZCS'],
      },
    ]);
  });
  afterAll(async () => await library.close());

  it.each([
    ['ne', 'neglect-of-children'],
    ['parental me', 'parental-mental-health'],
    ['mental', 'parental-mental-health'],
    ['pmh', 'parental-mental-health'],
    ['PMH', 'parental-mental-health'],
    ['cce', 'child-criminal-exploitation'],
    ['parentl mental', 'parental-mental-health'],
  ])('“%s” suggests the theme %s', async (q, slug) => {
    const { items, degraded } = await suggest(library, q);
    expect(items.filter(({ kind }) => kind === 'theme').map((theme) => theme.slug)).toContain(slug);
    expect(degraded).toBe(false);
  });

  it('answers in the shape of the contract', async () => {
    expect(await suggest(library, 'zebra')).toEqual({
      query: 'zebra',
      items: [
        {
          kind: 'theme',
          label: 'Zebra crossing safety',
          hint: null,
          url: '/themes/zebra-crossing-safety',
          slug: 'zebra-crossing-safety',
        },
      ],
      degraded: false,
    });
  });

  it('says the other name that was matched, but never a hidden one', async () => {
    for (const [q, hint] of [
      ['quagg', 'Quaggas on roads'],
      ['zcs', 'ZCS'],
      ['okapi', null],
      ['Okapi worries', null],
      ['okkapi', null],
    ] as const) {
      expect((await suggest(library, q)).items).toEqual([
        expect.objectContaining({ label: 'Zebra crossing safety', hint }),
      ]);
    }
    expect(JSON.stringify((await suggest(library, 'okap')).items)).not.toMatch(/okapi/i);
  });

  it('never shows any hidden name', async () => {
    const hidden = await library.source.query<{ text: string }[]>(
      `select text from theme_label where kind = 'hidden' and length(text) > 8 order by normalised limit 40`,
    );
    expect(hidden.length).toBeGreaterThan(10);
    for (const { text } of hidden) {
      const { items } = await suggest(library, text);
      expect(items.map(({ label, hint }) => `${label} ${hint}`.toLowerCase())).not.toContain(
        text.toLowerCase(),
      );
      expect(items.map(({ hint }) => hint?.toLowerCase())).not.toContain(text.toLowerCase());
    }
  });

  it('does not show a name that has just become a hidden one', async () => {
    await suggest(library, 'quagg');
    await library.source.query(
      `update theme_label set kind = 'hidden' where normalised = 'quaggas on roads'`,
    );
    const { items } = await suggest(library, 'quagg');
    await library.source.query(
      `update theme_label set kind = 'alternative' where normalised = 'quaggas on roads'`,
    );
    expect(items.map(({ hint }) => hint)).not.toContain('Quaggas on roads');
  });

  it('tells reviews of one label apart', async () => {
    const { items } = await suggest(library, 'child q');
    const reviews = items.filter(({ kind, label }) => kind === 'review' && label === 'Child Q');
    expect(reviews.map(({ hint }) => hint).sort()).toEqual([
      'Northshire Safeguarding Partnership, 2022',
      'Southshire Safeguarding Partnership, 2019',
      'Westshire Safeguarding Partnership',
    ]);
    expect(new Set(reviews.map(({ url }) => url)).size).toBe(3);
    for (const { url } of reviews) await request(library.url).get(url).expect(200);
  });

  it.each([
    ['northsh', 'Child Q'],
    ['child q north', 'Child Q'],
    ['shattered', 'Jay Review: Shattered lives, stolen futures'],
    ['jay rev', 'Jay Review: Shattered lives, stolen futures'],
    ['darlington child', 'Child J'],
  ])('“%s” suggests the review %s', async (q, label) => {
    expect(labels(await suggest(library, q))).toContainEqual(expect.stringContaining(label));
  });

  it.each([
    ['safe slee', 'Safe Sleeping Messages', 'Darlington Safeguarding Partnership'],
    ['nspcc', 'Online abuse: learning from case reviews', 'NSPCC, 2019'],
  ])('“%s” suggests the briefing %s', async (q, label, hint) => {
    const { items } = await suggest(library, q);
    const briefing = items.find((item) => item.label === label);
    expect(briefing).toMatchObject({ kind: 'briefing', hint });
    await request(library.url).get(briefing!.url).expect(200);
  });

  it('puts themes first, then reviews, then briefings, and as many as asked for', async () => {
    const { items } = await suggest(library, 'child');
    expect(items).toHaveLength(8);
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(kinds).has('review')).toBe(true);
    for (const limit of [1, 5, 20])
      expect((await suggest(library, 'child', `&limit=${limit}`)).items.length).toBeLessThanOrEqual(limit);
  });
  const ORDER = ['theme', 'review', 'briefing'];

  it.each(['', 'c', ' c ', '??', '?!', '🙂🙂', '-'])('suggests nothing for %j', async (q) => {
    expect(await suggest(library, q)).toEqual({ query: q.trim(), items: [], degraded: false });
  });
  it('suggests nothing where nothing is asked', async () => {
    await ask(library, '').expect(200, { query: '', items: [], degraded: false });
  });

  it.each([
    ['q', `q=${'a'.repeat(513)}`],
    ['q', 'q=one&q=two'],
    ['q', 'q=neglect%00'],
    ['q', 'q=neg%1blect'],
    ['limit', 'q=ne&limit=0'],
    ['limit', 'q=ne&limit=21'],
    ['limit', 'q=ne&limit=abc'],
    ['qq', 'qq=neglect'],
    ['kind', 'q=ne&kind=review'],
  ])('says what is wrong with %s (%#)', async (field, query) => {
    const answer = await ask(library, query)
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
    "'; drop table theme; --",
    'kind = review',
    'العنف المنزلي',
    '🙂 neglect 🙂',
    'x'.repeat(512),
    'neglect '.repeat(64).trim(),
    '%_%',
    '\\m\\M',
    '.*(a+)+$',
    ':*&|!()<->',
    '<script>alert(1)</script>',
    'constructor __proto__',
  ])('bears %j', async (q) => {
    expect(await suggest(library, q)).toMatchObject({ query: q, degraded: false });
  });

  it('is not kept by browsers and proxies', async () => {
    const { headers } = await ask(library, 'q=neglect');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('suggestions and what is not published', () => {
  let library: TestLibrary;
  let proxy: Proxy;
  let records: Records;
  let written: string[];

  beforeAll(async () => {
    const meili = testMeili();
    if (!meili) throw new Error('These tests need Meilisearch');
    proxy = await Proxy.to(meili.url);
    library = await startLibrary('empty', { ...meili, url: proxy.url });
    records = new Records(library.source);
    written = [];
    for (const level of ['log', 'warn', 'error', 'debug'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((...said) => void written.push(said.join(' ')));
    for (const state of PUBLICATION_STATES) {
      const theme = await records.aTheme(`Quokka theme ${state}`, { status: 'proposed' });
      await records.aReview({
        label: `Quokka ${state}`,
        slug: `quokka-${state}`,
        state,
        learning: [theme],
        publishedOn: '2020-01-01',
        publisher: await records.aPartnership({ name: `Quokka board ${state}` }),
      });
      await records.aBriefing({ title: `Quokka briefing ${state}`, state });
    }
    await records.aTheme('Quokka theme replaced', {
      replacedBy: await records.aTheme('Numbat theme'),
    });
    await library.add([
      {
        kind: 'review',
        publisher: 'Testshire',
        label: 'Quokka to come',
        title: 'Quokka to come',
        publishedOn: '2021',
      },
      { kind: 'briefing', publisher: 'Testshire', title: 'Quokka paper' },
    ]);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await library.close();
    await proxy.cut();
  });

  const all = async (): Promise<SuggestAnswer> => await suggest(library, 'quokka', '&limit=20');

  it('are never shown, whichever engine answers', async () => {
    const shown = await all();
    expect(shown.degraded).toBe(false);
    expect(labels(shown)).toEqual(['Quokka theme published', 'Quokka to come', 'Quokka paper']);
    await proxy.cut();
    const instead = await all();
    expect(instead.degraded).toBe(true);
    expect(labels(instead).sort()).toEqual(
      [
        'Quokka theme published',
        'Quokka published',
        'Quokka to come',
        'Quokka briefing published',
        'Quokka paper',
      ].sort(),
    );
    await proxy.mend();
  });

  it('are gone at once when they are withdrawn, though the index still holds them', async () => {
    await eventually(async () => expect((await all()).degraded).toBe(false));
    const set = async (state: string): Promise<void> => {
      await library.source.query(
        `update review set state = $1 where label in ('Quokka to come', 'Quokka published')`,
        [state],
      );
      await library.source.query(`update briefing set state = $1 where title = 'Quokka paper'`, [state]);
    };
    await set('withdrawn');
    // Without its review the proposed theme is not public either.
    expect(await all()).toEqual({ query: 'quokka', items: [], degraded: false });
    await set('published');
    expect(labels(await all())).toContain('Quokka to come');
  });

  it('come from PostgreSQL while Meilisearch is away, and from Meilisearch when it is back', async () => {
    await eventually(async () => expect((await all()).degraded).toBe(false));
    await proxy.cut();
    for (const [q, label] of [
      ['quok', 'Quokka to come'],
      ['QUOKKA t', 'Quokka to come'],
      ['testsh', 'Quokka paper'],
      ['quokka briefing pub', 'Quokka briefing published'],
    ]) {
      const answer = await suggest(library, q!);
      expect(answer.degraded).toBe(true);
      expect(labels(answer)).toContain(label);
    }
    for (const q of [
      '"',
      '\\m',
      '.*(a+)+$',
      "'; drop table theme; --",
      '%',
      'x'.repeat(512),
      'ab '.repeat(170),
    ])
      expect((await suggest(library, q)).query).toBe(q.trim());
    await proxy.mend();
    await eventually(async () => expect((await all()).degraded).toBe(false));
    expect(labels(await all())).toContain('Quokka to come');
  });

  it('leave nothing that was typed in the log', async () => {
    await eventually(async () => expect((await all()).degraded).toBe(false));
    await proxy.cut();
    await suggest(library, 'wombatsecret');
    await proxy.mend();
    expect(written.join('\n')).toContain('Meilisearch');
    expect(written.join('\n')).not.toMatch(/wombatsecret|quokka/i);
  });
});
