import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseFeed as parseByOther } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import sax from 'sax';
import request from 'supertest';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { faultsOfJsonFeed } from './json-feed.js';

const ORIGIN = 'https://library.example';
const PUBLISHER = 'Marfield Safeguarding Partnership';
const NASTY = 'Tom & <b>"Jerry"</b> ]]> 👩‍👧';
const review = (label: string, theme: string, more: object = {}): object => ({
  ...{ kind: 'review', publisher: PUBLISHER, label, title: `${label}: a review`, type: 'lcspr' },
  ...{ publishedOn: '2011-05', summary: `What ${label} taught.` },
  ...{ learning: [{ theme, kind: 'finding', statement: `Look at ${label}.` }] },
  ...more,
});

let library: TestLibrary;
let records: Records;

beforeAll(async () => {
  library = await startLibrary('empty', null, { PUBLIC_URL: ORIGIN });
  records = new Records(library.source);
  await library.add([
    {
      ...{ kind: 'partnership', name: PUBLISHER, type: 'joint-partnership' },
      contacts: [{ about: 'child', audience: 'public', team: 'First response', phone: '01999 123456' }],
    },
    { kind: 'theme', label: 'Broad harm' },
    { kind: 'theme', label: 'Narrow harm', broader: 'Broad harm' },
    { kind: 'theme', label: 'Other harm' },
    review('Child Alpha', 'Narrow harm'),
    review('Child Beta', 'Other harm', {
      ...{ summarised: true, sources: [{ title: 'Newsletter' }], publishedOn: '2001-01' },
    }),
    {
      ...{ kind: 'briefing', publisher: PUBLISHER, title: 'Briefing on sleep', type: 'seven-minute' },
      ...{ themes: ['Broad harm'], url: 'https://marfield.example/sleep' },
    },
    {
      kind: 'resource',
      type: 'guidance',
      title: 'A guide',
      publisher: 'Guides & Co',
      themes: ['Other harm'],
    },
  ]);
}, 60_000);
afterAll(async () => await library?.close());

const get = async (path: string): Promise<{ status: number; type: string; text: string; heads: Headers }> => {
  const answer = await fetch(library.url + path, { headers: { accept: '*/*' } });
  const { status, headers } = answer;
  return { status, type: headers.get('content-type') ?? '', text: await answer.text(), heads: headers };
};

/** What independent parsers find in each format, and that they find the same. */
async function titles(address: string, query = ''): Promise<string[]> {
  const read = async (ending: string): Promise<string> => {
    const { status, text } = await get(`${address}.${ending}${query}`);
    expect({ address, ending, status }).toEqual({ address, ending, status: 200 });
    return text;
  };
  const [rss, atom, json] = await Promise.all([read('rss'), read('atom'), read('json')]);
  expect({ address, faults: faultsOfJsonFeed(json) }).toEqual({ address, faults: [] });
  const found = [
    parseRssFeed(rss).items?.map(({ title }) => title) ?? [],
    parseAtomFeed(atom).entries?.map(({ title }) => (title as { value: string }).value ?? title) ?? [],
    parseJsonFeed(JSON.parse(json)).items?.map(({ title }) => title) ?? [],
    parseByOther(rss).items.map(({ title }) => title),
    parseByOther(atom).items.map(({ title }) => title),
  ];
  for (const one of found.slice(1)) expect(one).toEqual(found[0]);
  return found[0] as string[];
}

/** The items of a feed, as a strict parser of Atom finds them. */
const entries = async (path: string): Promise<Entries> => parseAtomFeed((await get(path)).text).entries ?? [];

type Entries = NonNullable<ReturnType<typeof parseAtomFeed<string>>['entries']>;

/** What Atom says is gone: by what, and when. */
async function tombstones(path: string): Promise<{ ref: string; when: string }[]> {
  const found: { ref: string; when: string }[] = [];
  const parser = sax.parser(true, { xmlns: true });
  parser.onerror = (error): never => {
    throw error;
  };
  parser.onopentag = (tag) => {
    const { uri, local, attributes } = tag as sax.QualifiedTag;
    if (uri === 'http://purl.org/atompub/tombstones/1.0' && local === 'deleted-entry')
      found.push({ ref: attributes.ref!.value, when: attributes.when!.value });
  };
  parser.write((await get(path)).text).close();
  return found;
}

