import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureFiles } from '../../src/imports/fixtures.js';
import { importBundles } from '../../src/imports/import.service.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

/** The whole first content, as a first start brings it. */
let library: TestLibrary;
beforeAll(async () => {
  library = await startLibrary('catalogue');
});
afterAll(async () => await library?.close());

interface List {
  total: number;
  items: { url: string }[];
}
interface Detail {
  summarised: { text: string; mistakes: string } | null;
}

const json = async <Body>(path: string): Promise<Body> => {
  const answer = await fetch(`${library.url}/api/v1${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as Body;
};

/** The address of every record of a kind. */
async function addresses(kind: string): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { total, items } = await json<List>(`/${kind}?limit=100&page=${page}`);
    found.push(...items.map(({ url }) => url.replace(/^\/resources#/, '/resources/')));
    if (found.length >= total || items.length === 0) return found;
  }
}

const AFTER = ' by this library; not checked by its publisher; the ';

describe('the first content in full', () => {
  it.each([
    ['reviews', 200],
    ['briefings', 25],
    ['resources', 50],
    ['recommendations', 90],
  ])(
    'says on every page of its %s, and over the API, who wrote it and where to tell of a mistake',
    async (kind, least) => {
      const all = await addresses(kind);
      expect(all.length).toBeGreaterThan(least);
      const check = async (path: string): Promise<void> => {
        const [{ summarised }, html] = await Promise.all([
          json<Detail>(path),
          fetch(`${library.url}${path}`).then(async (answer) => await answer.text()),
        ]);
        expect([path, summarised?.text]).toEqual([
          path,
          expect.stringContaining(`” by this library; not checked`),
        ]);
        const [, notice = ''] = /<p class="app-notice">(.*?)<\/p>/s.exec(html) ?? [];
        expect([path, notice]).toEqual([path, expect.stringMatching(/^Summarised from “/)]);
        expect([path, notice]).toEqual([path, expect.stringContaining(AFTER)]);
        expect([path, notice]).toEqual([
          path,
          expect.stringContaining('href="/about#mistakes">Tell us of a mistake</a>'),
        ]);
      };
      // A few at a time, as several visitors would.
      for (let at = 0; at < all.length; at += 5) await Promise.all(all.slice(at, at + 5).map(check));
    },
  );

  it.each([
    '/reviews?type=sar&year=2021&sort=publisher',
    '/recommendations?agency=Police&sort=agency',
    '/briefings?type=thematic',
    '/resources?theme=online-harm-and-abuse',
  ])('offers in its lists what choosing it finds, and keeps the order: %s', async (address) => {
    const [path, parameters] = address.split('?') as [string, string];
    const html = await (await fetch(library.url + address)).text();
    const offered = [
      ...[
        ...html.matchAll(
          /<input [^>]*name="(\w+)" type="checkbox" value="([^"]+)"[^>]*>\s*<label[^>]*>[^<]*<span[^>]*>\((\d+)/g,
        ),
      ],
      ...[...html.matchAll(/<select [^>]*name="(\w+)">(.*?)<\/select>/gs)].flatMap(([, name, options]) =>
        [...options!.matchAll(/<option value="([^"]+)">[^<]*\((\d+)\)/g)].map(([all, value, n]) => [
          all,
          name,
          value,
          n,
        ]),
      ),
    ];
    expect(new Set(offered.map(([, name]) => name)).size).toBeGreaterThan(2);
    for (const [, name, value, n] of offered.filter((_, place) => place % 4 === 0)) {
      const on = new URLSearchParams(parameters);
      on.set(name!, value!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"));
      const list = `${path}?${on.toString()}`;
      expect([list, (await json<List>(list)).total]).toEqual([list, Number(n)]);
    }
    const sort = new URLSearchParams(parameters).get('sort');
    if (sort) expect(html).toContain(`<input type="hidden" name="sort" value="${sort}">`);
  });

  it('says in every list, and in search results, that this library wrote it', async () => {
    for (const path of [
      '/reviews',
      '/recommendations',
      '/briefings',
      '/resources',
      '/search?q=neglect',
      '/themes/self-neglect',
    ]) {
      const html = await (await fetch(library.url + path)).text();
      const marks = html.match(/Summary by this library/g) ?? [];
      expect([path, marks.length > 4]).toEqual([path, true]);
    }
    const { items } = await json<{ items: { summaryByLibrary: boolean }[] }>('/reviews?limit=100');
    expect(items.every(({ summaryByLibrary }) => summaryByLibrary)).toBe(true);
  });

  it('offers searches on its home page that each find a review', async () => {
    const html = await (await fetch(`${library.url}/`)).text();
    const examples = [...html.matchAll(/<li><a href="\/search\?(q=[^"]+)"/g)].map(([, q]) => q!);
    expect(examples).toHaveLength(5);
    for (const q of examples) {
      const { items } = await json<{ items: { review: object | null }[] }>(`/search?${q}`);
      expect([q, items.some(({ review }) => review !== null)]).toEqual([q, true]);
    }
  });

  it('is read by the names of the thesaurus alone: nothing in it proposes a theme', async () => {
    const proposed = await library.source.query<unknown[]>(
      `select label from theme where status <> 'accepted'`,
    );
    expect(proposed).toEqual([]);
  });

  it('is addressed to national bodies once each', async () => {
    const twice = await library.source.query<unknown[]>(
      `select name from agency group by name having count(*) > 1 and bool_or(partnership_id is null)`,
    );
    expect(twice).toEqual([]);
  });

  it('changes nothing when it is imported again', async () => {
    const { counts } = await importBundles(library.source, await fixtureFiles('all'));
    for (const [kind, { created, updated, unchanged }] of Object.entries(counts))
      expect([kind, created, updated, unchanged > 0]).toEqual([kind, 0, 0, kind !== 'document-text']);
  });
});
