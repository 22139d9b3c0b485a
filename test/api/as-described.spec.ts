import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  operationsOf,
  resolved,
  type Described,
  type DescribedParameter,
  type DescribedSchema,
} from '../../src/describing/openapi-types.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { AsDescribed, type Answer } from '../support/as-described.js';
import { aReview } from '../support/find.js';

const REQUESTS = 700;
const SEED = 1201;

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;
const described = new AsDescribed(description);
const open = [...operationsOf(description)].filter(
  ({ method, path, operation }) =>
    method === 'get' &&
    path.startsWith('/api/') &&
    operation.security?.some((need) => Object.keys(need).length === 0) &&
    // What streams or is no JSON has tests of its own.
    Object.keys(resolved(description, operation.responses['200']!).content ?? {}).includes(
      'application/json',
    ),
);

/** Made-up records, of which some are withdrawn. */
const RECORDS = [
  {
    ...aReview('Marfield Safeguarding Partnership', 'Child Z', '2024-05', [
      ['Domestic abuse', 'Nobody asked who lived there.'],
      ['A theme nobody has named', 'It was named once.'],
    ]),
    recommendations: [
      {
        number: '1',
        text: 'Ask who lives in the home.',
        themes: ['Domestic abuse'],
        addressees: ['Marfield Police'],
        scope: 'local',
      },
      { number: null, text: 'See every adult.', themes: [], addressees: [] },
    ],
    documents: [{ kind: 'full-report', title: 'Report', url: 'https://marfield.example/z.pdf' }],
  },
  aReview('Marfield Safeguarding Partnership', 'Child Gone', '2023', [['Self-neglect', 'It is gone.']]),
  {
    kind: 'briefing',
    publisher: 'Marfield Safeguarding Partnership',
    title: 'Gone briefing',
    themes: ['Self-neglect'],
  },
  { kind: 'resource', title: 'Gone resource', type: 'training', themes: ['Self-neglect'] },
];
const GONE = ['/reviews/marfield-child-gone-2023', '/briefings/gone-briefing', '/resources/gone-resource'];

/** Values that every list and record of the library may be asked for, by the name of a parameter. */
type Known = Record<string, string[]>;

interface Asked {
  path: string;
  address: string;
  method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  headers: Record<string, string>;
}

/** They have the records of lists, whose fields are described there. */
const OF_LISTS = ['/api/v1/changes', '/api/v1/export/{file}'];
/** The addresses whose answers hold a field that is deprecated. */
const deprecating = new Set([
  ...OF_LISTS,
  ...open.flatMap(({ path, operation }) =>
    Object.values(resolved(description, operation.responses['200']!).content ?? {}).some(({ schema }) =>
      holdsDeprecated(schema),
    )
      ? [path]
      : [],
  ),
]);

function holdsDeprecated(schema: unknown, seen = new Set<string>()): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { $ref, deprecated } = schema as DescribedSchema;
  if (deprecated) return true;
  if ($ref === undefined) return Object.values(schema).some((inner) => holdsDeprecated(inner, seen));
  const name = $ref.split('/').at(-1)!;
  if (seen.has(name)) return false;
  seen.add(name);
  return holdsDeprecated(description.components.schemas[name], seen);
}

const WRONG = [
  '',
  ' ',
  'zzz-unknown',
  '-1',
  '0',
  '1e9',
  'true',
  '\u0000',
  '🙂',
  'a'.repeat(201),
  '../..',
  "' or 1=1",
  '%',
];