const takeAway = async (address: string, reason: 'other' | 'identifies-someone' = 'other'): Promise<void> =>
  void (await withdraw(library.source, WITHDRAWABLE_NOUNS, address, reason));

const EVERY = ['Child Alpha: a review', 'Child Beta: a review', 'Briefing on sleep', 'A guide'];

describe('feeds', () => {
  it('bring what the library has, under a theme with what is narrower, by publisher, by kind, and by search', async () => {
    expect(await titles('/feeds/all')).toEqual(EVERY);
    expect(await titles('/feeds/themes/broad-harm')).toEqual(['Child Alpha: a review', 'Briefing on sleep']);
    expect(await titles('/feeds/themes/narrow-harm')).toEqual(['Child Alpha: a review']);
    expect(await titles('/feeds/publishers/marfield-safeguarding-partnership')).toEqual(EVERY.slice(0, 3));
    expect(await titles('/feeds/kinds/resource')).toEqual(['A guide']);
    expect(await titles('/feeds/search', '?q=sleep')).toEqual(['Briefing on sleep']);
    expect(await titles('/feeds/search', '?theme=broad-harm&kind=review&kind=theme')).toEqual(
      EVERY.slice(0, 1),
    );
    expect(await titles('/feeds/search', '?q=harm&year=2001')).toEqual(['Child Beta: a review']);
    expect(await titles('/feeds/search', '?publisher=nobody')).toEqual([]);
    expect(await titles('/feeds/search')).toEqual(EVERY);
  });

  it('are dated by the library, second by second, whatever the day of a review', async () => {
    const [parsed, other] = [
      await entries('/feeds/all.atom'),
      parseByOther((await get('/feeds/all.rss')).text),
    ];
    const dates = parsed.map(({ published }) => String(published));
    const seconds = dates.map((date) => Math.floor(Date.parse(date) / 1000));
    expect(new Set(seconds).size).toBe(4);
    expect(seconds).toEqual(seconds.toSorted((one, next) => next - one));
    for (const second of seconds) expect(Math.abs(second - Date.now() / 1000)).toBeLessThan(600);
    expect(other.items.map(({ published }) => Math.floor(published!.getTime() / 1000))).toEqual(seconds);
  });

  it('say what each is, whose, where it stands, and who wrote its summary', async () => {
    const rss = parseRssFeed((await get('/feeds/all.rss')).text);
    const { id } = (
      await library.source.query<{ id: string }[]>(`select id from review where label = 'Child Beta'`)
    )[0]!;
    expect(rss.items?.[1]).toMatchObject({
      title: 'Child Beta: a review',
      link: `${ORIGIN}/reviews/marfield-child-beta-2001`,
      guid: { value: `urn:uuid:${id}`, isPermaLink: false },
      description: 'What Child Beta taught.\nSummary by this library.',
      categories: [{ name: 'Other harm', domain: `${ORIGIN}/themes/other-harm` }],
      dc: { creators: [PUBLISHER] },
    });
    expect(rss.items?.[1]?.content?.encoded).toContain('January 2001');
    expect(rss.description).toMatch(/call 999\. .*First response, for the public, 01999 123456/);
    expect(rss.link).toBe(`${ORIGIN}/`);
    expect(rss.atom?.links?.[0]).toMatchObject({ rel: 'self', href: `${ORIGIN}/feeds/all.rss` });
    const [, , briefing] = await entries('/feeds/all.atom');
    expect(briefing).toMatchObject({
      links: [
        { rel: 'alternate', href: `${ORIGIN}/briefings/briefing-on-sleep` },
        { rel: 'related', href: 'https://marfield.example/sleep' },
      ],
      authors: [{ name: PUBLISHER }],
      categories: [{ term: 'broad-harm', label: 'Broad harm', scheme: `${ORIGIN}/themes` }],
    });
  });

  it('are what their media types say', async () => {
    for (const [ending, type] of [
      ['rss', 'application/rss+xml'],
      ['atom', 'application/atom+xml'],
      ['json', 'application/feed+json'],
    ])
      expect((await get(`/feeds/all.${ending}`)).type).toBe(`${type}; charset=utf-8`);
    const json = JSON.parse((await get('/feeds/themes/broad-harm.json')).text) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Broad harm – Practice review library',
      home_page_url: `${ORIGIN}/themes/broad-harm`,
      feed_url: `${ORIGIN}/feeds/themes/broad-harm.json`,
    });
  });

  it('are checked against what JSON Feed asks for', async () => {
    const { text } = await get('/feeds/all.json');
    const change = (
      how: (feed: { items: Record<string, unknown>[] } & Record<string, unknown>) => void,
    ): string[] => {
      const feed = JSON.parse(text) as { items: Record<string, unknown>[] };
      how(feed);
      return faultsOfJsonFeed(JSON.stringify(feed));
    };
    expect(change(() => undefined)).toEqual([]);
    for (const wrong of [
      change((feed) => delete feed.title),
      change((feed) => (feed.home_page_url = '/')),
      change((feed) => (feed.author = { name: 'Of version 1' })),
      change(({ items }) => (items[0]!.date_published = '2024-05-01')),
      change(({ items }) => delete items[0]!.content_html),
      change(({ items }) => items.push(items[0]!)),
    ])
      expect(wrong).not.toEqual([]);
  });

  it('answer what they do not know as a problem', async () => {
    for (const [path, status] of [
      ['/feeds/all.xml', 404],
      ['/feeds/all', 404],
      ['/feeds/themes/nothing.rss', 404],
      ['/feeds/themes/a%00b.rss', 404],
      ['/feeds/publishers/nobody.atom', 404],
      ['/feeds/kinds/theme.json', 404],
      ['/feeds/search.rss?kind=learning-point', 400],
      ['/feeds/search.rss?thme=broad-harm', 400],
      ['/feeds/search.rss?q=a&q=b', 400],
      ['/feeds/all.rss?page=0', 400],
      ['/feeds/all.rss?page=1e9', 400],
    ] as const) {
      const answer = await get(path);
      expect({ path, status: answer.status }).toEqual({ path, status });
      expect(answer.text).not.toMatch(/<(rss|feed)/);
    }
  });

  it('are asked about again, and not sent again when nothing has changed', async () => {
    for (const path of [
      '/feeds/all.rss',
      '/feeds/themes/broad-harm.atom',
      '/feeds/search.json?q=sleep',
      '/feeds/events.ics',
    ]) {
      const { heads } = await get(path);
      expect(heads.get('cache-control')).toBe('no-cache');
      await request(library.url).get(path).set('if-none-match', heads.get('etag')!).expect(304);
    }
  });

  it('keep marks, emoji and line ends, and lose what XML cannot hold', async () => {
    const resource = await records.aResource({
      ...{
        title: `${NASTY}\u0007`,
        slug: 'nasty',
        description: `<script>\u001b alert(1)</script>\n${NASTY}`,
      },
    });
    expect((await titles('/feeds/all'))[0]).toBe(NASTY);
    const [entry] = await entries('/feeds/all.atom');
    expect(entry?.content?.value).toContain('&lt;script&gt; alert(1)&lt;/script&gt;');
    expect(entry?.summary).toMatchObject({ value: `<script> alert(1)</script>\n${NASTY}` });
    await library.source.query('delete from resource where id = $1', [resource.id]);
  });

  it('come in parts, each leading to the next', async () => {
    const theme = await records.aTheme('Many');
    for (let n = 0; n < 51; n += 1) await records.aBriefing({ title: `Paper ${n}`, themes: [theme] });
    const first = parseAtomFeed((await get('/feeds/themes/many.atom')).text);
    const next = first.links?.find(({ rel }) => rel === 'next')?.href;
    expect([first.entries?.length, next]).toEqual([50, `${ORIGIN}/feeds/themes/many.atom?page=2`]);
    const second = parseAtomFeed((await get(next!.slice(ORIGIN.length))).text);
    expect(second.entries?.map(({ title }) => title)).toMatchObject([{ value: 'Paper 0' }]);
    expect(second.links?.some(({ rel }) => rel === 'next')).toBe(false);
    const { text } = await get('/feeds/themes/many.json');
    expect(faultsOfJsonFeed(text)).toEqual([]);
    const json = parseJsonFeed(text);
    expect(json.next_url).toBe(`${ORIGIN}/feeds/themes/many.json?page=2`);
    await library.source.query(
      'delete from briefing where id in (select briefing_id from briefing_theme where theme_id = $1)',
      [theme.id],
    );
  });

  it('show nothing before its embargo ends, and are first told of it then', async () => {
    const theme = await records.aTheme('Held back');
    const briefing = await records.aBriefing({
      ...{ title: 'Held back paper', themes: [theme], state: 'scheduled' },
      visibleFrom: new Date(Date.now() + 3_600_000),
    });
    for (const state of ['draft', 'in-review', 'withdrawn'] as const)
      await records.aResource({ title: `Unseen ${state}`, themes: [theme], state, startsOn: '2099-01-01' });
    expect(await titles('/feeds/themes/held-back')).toEqual([]);
    expect(await titles('/feeds/all')).toEqual(EVERY);
    expect((await get('/feeds/events.ics')).text).not.toContain('Unseen');
    await library.source.query(
      `update briefing set visible_from = now() - interval '1 second' where id = $1`,
      [briefing.id],
    );
    expect(await titles('/feeds/themes/held-back')).toEqual(['Held back paper']);
    const [entry] = await entries('/feeds/themes/held-back.atom');
    expect(Date.parse(String(entry!.published))).toBeGreaterThan(Date.now() - 60_000);
    await library.source.query('delete from briefing where id = $1', [briefing.id]);
  });
});

