import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linesOn } from '../../clients/examples/learning.js';
import { everyItem, practiceReviews, type LibraryClient } from '../../clients/typescript/src/client.js';
import { exampleRequest } from '../../src/describing/example-request.js';
import { operationsOf, resolved, type Described } from '../../src/describing/openapi-types.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;
const HOST = 'https://reviews.example.gov.uk';
const example = async (name: string): Promise<string> => await readFile(`clients/examples/${name}`, 'utf8');

/** Everything public that answers JSON, with parameters as the description gives them. */
const reads = [...operationsOf(description)].flatMap(({ path, method, operation }) => {
  const asked = method === 'get' ? exampleRequest(description, path, operation) : null;
  const isOpen = operation.security?.some((need) => Object.keys(need).length === 0);
  const { content = {} } = resolved(description, operation.responses['200'] ?? { description: '' });
  if (asked === null || !isOpen || !('application/json' in content)) return [];
  const parameters = (operation.parameters ?? []).map((one) => resolved(description, one));
  const inPath = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, example: value }) => [name, value]);
  const query = Object.fromEntries(new URLSearchParams(asked.split('?')[1])) as Record<string, string>;
  return [{ path, params: { path: Object.fromEntries(inPath) as object, query } }];
});

describe('clients of the API', () => {
  let library: TestLibrary;
  let client: LibraryClient;
  beforeAll(async () => {
    library = await startLibrary('catalogue', null, { API_LIMIT: '0' });
    client = practiceReviews({ baseUrl: `${library.url}/`, mailto: 'web@council.example' });
  });
  afterAll(async () => await library.close());

  it('has something to ask', () => expect(reads.length).toBeGreaterThan(12));

  it.each(reads)('in TypeScript: $path is answered', async ({ path, params }) => {
    const { data, error, response } = await client.GET(path as never, { params } as never);
    expect([path, response.status, error]).toEqual([path, 200, undefined]);
    expect(data).toEqual(expect.any(Object));
    expect(response.url).toContain('mailto=web%40council.example');
  });

  it('in TypeScript: items have their types, over all pages, and problems theirs', async () => {
    const titles: string[] = [];
    const first = await client.GET('/api/v1/reviews', { params: { query: { limit: 100 } } });
    for await (const { title } of everyItem((page) =>
      client.GET('/api/v1/reviews', { params: { query: { page, limit: 100, sort: 'title' } } }),
    ))
      titles.push(title);
    expect(titles).toHaveLength(first.data!.total);
    const { error, response } = await client.GET('/api/v1/themes/{slug}', {
      params: { path: { slug: 'no-such-theme' } },
    });
    expect([response.status, error?.code]).toEqual([404, 'not-found']);
    // @ts-expect-error -- there is no such address
    await client.GET('/api/v1/nothing', {});
  });

  it('in TypeScript: a key that is not good is told so', async () => {
    const { error, response } = await practiceReviews({ baseUrl: library.url, key: 'no-key' }).GET(
      '/api/v1/themes',
      {},
    );
    expect([response.status, error?.code]).toEqual([401, 'not-signed-in']);
  });

  it('by the example in TypeScript', async () => {
    const lines = await linesOn('parental-mental-health', library.url);
    expect(lines).not.toEqual([]);
    expect(lines.every((line) => line.includes(' – '))).toBe(true);
  });

  it('by the example for a command line', async () => {
    const { stdout } = await promisify(execFile)('bash', ['clients/examples/curl.sh'], {
      env: { ...process.env, LIBRARY: library.url },
    });
    const [answer, again] = stdout.trim().split('\n');
    expect((JSON.parse(answer!) as { items: unknown[] }).items).toHaveLength(3);
    expect(again).toBe('304');
  });

  it.each([['learning.ps1'], ['power-automate.md']])('by the addresses in %s', async (name) => {
    const addresses = [
      ...(await example(name)).matchAll(/https:\/\/reviews\.example\.gov\.uk[^\s'"`]*/g),
    ].map(([one]) => one);
    expect(addresses).not.toEqual([]);
    for (const address of addresses) {
      const answer = await fetch(address.replace(HOST, library.url));
      expect([address, answer.status]).toEqual([address, 200]);
      const body = (await answer.json()) as { items?: { statement?: string; review: { title: string } }[] };
      if (address.includes('learning')) expect(body.items![0]!.review.title).toEqual(expect.any(String));
    }
  });

  it('by the query in reviews.pq, with the columns that it takes', async () => {
    const text = await example('reviews.pq');
    const [, path, query] = /RelativePath = "([^"]+)", Query = \[([^\]]+)\]/.exec(text)!;
    const parameters = [...query!.matchAll(/(\w+) = (?:"([^"]*)"|Text\.From\(number\))/g)].map(
      ([, name, value = '1']): [string, string] => [name!, value],
    );
    expect(parameters.map(([name]) => name)).toEqual(['sort', 'limit', 'page']);
    const answer = await fetch(`${library.url}/${path}?${new URLSearchParams(parameters).toString()}`);
    expect(answer.status).toBe(200);
    const { items, total } = (await answer.json()) as { items: object[]; total: number };
    expect(total).toBeGreaterThan(0);
    const columns = [.../\{("title"[^}]+)\}/.exec(text)![1]!.matchAll(/"(\w+)"/g)].map(([, name]) => name!);
    expect(Object.keys(items[0]!)).toEqual(expect.arrayContaining(columns));
  });
});
