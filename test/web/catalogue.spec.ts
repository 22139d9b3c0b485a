import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BriefingQueries } from '../../src/briefings/briefing.queries.js';
import { fixtureFiles } from '../../src/imports/fixtures.js';
import { importBundles } from '../../src/imports/import.service.js';
import { RecommendationQueries } from '../../src/recommendations/recommendation.queries.js';
import { ResourceQueries } from '../../src/resources/resource.queries.js';
import { ReviewQueries } from '../../src/reviews/review.queries.js';
import { SuggestService } from '../../src/search/suggest/suggest.service.js';
import { wordsOf } from '../../src/search/analysis/words.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { ranking, type Answered } from '../support/ranking.js';
import {
  namesIn,
  reviewsOf,
  themesOf,
  wordsOfNames,
  type NamedTheme,
  type SayingReview,
} from '../support/what-is-said.js';

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

/** As several visitors would. */
async function aFewAtATime<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 5) await Promise.all(items.slice(at, at + 5).map(work));
}

/** Of so many records that the same template shows, one is looked at. */
const SEEN_OF = 8;
const every = <Item>(nth: number, items: Item[]): Item[] => items.filter((_, place) => place % nth === 0);

const AFTER = ' by this library; not checked by its publisher; the ';

describe('the first content in full', () => {
  it.each([
    ['reviews', 200],
    ['briefings', 25],
    ['resources', 50],
    ['recommendations', 90],
  ])(
    'says of all its %s who wrote it and where to tell of a mistake: over the API, and on their page',
    async (kind, least) => {
      const all = await addresses(kind);
      expect(all.length).toBeGreaterThan(least);
      const says = async (path: string): Promise<void> => {
        const { summarised } = await json<Detail>(path);
        expect([path, summarised?.text]).toEqual([
          path,
          expect.stringContaining(`” by this library; not checked`),
        ]);
      };
      const shows = async (path: string): Promise<void> => {
        const html = await (await fetch(library.url + path)).text();
        const [, notice = ''] = /<p class="app-notice">(.*?)<\/p>/s.exec(html) ?? [];
        expect([path, notice]).toEqual([path, expect.stringMatching(/^Summarised from “/)]);
        expect([path, notice]).toEqual([path, expect.stringContaining(AFTER)]);
        expect([path, notice]).toEqual([
          path,
          expect.stringContaining('href="/about#mistakes">Tell us of a mistake</a>'),
        ]);
      };
      await aFewAtATime(all, says);
      // One template shows what the API says: some of each kind are enough to see that it does.
      await aFewAtATime(every(SEEN_OF, all), shows);
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
    for (const [, name, value, n] of every(4, offered)) {
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

  it('calls agencies by their names that an address has the slug of', async () => {
    const agencies = await library.source.query<{ slug: string; name: string }[]>(
      `select distinct on (name) slug, name from public_recommendation_addressee order by name, length(slug) desc`,
    );
    expect(agencies.length).toBeGreaterThan(20);
    await aFewAtATime(every(SEEN_OF, agencies), async ({ slug, name }) => {
      const html = await (await fetch(`${library.url}/recommendations?agency=${slug}`)).text();
      const chip = `Remove the filter Agency: </span>${name}</a>`;
      expect([slug, html.includes(chip), html.includes(`value="${slug}"`)]).toEqual([slug, true, false]);
    });
  });

  it('changes nothing when it is imported again', async () => {
    const { counts } = await importBundles(library.source, await fixtureFiles('all'));
    for (const [kind, { created, updated, unchanged }] of Object.entries(counts))
      expect([kind, created, updated, unchanged > 0]).toEqual([kind, 0, 0, kind !== 'document-text']);
  });
});

/** The queries of a list that has filters. */
interface Filtered {
  list(query: object): Promise<{ total: number }>;
  choices(query: object): Promise<Record<string, { value: string; count: number }[]>>;
}

describe('the filters of its lists', () => {
  it.each([
    ['reviews', ReviewQueries],
    ['recommendations', RecommendationQueries],
    ['briefings', BriefingQueries],
    ['resources', ResourceQueries],
  ])('of %s say beside each value what choosing it finds, under every other filter', async (_, queries) => {
    const filtered = library.app.get<Filtered>(queries);
    const all = await filtered.choices({});
    const names = Object.keys(all);
    const commonest = (name: string): object => ({ [name]: [all[name]![0]!.value] });
    const asked = [
      {},
      ...names.map(commonest),
      ...names.flatMap((name, at) =>
        names.slice(at + 1).map((other) => ({ ...commonest(name), ...commonest(other) })),
      ),
    ];
    for (const query of asked) {
      const choices = await filtered.choices(query);
      expect(Object.keys(choices)).toEqual(names);
      for (const name of names) {
        const [values, few] = [choices[name]!, [0, 3, choices[name]!.length - 1]];
        expect(values.map(({ value }) => value).toSorted()).toEqual(
          all[name]!.map(({ value }) => value).toSorted(),
        );
        for (const { value, count } of few.flatMap((at) => values[at] ?? [])) {
          const { total } = await filtered.list({ ...query, [name]: [value], limit: 1 });
          expect([query, name, value, count]).toEqual([query, name, value, total]);
        }
      }
    }
  });
});

describe('the names of its themes', () => {
  let themes: NamedTheme[];
  let reviews: Map<string, SayingReview>;
  let ask: (q: string) => Answered;
  const read = async (): Promise<void> => {
    themes = await themesOf(library);
    reviews = new Map((await reviewsOf(library, themes)).map((review) => [review.id, review]));
    ask = await ranking(library);
  };
  beforeAll(read);

  it('are evidence as a whole or not at all: no single word of one finds what does not say it', () => {
    const namesOf = namesIn(themes);
    const words = wordsOfNames(themes);
    expect(words.length).toBeGreaterThan(1500);
    const invented: string[] = [];
    let asked = 0;
    for (const word of words) {
      const answer = ask(word);
      const stems = wordsOf(answer.asked).map(({ stem }) => stem);
      const names = namesOf(answer.asked);
      for (const { id } of answer.found) {
        const review = reviews.get(id);
        if (!review) continue;
        asked += 1;
        if (stems.some((stem) => review.stems.has(stem))) continue;
        if (!names.some((slug) => review.carries.has(slug))) invented.push(`${word}: ${review.label}`);
      }
    }
    expect(invented).toEqual([]);
    expect(asked).toBeGreaterThan(words.length);
  });

  /** What is found by a theme that it neither is filed under nor names. */
  const wronglyCarried = (): string[] =>
    themes.flatMap(({ label }) =>
      ask(label).found.flatMap(({ id, carries }) => {
        const review = reviews.get(id);
        return review
          ? carries.filter((slug) => !review.carries.has(slug)).map((slug) => `${review.label}: ${slug}`)
          : [];
      }),
    );

  it('find no review by a theme that it neither is filed under nor names', () => {
    expect(
      themes.flatMap(({ label }) => ask(label).found.filter(({ carries }) => carries.length > 0)),
    ).not.toEqual([]);
    expect(wronglyCarried()).toEqual([]);
  });

  it('are never shown where they are hidden: on no page of a theme, by no answer and no suggestion', async () => {
    const suggest = library.app.get(SuggestService);
    const shown: string[] = [];
    const visibleOf = new Map<string, string[]>();
    for (const { slug, names } of themes) {
      const hidden = names.flatMap(({ text, kind }) => (kind === 'hidden' ? [text] : []));
      const lower = new Set(hidden.map((text) => text.toLowerCase()));
      const isHidden = (text: string | null): text is string => lower.has(text?.toLowerCase() ?? '');
      const { altLabels, abbreviations } = await json<Record<'altLabels' | 'abbreviations', string[]>>(
        `/themes/${slug}`,
      );
      const visible = [...abbreviations, ...altLabels];
      visibleOf.set(slug, visible);
      shown.push(...visible.filter(isHidden));
      for (const name of hidden) {
        const { matched, suggested } = ask(name);
        const own = [...matched, ...suggested].filter((one) => one.slug === slug);
        shown.push(...own.map((one) => one.matched).filter(isHidden));
        if (!own.length) throw new Error(`“${name}” does not find ${slug}`);
      }
      const { items } = await suggest.suggest({ q: hidden[0] ?? slug });
      shown.push(...items.flatMap(({ label, hint }) => [label, hint]).filter(isHidden));
    }
    expect(shown).toEqual([]);
    await aFewAtATime(every(SEEN_OF, [...visibleOf]), async ([slug, visible]) => {
      const html = await (await fetch(`${library.url}/themes/${slug}`)).text();
      const [, also = ''] = /Also called<[^]*?<p class="app-meta">([^<]*)</.exec(html) ?? [];
      expect([slug, also.replaceAll('&#39;', "'")]).toEqual([slug, visible.join(', ')]);
    });
  });

  it('are not those of what somebody else calls a theme, until it is accepted', async () => {
    const counts = async (): Promise<string[]> =>
      (
        await json<{ items: { slug: string; counts: object }[] }>('/themes?status=accepted&limit=100')
      ).items.map(({ slug, counts: own }) => `${slug}: ${JSON.stringify(own)}`);
    const before = await counts();
    await library.add([
      {
        ...{
          kind: 'review',
          publisher: 'Chief Coroner',
          label: 'Sandhome',
          title: 'Sandhome',
          type: 'other',
          about: 'adults',
        },
        learning: [
          ...[
            'Care Home Health related deaths',
            'Mental Health related deaths',
            'Community health care and emergency services related deaths',
          ],
          ...[
            'Hospital Death (Clinical Procedures and medical management) related deaths',
            'Railway related deaths',
            'Other related deaths',
          ],
        ].map((theme) => ({ theme, kind: 'theme-named' })),
      },
    ]);
    await read();
    const added = [...reviews.values()].find(({ label }) => label === 'Sandhome')!;
    expect(themes.filter(({ accepted }) => !accepted).length).toBe(6);
    expect(
      [...added.carries].filter((slug) => themes.some((theme) => theme.slug === slug && theme.accepted)),
    ).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(wronglyCarried()).toEqual([]);
    const listed = async (filter: string): Promise<string[]> =>
      (await json<{ items: { label: string }[] }>(`/reviews?publisher=chief-coroner${filter}`)).items.map(
        (review) => review.label,
      );
    expect(await listed('')).toEqual(['Sandhome']);
    await aFewAtATime(
      themes.filter((theme) => theme.accepted),
      async ({ slug, label }) => {
        const carried = ask(label).found.find(({ id }) => id === added.id)?.carries ?? [];
        expect([label, carried, await listed(`&theme=${slug}`)]).toEqual([label, [], []]);
      },
    );
    const answer = await json<{ facets: { theme: Record<string, number> } }>('/search?q=Sandhome');
    expect(
      Object.keys(answer.facets.theme).every((slug) =>
        themes.some((theme) => theme.slug === slug && !theme.accepted),
      ),
    ).toBe(true);
  });
});