describe('the calendar of events', () => {
  it('has what is to come and what was of late, and leads to its pages', async () => {
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await library.add([
      {
        kind: 'resource',
        type: 'training',
        title: 'Course to come',
        startsOn: `${day(9)}T10:00`,
        endsOn: `${day(9)}T12:00`,
      },
      { kind: 'resource', type: 'campaign', title: 'Week under way', startsOn: day(-80), endsOn: day(1) },
      { kind: 'resource', type: 'event', title: 'Event of late', startsOn: day(-50) },
      { kind: 'resource', type: 'event', title: 'Event long ago', startsOn: day(-80) },
    ]);
    const { text, type } = await get('/feeds/events.ics');
    expect(type).toBe('text/calendar; charset=utf-8');
    const found = (): { title: string; url: string }[] =>
      new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
        .getAllSubcomponents('vevent')
        .map((one) => ({
          title: new ICAL.Event(one).summary,
          url: String(one.getFirstPropertyValue('url')),
        }));
    expect(found().map(({ title }) => title)).toEqual(['Week under way', 'Event of late', 'Course to come']);
    expect(found()[2]!.url).toBe(`${ORIGIN}/resources/course-to-come`);
    await takeAway('/resources/course-to-come');
    expect((await get('/feeds/events.ics')).text).not.toMatch(/course.to.come/i);
  });
});

