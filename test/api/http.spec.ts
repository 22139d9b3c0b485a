import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as rawRequest, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { KeyService } from '../../src/accounts/keys/key.service.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { routesOf } from '../../src/platform/http/access/routes.js';
import { ERROR_STATUSES } from '../../src/platform/http/errors/error-statuses.js';
import { ContentState } from '../../src/publishing/content-state.js';
import { schedule } from '../../src/publishing/schedule.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { Review } from '../../src/reviews/review.entity.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { aReview } from '../support/find.js';
import { eventually } from '../support/eventually.js';
import { Records } from '../support/records.js';
import { readingsOfState, statementsOf } from '../support/statements.js';
import { signedIn } from '../support/visitor.js';

let library: TestLibrary;
let records: Records;

const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  await fetch(library.url + path, { headers, method });
const etagOf = async (path: string): Promise<string> => {
  const answer = await ask(path);
  await answer.text();
  return answer.headers.get('etag')!;
};
/** As a caller of `fetch()` asks: beside an `If-None-Match` of theirs it sends `Cache-Control: no-cache`. */
const again = async (path: string, etag: string): Promise<Response> =>
  await ask(path, { 'if-none-match': etag });

/** Asks without what a client does by itself. */
async function plain(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return await new Promise((done, fail) => {
    const asked = rawRequest(library.url + path, { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

const takeBack = async (address: string): Promise<unknown> =>
  await withdraw(library.source, WITHDRAWABLE_NOUNS, address, 'publisher-request');

beforeAll(async () => {
  library = await startLibrary('empty');
  records = new Records(library.source);
  await library.add([aReview('Firstshire Partnership', 'Child First', '2019', [['Housing', 'Cold rooms.']])]);
  const theme = await records.aTheme('Cold homes');
  for (let number = 1; number <= 5; number += 1) {
    const label = `Child ${number}`;
    const review = await records.aReview({ label, publishedOn: `2020-0${number}-01`, learning: [theme] });
    await records.aRecommendation(review, { themes: [theme] });
  }
  await library.settled();
});
afterAll(async () => await library?.close());

describe('an answer that somebody has', () => {
  it.each(['/api/v1/reviews', '/api/v1/reviews/review-child-1', '/api/v1/search?q=cold', '/api/v1/themes'])(
    '%s is not sent again, and is not made again either',
    async (path) => {
      const etag = await etagOf(path);
      let answer!: Response;
      const statements = await statementsOf(async () => (answer = await again(path, etag)));
      expect([answer.status, await answer.text()]).toEqual([304, '']);
      expect(statements).toEqual([]);
      const { headers } = answer;
      expect([headers.get('etag'), headers.get('cache-control'), headers.get('vary')]).toEqual([
        ...[etag, 'no-cache', 'Accept-Encoding'],
      ]);
      expect(headers.get('link')).toContain('rel="describedby"');
      expect(headers.has('content-type')).toBe(false);
    },
  );

  it('is known by any mark that names it, also when it is made anew', async () => {
    const path = '/api/v1/reviews?limit=2';
    const etag = await etagOf(path);
    const marks = [etag, etag.slice(2), `"other", ${etag}`, '*'];
    for (const mark of marks) expect([mark, (await again(path, mark)).status]).toEqual([mark, 304]);
    for (const mark of ['"other"', '', 'W/"']) expect((await again(path, mark)).status).toBe(200);
    await records.aTheme('Something else');
    expect((await again(path, etag)).status).toBe(304);
    expect((await ask(path, { 'if-none-match': etag }, 'HEAD')).status).toBe(304);
  });

  it('is the same whatever the order of parameters, and whoever asks', async () => {
    const etag = await etagOf('/api/v1/reviews?limit=3&page=1');
    const statements = await statementsOf(async () => {
      for (const path of ['page=1&limit=3', 'page=1&mailto=a@b.example&limit=3', 'page%5B%5D=1&limit[0]=3']) {
        const answer = await again(`/api/v1/reviews?${path}`, etag);
        expect(answer.status).toBe(304);
        expect(answer.headers.get('link')).not.toContain('mailto');
      }
    });
    expect(statements).toEqual([]);
  });

  it('goes by one reading of the state for all who ask at the same time', async () => {
    const content = library.app.get(ContentState);
    // No state of before it holds any more.
    await library.source.query('update own_partnership set partnership_id = partnership_id');
    const readings = await readingsOfState(
      async () => await Promise.all(Array.from({ length: 40 }, async () => await content.now())),
    );
    expect([1, 2]).toContain(readings);
  });

  it('goes by one reading of the state for those who ask soon after another', async () => {
    const content = library.app.get(ContentState);
    const readings = await readingsOfState(async () => {
      for (let asked = 0; asked < 2000; asked += 1) await content.now();
    });
    expect(readings).toBeLessThan(2000);
  });

  it('goes by no reading of before a change, however soon the change comes after it', async () => {
    const content = library.app.get(ContentState);
    for (let change = 0; change < 60; change += 1) {
      const { revision } = await content.now();
      // Nothing is seen of it but that content changed, so that it is committed as fast as can be.
      await library.source.query('update own_partnership set partnership_id = partnership_id');
      expect((await content.now()).revision).not.toBe(revision);
    }
  });

  it('is compressed for those who take it, once, and not for others', async () => {
    const path = '/api/v1/reviews?limit=5';
    const { body } = await plain(path, {});
    for (const _ of ['made', 'kept']) {
      for (const [accepted, encoding, open] of [
        ['gzip, deflate', 'gzip', gunzipSync],
        ['br', 'br', brotliDecompressSync],
        ['gzip;q=0', undefined, (given: Buffer) => given],
        ['identity', undefined, (given: Buffer) => given],
      ] as const) {
        const answer = await plain(path, { 'accept-encoding': accepted });
        expect([accepted, answer.headers['content-encoding']]).toEqual([accepted, encoding]);
        expect(answer.headers.vary).toBe('Accept-Encoding');
        expect(open(answer.body).equals(body)).toBe(true);
      }
    }
  });

  it('has a head of its own', async () => {
    for (const path of ['/api/v1/reviews?limit=1&page=2', '/api/v1/reviews/review-child-2']) {
      const first = await plain(path, {}, 'HEAD');
      const read = await plain(path, {});
      const kept = await plain(path, {}, 'HEAD');
      for (const { status, headers, body } of [first, kept]) {
        expect([status, body.length]).toEqual([200, 0]);
        for (const name of ['etag', 'content-length', 'content-type', 'link', 'cache-control'])
          expect([name, headers[name]]).toEqual([name, read.headers[name]]);
      }
    }
  });

  it('has the head of what is read in each encoding, whether it was made for a head or for a body', async () => {
    for (const [accepted, encoding] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0.5, gzip', 'gzip'],
      ['gzip, br', 'gzip'],
      ['gzip;q=0.5, identity', undefined],
    ] as const)
      for (const order of [
        ['GET', 'GET', 'HEAD'],
        ['HEAD', 'GET', 'HEAD'],
      ]) {
        // Another library each time, as far as what is kept is concerned.
        const headers = { 'accept-encoding': accepted, host: `${order[0]}.${accepted.length}.example` };
        const answers = [];
        for (const method of order) answers.push(await plain('/api/v1/reviews?limit=4', headers, method));
        const { length } = answers[1]!.body;
        for (const { headers: said } of answers)
          expect([accepted, said['content-encoding'], said['content-length']]).toEqual([
            ...[accepted, encoding, String(length)],
          ]);
      }
  });

  it('is told from that of another address, whatever is said of the site', async () => {
    const path = '/embed/themes/cold-homes';
    const page = await plain(path, { host: 'library.example/api/v1' });
    expect(page.headers['content-type']).toContain('text/html');
    const answer = await plain(`/api/v1${path}`, { host: 'library.example' });
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it('is the same for a key, and is not kept for whoever is signed in', async () => {
    const path = '/api/v1/reviews?limit=5';
    const etag = await etagOf(path);
    const wish = { name: 'Intranet', scopes: ['library:read' as const], role: null, days: 30 };
    const { key } = await library.app
      .get(KeyService)
      .make({ ...wish, partnershipId: null, agencyId: null }, BY_THE_SYSTEM);
    const keyed = await ask(path, { authorization: `Bearer ${key}`, 'if-none-match': etag });
    expect(keyed.status).toBe(304);
    const partnership = await records.aPartnership();
    const { visitor } = await signedIn(library, { role: 'reader', partnershipId: partnership.id });
    const statements = await statementsOf(async () => {
      const answer = await visitor.get(path);
      expect([answer.status, answer.headers.get('etag') !== null]).toEqual([200, true]);
    });
    expect(statements.some((sql) => sql.includes('public_review'))).toBe(true);
  });
});

describe('an answer that is kept', () => {
  async function waiting(label: string, seconds: number): Promise<Review> {
    const review = await records.aReview({ label, publishedOn: '2024-05-01', state: 'draft' });
    const [clock] = await library.source.query<{ now: Date }[]>('select now()');
    await library.source.transaction(
      async (manager) =>
        await schedule(manager, 'review', review.id, new Date(clock!.now.getTime() + seconds * 1000)),
    );
    return review;
  }

  it('goes with the next answer when something in it is withdrawn', async () => {
    await library.add([
      aReview('Firstshire Partnership', 'Child Wren', '2024', [['Housing', 'Damp rooms.']]),
    ]);
    const { slug } = await library.source.getRepository(Review).findOneByOrFail({ label: 'Child Wren' });
    const paths = [`/api/v1/reviews/${slug}`, '/api/v1/reviews', '/api/v1/search?q=wren'];
    for (const path of paths) expect(await (await ask(path)).text()).toContain('Child Wren');
    const etags = await Promise.all(paths.map(etagOf));
    for (const [at, path] of paths.entries()) expect((await again(path, etags[at]!)).status).toBe(304);
    await takeBack(`/reviews/${slug}`);
    const next = await Promise.all(paths.map(async (path, at) => await again(path, etags[at]!)));
    expect(next.map(({ status }) => status)).toEqual([410, 200, 200]);
    for (const answer of next.slice(1)) expect(await answer.text()).not.toContain('Child Wren');
    // Nor is it kept that it is gone.
    expect(next[0]!.headers.get('etag')).not.toBe(etags[0]);
  });

  it('goes with the next answer when an embargo ends, by the clock alone', async () => {
    const review = await waiting('Child Waits', 3);
    const list = await etagOf('/api/v1/reviews');
    expect((await again('/api/v1/reviews', list)).status).toBe(304);
    expect((await ask(`/api/v1/reviews/${review.slug}`)).status).toBe(404);
    await eventually(async () => expect((await ask(`/api/v1/reviews/${review.slug}`)).status).toBe(200));
    const next = await again('/api/v1/reviews', list);
    expect(next.status).toBe(200);
    expect(await next.text()).toContain('Child Waits');
  });

  it('goes by no state of before an embargo ended once it has, to the millisecond', async () => {
    const content = library.app.get(ContentState);
    for (const label of ['Child Soon', 'Child Sooner', 'Child Soonest']) {
      const { id } = await waiting(label, 1);
      const { revision } = await content.now();
      const hasEnded = async (): Promise<boolean> => {
        const [row] = await library.source.query<{ over: boolean }[]>(
          'select visible_from <= clock_timestamp() as over from review where id = $1',
          [id],
        );
        return row!.over;
      };
      // Asked all the time, so that there is a state that still holds.
      while (!(await hasEnded())) await content.now();
      expect((await content.now()).revision).not.toBe(revision);
    }
  });

  it('is never older than a change that was over when it was asked for, however many ask', async () => {
    const [{ id }] = (await library.source.query<{ id: string }[]>(
      `select id from review where slug = 'review-child-3'`,
    )) as [{ id: string }];
    let stop = false;
    const others = Array.from({ length: 8 }, async () => {
      while (!stop) await (await ask('/api/v1/reviews/review-child-3')).text();
    });
    try {
      for (let number = 0; number < 12; number += 1) {
        const title = `Title ${number}.`;
        await library.source.query('update review set title = $2 where id = $1', [id, title]);
        expect(await (await ask('/api/v1/reviews/review-child-3')).text()).toContain(title);
      }
    } finally {
      stop = true;
      await Promise.all(others);
    }
  });
});

describe('methods', () => {
  it.each([
    ['/api/v1/reviews', 'GET, HEAD, OPTIONS'],
    ['/api/v1/reviews/review-child-1', 'GET, HEAD, OPTIONS'],
    ['/reviews', 'GET, HEAD, OPTIONS'],
    ['/themes/cold-homes', 'GET, HEAD, OPTIONS'],
    ['/sign-in', 'GET, HEAD, POST, OPTIONS'],
    ['/health/live', 'GET, HEAD, OPTIONS'],
  ])('%s takes %s', async (path, allowed) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', ...(allowed.includes('POST') ? [] : ['POST'])]) {
      const answer = await ask(path, { accept: 'text/html' }, method);
      expect([path, method, answer.status, answer.headers.get('allow')]).toEqual([
        path,
        method,
        405,
        allowed,
      ]);
      const text = await answer.text();
      if (path.startsWith('/api')) expect(JSON.parse(text)).toMatchObject({ code: 'method-not-allowed' });
      else if (!path.startsWith('/health')) expect(text).toContain('id="contacts"');
    }
    const options = await ask(path, {}, 'OPTIONS');
    expect([options.status, options.headers.get('allow'), await options.text()]).toEqual([204, allowed, '']);
  });

  it('of what is not there are none', async () => {
    for (const path of ['/nothing', '/api/v1/nothing'])
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect([path, method, (await ask(path, {}, method)).status]).toEqual([path, method, 404]);
  });

  it('of every address are those that its routes declare', async () => {
    const readable = routesOf(library.app).filter(
      ({ method, path }) => method === 'GET' && !path.includes(':') && path.startsWith('/api/v1/'),
    );
    expect(readable.length).toBeGreaterThan(10);
    for (const { path } of readable)
      expect([path, (await ask(path, {}, 'DELETE')).status]).toEqual([path, 405]);
  });
});

describe('other sites', () => {
  const heads = ({ headers }: Response): unknown[] => [
    headers.get('access-control-allow-origin'),
    headers.get('cross-origin-resource-policy'),
    headers.get('access-control-allow-credentials'),
  ];

  it('may read what is public, errors too', async () => {
    const paths = ['', '/review-child-1', '/nothing', '?page=0', '?publsher=x', '/review-child-1/nothing'];
    for (const path of paths) {
      const answer = await ask(`/api/v1/reviews${path}`, { origin: 'https://intranet.example' });
      expect([path, ...heads(answer)]).toEqual([path, '*', 'cross-origin', null]);
      expect(answer.headers.get('access-control-expose-headers')).toBe(
        'ETag, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Deprecation, Sunset',
      );
    }
  });

  it('may read nothing of tracking, accounts and pages', async () => {
    for (const path of ['/api/v1/tracking/items', '/account', '/sign-in', '/reviews', '/'])
      expect([path, ...heads(await ask(path))]).toEqual([path, null, 'same-origin', null]);
    const preflight = await ask('/api/v1/tracking/items', { origin: 'https://evil.example' }, 'OPTIONS');
    expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
  });

  it('ask first what they may send, and need no key and no count for that', async () => {
    const answer = await ask(
      '/api/v1/reviews',
      {
        origin: 'https://intranet.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
      'OPTIONS',
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toBe(
      'If-None-Match, Authorization, Accept, Content-Type, odata-version',
    );
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    expect(answer.headers.get('ratelimit')).toBeNull();
  });
});

describe('links', () => {
  const linksOf = async (path: string): Promise<Record<string, string>> => {
    const links = (await ask(path)).headers.get('link') ?? '';
    const found = [...links.matchAll(/<([^>]*)>; rel="(\w+)"/g)];
    return Object.fromEntries(found.map(([, to, rel]) => [rel!, to!]));
  };
  const at = (path: string): string => library.url + path;

  it('lead through a list, to its page and to its description', async () => {
    const others = { describedby: at('/api/v1/openapi.json') };
    const list = '/api/v1/recommendations?limit=2&scope=local&scope=national';
    const page = (number: number): string =>
      at(`/api/v1/recommendations?limit=2&page=${number}&scope=local&scope=national`);
    await library.source.query(`update recommendation set scope = 'local'`);
    const alternate = '/recommendations?limit=2&scope=local&scope=national';
    expect(await linksOf(list)).toEqual({
      ...others,
      first: page(1),
      next: page(2),
      alternate: at(alternate),
    });
    const middle = await linksOf(`${list}&page=2&mailto=somebody@council.example`);
    expect(middle).toMatchObject({ first: page(1), prev: page(1), next: page(3) });
    expect(JSON.stringify(middle)).not.toContain('somebody');
    const last = await linksOf(`${list}&page=9`);
    expect([last.prev, last.next]).toEqual([page(3), undefined]);
    expect(await linksOf('/api/v1/partnerships?limit=100')).toEqual({
      ...{ ...others, first: at('/api/v1/partnerships?limit=100&page=1') },
    });
    expect(await linksOf('/api/v1/reviews/review-child-1')).toEqual({
      ...{ ...others, alternate: at('/reviews/review-child-1') },
    });
    expect(await linksOf('/api/v1/reviews/nothing')).toEqual({});
  });

  it('say nothing but addresses, whatever is asked', async () => {
    const other = await ask(`/api/v1/search?q=${encodeURIComponent('<a>"; rel="next", <b>é')}`);
    expect(other.headers.get('link')!.match(/<|>/g)).toHaveLength(6);
  });
});

describe('parameters', () => {
  it.each([
    ['/api/v1/reviews?publsher=x', '“publsher”. Did you mean “publisher”?'],
    ['/api/v1/reviews?per_page=x', 'This address takes '],
    ['/api/v1/reviews/review-child-1?fields=x', 'This address takes none.'],
    ['/api/v1/themes/cold-homes/learning?limt=1', 'Did you mean “limit”?'],
  ])('%s is refused: %s', async (path, said) => {
    const answer = await ask(path);
    const problem = (await answer.json()) as { detail: string; type: string };
    expect([answer.status, problem.type]).toEqual([400, `${library.url}/problems/invalid-request`]);
    expect(problem.detail).toContain(said);
  });

  it('are read as repeats however that is written', async () => {
    const bodies = await Promise.all(
      ['year=2020&year=2021', 'year[]=2020&year[]=2021', 'year[0]=2020&year[1]=2021', 'year%5B%5D=2020'].map(
        async (query) => ((await (await ask(`/api/v1/reviews?${query}`)).json()) as { total: number }).total,
      ),
    );
    expect(bodies).toEqual([5, 5, 5, 5]);
    expect((await ask('/api/v1/reviews?year[0][1]=2020')).status).toBe(400);
    expect((await ask('/api/v1/reviews/review-child-1?mailto=a@b.example')).status).toBe(200);
  });
});

describe('problems', () => {
  it('are explained where their type leads', async () => {
    const { type } = (await (await ask('/api/v1/nothing')).json()) as { type: string };
    const page = await fetch(type, { headers: { accept: 'text/html' } });
    expect([page.status, page.url]).toEqual([200, `${library.url}/problems/not-found`]);
    const list = await (await ask('/problems')).text();
    for (const [code, { title }] of Object.entries(ERROR_STATUSES)) {
      expect([code, list.includes(`/problems/${code}"`)]).toEqual([code, true]);
      expect(await (await ask(`/problems/${code}`)).text()).toContain(`>${title}</h1>`);
    }
    expect((await ask('/problems/nothing')).status).toBe(404);
  });
});