const ODD_HEADS: Record<string, string>[] = [
  ...['text/html', 'application/xml', 'text/html,*/*;q=0.1', 'application/json;q=0', '*/*;q=0', ','].map(
    (accept) => ({ accept }),
  ),
  ...['application/problem+json', 'no media type', `${'a'.repeat(4000)}/b`].map((accept) => ({ accept })),
  ...['identity;q=0', '*;q=0', 'zip'].map((encoding) => ({ 'accept-encoding': encoding })),
  ...[{ 'accept-language': 'fr' }, { range: 'bytes=0-10' }, { 'if-match': '"x"' }, { cookie: 'session=x' }],
  ...[{ 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }, { 'if-none-match': 'no mark' }],
  ...[{ 'if-unmodified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }, { 'content-type': 'application/xml' }],
  ...[{ authorization: 'Basic eDp5' }, { authorization: 'Bearer' }, { 'x-http-method-override': 'DELETE' }],
  { 'odata-version': '4.0', 'odata-maxversion': '4.0' },
];

describe('every public address of the API', () => {
  let library: TestLibrary;
  let known: Known;

  beforeAll(async () => {
    library = await startLibrary('fixtures', undefined, { API_LIMIT: '0' });
    await library.add(RECORDS);
    for (const address of GONE)
      await withdraw(library.source, WITHDRAWABLE_NOUNS, address, 'publisher-request');
    await library.settled();
    const all = async (sql: string): Promise<string[]> =>
      (await library.source.query<{ value: string }[]>(sql)).map(({ value }) => value);
    const slugs = async (table: string): Promise<string[]> => await all(`select slug as value from ${table}`);
    const recommendations = await all(`select id as value from recommendation`);
    known = {
      ...{
        theme: await slugs('theme'),
        publisher: await slugs('partnership'),
        agency: await slugs('agency'),
      },
      ...{ '/themes/': await slugs('theme'), '/reviews/': await slugs('review') },
      ...{ '/briefings/': await slugs('briefing'), '/resources/': await slugs('resource') },
      ...{ '/partnerships/': await slugs('partnership'), '/agencies/': await slugs('agency') },
      ...{ '/recommendations/': recommendations, review: await slugs('review') },
      ...{ q: ['domestic abuse', 'CCE', 'unseen adults', 'self neglct', 'child z', 'hoarding', 'a'] },
      ...{ number: ['1', ...recommendations.map((id) => id.slice(0, 8))] },
      mailto: ['ann@council.example'],
    };
  });
  afterAll(async () => await library.close());

  it(`answers ${REQUESTS} varied requests as it is described, by two validators`, async () => {
    const asked = fc.sample(requests(known), { numRuns: REQUESTS, seed: SEED });
    const etags = new Map<string, string>();
    const statuses = new Map<number, number>();
    const paths = new Set<string>();
    const faults: string[] = [];
    let filled = 0;
    const one = async ({ path, address, method, headers }: Asked): Promise<void> => {
      const kept = etags.get(address);
      const conditional: Record<string, string> =
        method === 'GET' && headers.conditional && kept ? { 'if-none-match': kept } : {};
      const { conditional: _, ...heads } = headers;
      const answer = await ask(`${library.url}${address}`, method, { ...heads, ...conditional });
      const etag = answer.headers.get('etag');
      if (etag) etags.set(address, etag);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      paths.add(path);
      if (/"items":\[\{/.test(answer.text)) filled += 1;
      const found =
        method === 'HEAD'
          ? answer.text === ''
            ? []
            : ['HEAD has a body']
          : described.faults('get', path, answer);
      faults.push(...found.map((fault) => `${method} ${address} ${answer.status}: ${fault}`));
      if (answer.status === 200 && answer.headers.has('deprecation') !== deprecating.has(path))
        faults.push(`${address} is marked otherwise than described: ${answer.headers.get('deprecation')}`);
    };
    // Twice in a row: the second may be answered with 304.
    for (const request of asked) {
      await one(request);
      if (request.headers.conditional) await one(request);
    }
    expect(faults.slice(0, 20)).toEqual([]);
    expect([...paths].sort()).toEqual([...new Set(open.map(({ path }) => path))].sort());
    expect(filled).toBeGreaterThan(REQUESTS / 10);
    expect(deprecating.size).toBeGreaterThan(3);
    // Had one of these not come, nothing would have been seen of it.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 304, 400, 401, 404, 405, 410]));
  });

  it('answers JSON that is described whatever the head of a request says, errors too', async () => {
    const faults: string[] = [];
    const statuses = new Set<number>();
    for (const { path } of open) {
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const [, noun = ''] = /^\/api\/v1(?:\/embed)?(\/\w+\/)/.exec(path) ?? [];
        return encodeURIComponent((known[name] ?? known[noun] ?? known.publisher!)[0]!);
      });
      const gone = GONE.map((one) => `/api/v1${one}`).filter(
        (one) => path.includes('{slug}') && one.startsWith(path.split('{')[0]!),
      );
      const words = /\/(?:search|suggest)$/.test(path) ? '?q=domestic' : '';
      for (const asked of [
        address + words,
        `${address}?colour=red`,
        `${path.split('{')[0]}zzz-none`,
        ...gone,
      ]) {
        // What is not below this address is described by another.
        if (asked.endsWith('zzz-none') && !/\/\{\w+\}$/.test(path)) continue;
        await Promise.all(
          ODD_HEADS.map(async (heads) => {
            const answer = await ask(`${library.url}${asked}`, 'GET', heads);
            statuses.add(answer.status);
            faults.push(
              ...described
                .faults('get', path, answer)
                .map((fault) => `${asked} ${JSON.stringify(heads)} ${answer.status}: ${fault}`),
            );
          }),
        );
      }
    }
    for (const path of ['/health/live', '/health/ready'])
      for (const method of ['GET', 'POST']) {
        const answer = await ask(library.url + path, method, { accept: 'text/html' });
        statuses.add(answer.status);
        faults.push(...described.faults('get', path, answer).map((fault) => `${method} ${path}: ${fault}`));
      }
    expect(faults.slice(0, 20)).toEqual([]);
    expect([...statuses].sort()).toEqual([200, 400, 404, 405, 410]);
  });

  it('would be seen, were an answer otherwise', () => {
    const headers = new Headers({ 'content-type': 'application/json', 'x-request-id': '1', etag: '"1"' });
    const list = { page: 1, limit: 20, total: 0, unknown: [], items: [] as object[] };
    const faults = (body: object, status = 200): string[] =>
      described.faults('get', '/api/v1/themes', { status, headers, text: JSON.stringify(body) });
    expect(faults({ ...list, total: null })).toEqual([expect.stringMatching(/^\/total /)]);
    expect(faults({ ...list, extra: 1 })).toEqual([expect.stringMatching(/additional/)]);
    expect(faults({ ...list, items: [{ slug: 'x' }] })).not.toEqual([]);
    expect(faults({}, 418)).toEqual(['status 418 is not described']);
  });
});

async function ask(address: string, method: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(address, { method, headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Requests of every sort: filters in combinations, pages, values that nothing has, values that are none, other methods. */
const requests = (known: Known): fc.Arbitrary<Asked> =>
  fc.constantFrom(...open).chain(({ path, operation }) => {
    const parameters = [...(operation.parameters ?? []), ...(description.paths[path]!.parameters ?? [])].map(
      (one) => resolved(description, one),
    );
    const inPath = parameters.filter((one) => one.in === 'path');
    const inQuery = parameters.filter((one) => one.in === 'query');
    return fc
      .record({
        filled: fc.tuple(...inPath.map((one) => valueOf(known, path, one))),
        query: fc.tuple(
          ...inQuery.map((one) =>
            fc.oneof(
              { weight: 4, arbitrary: fc.constant([]) },
              { weight: 1, arbitrary: valuesOf(known, path, one) },
            ),
          ),
        ),
        // A parameter that does not exist.
        unknown: fc
          .boolean()
          .chain((is) => (is ? fc.constantFrom('', '', '', '', 'colour=red') : fc.constant(''))),
        method: fc.oneof(
          { weight: 20, arbitrary: fc.constant('GET' as const) },
          { weight: 1, arbitrary: fc.constantFrom('HEAD' as const, 'POST' as const, 'DELETE' as const) },
        ),
        headers: fc.constantFrom<Record<string, string>>(
          ...Array.from({ length: 12 }, () => ({})),
          ...Array.from({ length: 4 }, () => ({ conditional: 'yes' })),
          { authorization: 'Bearer not-a-key' },
          { accept: 'application/json' },
          { accept: '*/*' },
        ),
      })
      .map(({ filled, query, unknown, method, headers }) => {
        let at = 0;
        const address = path.replace(/\{\w+\}/g, () => encodeURIComponent(filled[at++]!));
        const search = inQuery.flatMap(({ name }, index) =>
          query[index]!.map((value) => `${name}=${encodeURIComponent(value)}`),
        );
        if (unknown) search.push(unknown);
        return {
          path,
          address: `${address}${search.length > 0 ? `?${search.join('&')}` : ''}`,
          method,
          headers,
        };
      });
  });

/** In a path: mostly what there is, for else little would be seen. */
function valueOf(known: Known, path: string, { name }: DescribedParameter): fc.Arbitrary<string> {
  const [, noun = ''] = /^\/api\/v1(\/\w+\/)/.exec(path) ?? [];
  const there = known[name] ?? known[noun] ?? ['none'];
  const gone = GONE.filter((address) => address.startsWith(noun)).map((address) =>
    address.replace(/^.*\//, ''),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...there) },
    { weight: 2, arbitrary: fc.constantFrom(...(gone.length > 0 ? gone : there)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...WRONG.filter((value) => /^[^./]+$/.test(value) && value.trim() !== '')),
    },
  );
}

function valuesOf(known: Known, path: string, parameter: DescribedParameter): fc.Arbitrary<string[]> {
  const { schema, name } = parameter;
  const isList = schema.type === 'array';
  const one = fc.oneof(
    { weight: 9, arbitrary: goodValue(known, name, isList ? schema.items! : schema) },
    { weight: 1, arbitrary: fc.constantFrom(...WRONG) },
  );
  return fc.array(one, { minLength: 1, maxLength: isList ? 3 : 1 });
}

function goodValue(known: Known, name: string, schema: DescribedSchema): fc.Arbitrary<string> {
  const { type, enum: values, minimum = 0, maximum = 50, examples = [] } = schema;
  if (known[name]) return fc.constantFrom(...known[name], ...examples.map(String));
  if (values) return fc.constantFrom(...values.map(String));
  if (type === 'boolean') return fc.constantFrom('true', 'false');
  if (type === 'integer')
    return fc
      .oneof(fc.integer({ min: minimum, max: minimum + 3 }), fc.integer({ min: minimum, max: maximum }))
      .map(String);
  return fc.constantFrom('unknown', 'seven-minute', 'training', 'joint-partnership', ...examples.map(String));
}