describe('what is withdrawn', () => {
  const everywhere = [
    ...['/feeds/all', '/feeds/themes/broad-harm', '/feeds/kinds/review', '/feeds/search?q=alpha'],
    '/feeds/publishers/marfield-safeguarding-partnership',
  ];
  const withEnding = (path: string, ending: string): string => path.replace(/(?=\?|$)/, `.${ending}`);

  it('is in none of them in the next answer, and Atom says that it is gone', async () => {
    const idOf = async (label: string): Promise<string> =>
      (await library.source.query<{ id: string }[]>('select id from review where label = $1', [label]))[0]!
        .id;
    const urn = `urn:uuid:${await idOf('Child Alpha')}`;
    for (const path of everywhere) {
      for (const ending of ['rss', 'atom', 'json'])
        expect((await get(withEnding(path, ending))).text).toContain(urn);
      expect(await tombstones(withEnding(path, 'atom'))).not.toContainEqual(
        expect.objectContaining({ ref: urn }),
      );
    }
    const before = parseAtomFeed((await get('/feeds/all.atom')).text).updated as unknown as string;
    await takeAway('/reviews/marfield-child-alpha-2011', 'identifies-someone');
    for (const path of everywhere) {
      for (const ending of ['rss', 'atom', 'json'])
        expect((await get(withEnding(path, ending))).text.replace(/“alpha”|q=alpha/g, '')).not.toMatch(
          /alpha/i,
        );
      expect(await tombstones(withEnding(path, 'atom'))).toContainEqual(
        expect.objectContaining({ ref: urn }),
      );
    }
    const after = parseAtomFeed((await get('/feeds/all.atom')).text).updated as unknown as string;
    expect(Date.parse(after)).toBeGreaterThan(Date.parse(before));
    await restore(library.source, WITHDRAWABLE_NOUNS, '/reviews/marfield-child-alpha-2011');
    await library.settled();
    for (const path of everywhere) {
      for (const ending of ['rss', 'atom', 'json'])
        expect((await get(withEnding(path, ending))).text).toContain(urn);
      expect(await tombstones(withEnding(path, 'atom'))).not.toContainEqual(
        expect.objectContaining({ ref: urn }),
      );
    }
  });

  it('is gone from the feed of a theme that it does not carry any more', async () => {
    const [briefing] = await library.source.query<[{ id: string }]>(
      `select id from briefing where title = 'Briefing on sleep'`,
    );
    await library.source.query(
      `update briefing_theme set theme_id = (select id from theme where slug = 'other-harm') where briefing_id = $1`,
      [briefing.id],
    );
    expect(await titles('/feeds/themes/broad-harm')).toEqual(['Child Alpha: a review']);
    const gone = expect.objectContaining({ ref: `urn:uuid:${briefing.id}` });
    expect(await tombstones('/feeds/themes/broad-harm.atom')).toContainEqual(gone);
    expect(await tombstones('/feeds/themes/other-harm.atom')).not.toContainEqual(gone);
    expect(await tombstones('/feeds/all.atom')).not.toContainEqual(gone);
  });

  it('comes and goes with a theme that is moved, by the date that it had, and the feed says when', async () => {
    const feed = async (): Promise<ReturnType<typeof parseAtomFeed<string>>> =>
      parseAtomFeed((await get('/feeds/themes/broad-harm.atom')).text);
    const move = async (broader: string | null): Promise<void> => {
      await library.source.query(
        `update theme set broader_id = (select id from theme where slug = $1) where slug = 'narrow-harm'`,
        [broader],
      );
    };
    const before = await feed();
    await move(null);
    const without = await feed();
    expect(await titles('/feeds/themes/broad-harm')).not.toContain('Child Alpha: a review');
    expect(await tombstones('/feeds/themes/broad-harm.atom')).toContainEqual(
      expect.objectContaining({ ref: before.entries![0]!.id }),
    );
    await move('broad-harm');
    const after = await feed();
    expect(await titles('/feeds/themes/broad-harm')).toContain('Child Alpha: a review');
    const dates = ({ entries }: typeof before): unknown =>
      entries!.map(({ id, published }) => [id, published]);
    expect(dates(after)).toEqual(dates(before));
    const times = [before, without, after].map(({ updated }) => Date.parse(String(updated)));
    expect(times).toEqual(times.toSorted((one, next) => one - next));
    expect(new Set(times).size).toBe(3);
    expect(await tombstones('/feeds/themes/broad-harm.atom')).not.toContainEqual(
      expect.objectContaining({ ref: after.entries![0]!.id }),
    );
  });

  it('is gone from the feed of a publisher whose it is not any more', async () => {
    const [briefing] = await library.source.query<[{ id: string }]>(
      `select id from briefing where title = 'Briefing on sleep'`,
    );
    const moveTo = async (slug: string): Promise<unknown> =>
      await library.source.query(
        `update briefing set publisher_id = (select id from partnership where slug = $1) where id = $2`,
        [slug, briefing.id],
      );
    const gone = expect.objectContaining({ ref: `urn:uuid:${briefing.id}` });
    const [before, after] = ['marfield-safeguarding-partnership', 'guides-co'];
    await moveTo(after);
    expect(await titles(`/feeds/publishers/${before}`)).toEqual(EVERY.slice(0, 2));
    expect(await titles(`/feeds/publishers/${after}`)).toEqual(['Briefing on sleep', 'A guide']);
    expect(await tombstones(`/feeds/publishers/${before}.atom`)).toContainEqual(gone);
    for (const path of [`/feeds/publishers/${after}.atom`, '/feeds/kinds/briefing.atom', '/feeds/all.atom'])
      expect(await tombstones(path)).not.toContainEqual(gone);
    await moveTo(before);
    expect(await tombstones(`/feeds/publishers/${before}.atom`)).not.toContainEqual(gone);
    expect(await tombstones(`/feeds/publishers/${after}.atom`)).toContainEqual(gone);
  });

  it('as a theme or a publisher has no feed any more, which is said', async () => {
    await takeAway('/themes/other-harm');
    for (const ending of ['rss', 'atom', 'json']) {
      const answer = await get(`/feeds/themes/other-harm.${ending}`);
      expect([answer.status, answer.type]).toEqual([410, 'application/problem+json; charset=utf-8']);
    }
    expect((await get('/feeds/all.rss')).text).not.toContain('Other harm');
  });
});

