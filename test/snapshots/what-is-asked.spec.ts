import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Meilisearch } from 'meilisearch';
import pg from 'pg';
import request from 'supertest';
import { routesOf } from '../../src/platform/http/access/routes.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { aReview } from '../support/find.js';
import { Records } from '../support/records.js';

// What every public page and list asks of PostgreSQL, and every search of Meilisearch, kept as text: a change shows itself
// here, and is taken on purpose with `npm run snapshots`.

/** What the library does by itself, in its own time; and in which state the content is, which is asked once in a while. */
const UPKEEP = /graphile_worker|pg_try_advisory_xact_lock_shared|search_state|max\(revision\)|unnest\(d\./;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

let library: TestLibrary;
let samples: Record<string, string>;

beforeAll(async () => {
  library = await startLibrary('fixtures', undefined, { PUBLIC_URL: 'https://library.example' });
  await library.add([
    {
      ...aReview('Snapshire Partnership', 'Snap', '2024', [['Domestic abuse', 'Nobody looked.']]),
      recommendations: [{ number: '1', text: 'Look.', themes: ['Domestic abuse'], addressees: ['Police'] }],
    },
    { kind: 'resource', type: 'training', title: 'Snap course', themes: ['Domestic abuse'] },
    {
      kind: 'briefing',
      title: 'Snap briefing',
      publisher: 'Snapshire Partnership',
      themes: ['Domestic abuse'],
    },
  ]);
  const [snap] = await library.source.query<[{ publisher: string; review: string }]>(
    `select publisher_id as publisher, id as review from review where label = 'Snap'`,
  );
  await new Records(library.source).aProgressReport(snap.publisher, snap.review);
  // The first search reads the whole library, and what only offers searches does not wait for that.
  await request(library.url).get('/').expect(200);
  const one = async (sql: string): Promise<string> =>
    (await library.source.query<{ value: string }[]>(sql))[0]?.value ?? 'none';
  samples = {
    themes: 'domestic-abuse',
    problems: 'gone',
    export: 'review.jsonl',
    reviews: await one(`select slug as value from review where label = 'Snap'`),
    briefings: await one(`select slug as value from briefing where title = 'Snap briefing'`),
    resources: await one(`select slug as value from resource where title = 'Snap course'`),
    publishers: 'snapshire-partnership',
    kinds: 'review',
    partnerships: await one(`select slug as value from partnership where name = 'Snapshire Partnership'`),
    learning: await one(`select id as value from learning_point where statement = 'Nobody looked.'`),
    agencies: await one(`select slug as value from agency where name = 'Police'`),
    recommendations: await one(`select id as value from recommendation where text = 'Look.'`),
  };
});
afterAll(async () => await library.close());

/** The public routes as the application has them, without files, descriptions, and what is for those who sign in or have a link. */
function routes(): string[] {
  const { router } = library.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  const paths = router.stack.flatMap(({ route }) => (route?.methods.get ? [String(route.path)] : []));
  const open = routesOf(library.app).flatMap(({ path, access }) => (access === 'public' ? [path] : []));
  return [...new Set(paths)]
    .filter(
      (path) =>
        open.includes(path) &&
        !/docs|openapi|swagger|assets|robots|favicon|health|calendar|^\/(?:sign-in|link|updates)|\*/.test(
          path,
        ),
    )
    .sort();
}

/** An address of a route: the noun before a parameter says what it stands for. */
const addressOf = (path: string): string =>
  path
    .replace(/\/([a-z-]+)\/:\w+(\/:\w+)?/g, (_, noun: string, part?: string) => {
      if (!samples[noun]) throw new Error(`${path}: give a sample of “${noun}” in this file`);
      return `/${noun}/${part === undefined ? samples[noun] : `${samples.reviews}/1`}`;
    })
    .replace(':format', 'atom') +
  (/(?:search|suggest)(?:\.:format)?$/.test(path) ? '?q=neglect' : '') +
  (path === '/oembed' ? '?url=https://library.example/themes/domestic-abuse' : '');

async function statements(address: string): Promise<string[]> {
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await request(library.url)
      .get(address)
      .expect((answer) => expect(answer.status).toBeLessThan(400));
    const calls = asked.mock.calls as unknown as [string | { text: string }][];
    const sql = calls.map(([statement]) => (typeof statement === 'string' ? statement : statement.text));
    return [...new Set(sql.filter((each) => !UPKEEP.test(each)).map(readable))].sort();
  } finally {
    asked.mockRestore();
  }
}

/** One clause a line, whatever the white space it was written with. */
const readable = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (?=(?:from|where|left join|join|group by|order by|union all|limit|with) )/g, '\n');

it('asks of PostgreSQL, route by route', async () => {
  expect(routes().length).toBeGreaterThan(20);
  for (const path of routes()) {
    // Content that changes empties every cache, so that each route asks for all that it needs.
    await library.source.query(`update theme set definition = definition where slug = 'domestic-abuse'`);
    expect(await statements(addressOf(path))).toMatchSnapshot(path);
  }
});

describe('asks of Meilisearch', () => {
  const SEARCHES: [name: string, query: Record<string, string | string[]>][] = [
    ['nothing, but a filter', { about: 'adults' }],
    ['the name of a theme', { q: 'parental mental health' }],
    ['two themes in other words', { q: "mum's drinking and an unknown boyfriend" }],
    ['an abbreviation', { q: 'C.S.E.' }],
    ['a misspelt word', { q: 'neglcet' }],
    ['what nobody says, with words let go', { q: 'zeppelin mooring masts' }],
    ['words under two filters', { q: 'unseen men', kind: ['review', 'briefing'], year: '2024' }],
    ['hostile marks', { q: '"x" OR theme = 1', publisher: 'a" OR id = "b' }],
  ];

  it.each(SEARCHES)('for %s', async (_, query) => {
    const asked = jest.spyOn(Meilisearch.prototype, 'multiSearch');
    try {
      await request(library.url).get('/api/v1/search').query(query).expect(200);
      const requests = asked.mock.calls.map(([parameters]) =>
        JSON.stringify(parameters)
          .replaceAll(/test-[0-9a-f]+/g, 'INDEX')
          .replaceAll(UUID, 'ID'),
      );
      expect([...new Set(requests)].sort().map((each) => JSON.parse(each) as unknown)).toMatchSnapshot();
    } finally {
      asked.mockRestore();
    }
  });
});
