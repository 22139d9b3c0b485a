import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PopularityQueries } from '../../src/popularity/popularity.queries.js';
import { PopularityService } from '../../src/popularity/popularity.service.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';

const PERSON = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/132.0',
  accept: 'text/html',
};

let library: TestLibrary;
let counts: PopularityService;
let popularity: PopularityQueries;

const open = async (path: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(library.url + path, { headers: PERSON, ...init })).status;
const stored = async (): Promise<Record<string, number>> => {
  await counts.flush();
  const rows = await library.source.query<{ slug: string; uses: number }[]>(
    'select t.slug, sum(u.uses)::int as uses from theme_use u join theme t on t.id = u.theme_id group by t.slug',
  );
  return Object.fromEntries(rows.map(({ slug, uses }) => [slug, uses]));
};
const used = async (slug: string, uses: number, daysAgo: number): Promise<unknown> =>
  await library.source.query(
    `insert into theme_use select current_date - $3::int, id, $2 from theme where slug = $1`,
    [slug, uses, daysAgo],
  );

beforeAll(async () => {
  library = await startLibrary('empty', null);
  counts = library.app.get(PopularityService);
  popularity = library.app.get(PopularityQueries);
  const records = new Records(library.source);
  const group = await records.aTheme('Group');
  const neglect = await records.aTheme('Neglect', { broader: group });
  const hoarding = await records.aTheme('Hoarding', { broader: group });
  await records.aTheme('Never seen', { broader: group });
  await records.aTheme('Old neglect', { replacedBy: neglect });
  const proposed = await records.aTheme('Proposed', { status: 'proposed' });
  await records.aReview({ publishedOn: '2020-01-01', learning: [neglect] });
  await records.aReview({ publishedOn: '2019-01-01', learning: [neglect] });
  await records.aReview({ publishedOn: '2021-01-01', learning: [hoarding, proposed] });
  await records.aReview({ label: 'Undated', learning: [neglect] });
});
afterAll(async () => await library.close());
beforeEach(async () => {
  await counts.flush();
  await library.source.query('delete from theme_use');
});

describe('a theme that is opened', () => {
  it('counts the themes that a search names, once a search and without its words', async () => {
    await open('/search?q=hoarding');
    await open('/search?q=hoarding&page=2');
    await open('/api/v1/search?q=hoarding');
    expect(await stored()).toEqual({ hoarding: 1 });
  });

  it('is counted for the day, and nothing but the number is stored', async () => {
    expect(await open('/themes/neglect')).toBe(200);
    expect(await open('/themes/neglect?utm_source=news')).toBe(200);
    expect(await open('/themes/hoarding')).toBe(200);
    expect(await stored()).toEqual({ neglect: 2, hoarding: 1 });
    const columns = await library.source.query<{ name: string }[]>(
      `select column_name as name from information_schema.columns where table_name = 'theme_use' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['day', 'theme_id', 'uses']);
  });

  it.each<[string, string, RequestInit]>([
    ['by a program', '/themes/neglect', { headers: { ...PERSON, 'user-agent': 'Googlebot/2.1' } }],
    ['by nobody who says who it is', '/themes/neglect', { headers: { ...PERSON, 'user-agent': '' } }],
    ['beforehand by a browser', '/themes/neglect', { headers: { ...PERSON, 'sec-purpose': 'prefetch' } }],
    ['for its headers alone', '/themes/neglect', { method: 'HEAD' }],
    ['at its next page', '/themes/neglect?page=2', {}],
    ['by a machine', '/api/v1/themes/neglect', {}],
    ['and is not there', '/themes/no-such-theme', {}],
  ])('%s is not counted', async (_who, path, init) => {
    await open(path, init);
    expect(await stored()).toEqual({});
  });
});

describe('counting', () => {
  it('adds what several instances count, and forgets what is no theme', async () => {
    counts.count(['neglect', 'neglect', 'no-such-theme']);
    await counts.flush();
    const other = new PopularityService(library.source);
    for (let n = 0; n < 3; n += 1) other.count(['neglect', 'hoarding']);
    counts.count(['hoarding']);
    await Promise.all([other.flush(), counts.flush(), other.flush()]);
    expect(await stored()).toEqual({ neglect: 4, hoarding: 4 });
  });

  it('keeps what cannot be written until it can', async () => {
    await library.owner.query('alter table theme_use rename to theme_use_away');
    counts.count(['neglect']);
    await counts.flush();
    counts.count(['neglect']);
    await library.owner.query('alter table theme_use_away rename to theme_use');
    expect(await stored()).toEqual({ neglect: 2 });
  });

  it('writes what is left at the end, and keeps days for little more than a year', async () => {
    await used('neglect', 3, 401);
    await used('neglect', 4, 399);
    const other = new PopularityService(library.source);
    other.onApplicationBootstrap();
    other.count(['hoarding']);
    await other.beforeApplicationShutdown();
    expect(await stored()).toEqual({ neglect: 4, hoarding: 1 });
  });
});

describe('popular themes', () => {
  it('are those of most reviews, without the groups, while hardly anything was counted', async () => {
    const byReviews = { by: 'reviews', themes: [{ slug: 'neglect' }, { slug: 'hoarding' }] };
    expect(await popularity.popular()).toMatchObject(byReviews);
    await used('hoarding', 4, 0);
    expect(await popularity.popular()).toMatchObject(byReviews);
  });

  it('are those used most lately, then those of most reviews', async () => {
    await used('never-seen', 5, 2);
    await used('neglect', 50, 30);
    const { by, themes } = await popularity.popular();
    expect(by).toBe('uses');
    expect(themes).toEqual([
      { slug: 'never-seen', label: 'Never seen' },
      { slug: 'neglect', label: 'Neglect' },
      { slug: 'hoarding', label: 'Hoarding' },
    ]);
    expect((await popularity.popular(31, 1)).themes).toEqual([{ slug: 'neglect', label: 'Neglect' }]);
  });

  it('are accepted ones that the public sees; a replaced one counts for the one to use instead', async () => {
    await used('proposed', 90, 1);
    await used('old-neglect', 3, 1);
    await used('hoarding', 2, 1);
    expect((await popularity.popular(30, 2)).themes.map(({ slug }) => slug)).toEqual(['neglect', 'hoarding']);
    expect((await popularity.popular()).themes.map(({ slug }) => slug)).not.toContain('proposed');
  });
});

describe('recent themes', () => {
  it('are accepted ones of the newest published reviews, first those that most of them carry', async () => {
    expect(await popularity.recent()).toEqual([
      { slug: 'neglect', label: 'Neglect' },
      { slug: 'hoarding', label: 'Hoarding' },
    ]);
    await library.source.query(`update review set state = 'withdrawn' where year = 2021`);
    expect(await popularity.recent()).toEqual([{ slug: 'neglect', label: 'Neglect' }]);
    await library.source.query(`update review set state = 'published' where year = 2021`);
    expect(await popularity.recent(1)).toHaveLength(1);
  });
});

describe('the home page', () => {
  it('shows them', async () => {
    const home = async (): Promise<string> => (await fetch(library.url, { headers: PERSON })).text();
    expect(await home()).toContain('Seen in most reviews');
    await used('never-seen', 5, 0);
    const html = await home();
    expect(html).toContain('Popular themes');
    expect(html.indexOf('/themes/never-seen')).toBeLessThan(html.indexOf('/themes/neglect'));
    expect(html).toContain('In the latest reviews');
  });
});