describe('the feed of recommendations', () => {
  const path = '/feeds/kinds/recommendation';
  const asking = (label: string, texts: string[], more: object = {}): object =>
    review(label, 'Broad harm', {
      ...more,
      recommendations: texts.map((text, at) => ({
        number: String(at + 1),
        text,
        addressees: ['Marfield Police', 'Marfield Council'],
        themes: ['Broad harm'],
      })),
    });
  const seconds = async (): Promise<Map<string, number>> =>
    new Map(
      (await entries(`${path}.atom`)).map(({ id, published }) => [id!, Date.parse(String(published)) / 1000]),
    );
  const rising = (dates: number[]): boolean => dates.every((date, at) => at === 0 || date < dates[at - 1]!);

  it('brings each with whom it asks and the review that asks it, in the order of the review', async () => {
    expect(await titles(path)).toEqual([]);
    await library.add([
      asking('Child Gamma', [
        'Ask <b>who</b> else lives there.',
        ...Array.from({ length: 10 }, (_, at) => `Do ${at}.`),
      ]),
      asking('Child Delta', ['Say so.'], {
        ...{ summarised: true, sources: [{ title: 'Newsletter' }], publishedOn: '2024-02' },
      }),
    ]);
    expect(await titles(path)).toEqual([
      ...['Child Delta: recommendation 1'],
      ...Array.from({ length: 11 }, (_, at) => `Child Gamma: recommendation ${at + 1}`),
    ]);
    const { items, description } = parseRssFeed((await get(`${path}.rss`)).text);
    expect(description).toMatch(/^What the library adds: recommendations, the newest first\./);
    expect(items?.[1]).toMatchObject({
      link: `${ORIGIN}/recommendations/marfield-child-gamma-2011/1`,
      description: 'Ask <b>who</b> else lives there.',
      categories: [{ name: 'Broad harm' }],
      dc: { creators: [PUBLISHER] },
    });
    expect(items?.[1]?.content?.encoded).toContain(
      `<p>For Marfield Council; Marfield Police · ${PUBLISHER} · Local child safeguarding practice review · May 2011</p>`,
    );
    expect(items?.[0]?.description).toBe('Say so.\nSummary by this library.');
    expect((await get('/recommendations')).text).toContain(`href="${path}.atom"`);
    expect((await get('/recommendations?agency=marfield-police')).text).not.toContain(path);
  });

  it('dates each in a second of its own, none ahead of the clock, and what comes later after all of them', async () => {
    const before = await seconds();
    expect(rising([...before.values()])).toBe(true);
    for (const date of before.values()) expect(date * 1000).toBeLessThanOrEqual(Date.now());
    await library.add([asking('Child Epsilon', ['First.', 'Second.', 'Third.'])]);
    const after = await seconds();
    expect(rising([...after.values()])).toBe(true);
    expect([...after].slice(3)).toEqual([...before]);
  });

  it('loses what is withdrawn, alone or with its review, and Atom says so; the others keep their dates', async () => {
    const before = await seconds();
    const ids = [...before.keys()];
    expect((await tombstones(`${path}.atom`)).filter(({ ref }) => ids.includes(ref))).toEqual([]);
    await takeAway('/recommendations/marfield-child-gamma-2011/3');
    await takeAway('/reviews/marfield-child-epsilon-2011', 'identifies-someone');
    const after = await seconds();
    const gone = ids.filter((id) => !after.has(id));
    expect(gone).toHaveLength(4);
    expect([...after]).toEqual([...before].filter(([id]) => !gone.includes(id)));
    expect((await tombstones(`${path}.atom`)).map(({ ref }) => ref)).toEqual(expect.arrayContaining(gone));
    for (const ending of ['rss', 'atom', 'json'])
      expect((await get(`${path}.${ending}`)).text).not.toMatch(
        /epsilon|recommendations\/marfield-child-gamma-2011\/3</i,
      );
    for (const feed of ['/feeds/all', '/feeds/themes/broad-harm'])
      expect((await tombstones(`${feed}.atom`)).filter(({ ref }) => ref === ids[3])).toEqual([]);
  });
});
