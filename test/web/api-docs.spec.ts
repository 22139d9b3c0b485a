import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { operationsOf, type Described } from '../../src/describing/openapi-types.js';
import { ALL_TAGS } from '../../src/describing/tags.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;
const operations = [...operationsOf(description)];
const groups = ALL_TAGS.filter(({ name }) =>
  operations.some(({ operation }) => operation.tags?.includes(name)),
);

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one!);

describe('the pages about the API', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('fixtures', null, { PUBLIC_URL: 'https://library.example' });
  });
  afterAll(async () => await library.close());

  const page = async (path: string, status = 200): Promise<string> =>
    (
      await request(library.url)
        .get(path)
        .set('accept', 'text/html')
        .expect(status)
        .expect('content-type', /html/)
    ).text;

  it('list every address', async () => {
    const text = await page('/api/docs');
    expect(groups.length).toBeGreaterThan(8);
    for (const { name, title } of groups)
      expect(text).toContain(`<a class="govuk-link" href="/api/docs/${name}">${title}</a>`);
    for (const { path, method } of operations)
      expect(text).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  });

  it.each(groups.map(({ name }) => name))(
    '%s: tells all of its addresses, and leads nowhere that is not there',
    async (name) => {
      const text = await page(`/api/docs/${name}`);
      const ids = new Set(all(text, / id="([^"]+)"/g));
      expect(all(text, / href="#([^"]+)"/g).filter((id) => !ids.has(id) && id !== 'main-content')).toEqual(
        [],
      );
      for (const { path, method, operation } of operations.filter((one) =>
        one.operation.tags?.includes(name),
      )) {
        expect(text).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
        for (const parameter of operation.parameters ?? [])
          if ('name' in parameter) expect(text).toContain(`<code>${parameter.name}</code>`);
        for (const status of Object.keys(operation.responses))
          if (status !== 'default') expect(text).toContain(`<code>${status}</code>`);
      }
      // All of it is in the page: no script makes any of it.
      expect(
        all(text, /<script[^>]* src="([^"]+)"/g).filter((source) => /swagger|docs/.test(source)),
      ).toEqual([]);
    },
  );

  it('say requests that can be copied, with the address that visitors use', async () => {
    expect(await page('/api/docs/search')).toContain(
      'curl &quot;https://library.example/api/v1/search?q=unseen+adults&amp;limit=2&quot;',
    );
    expect(await page('/api/docs/tracking')).toContain('Needs a key with the scope tracking:read.');
  });

  it('answer with a page where there is no such part', async () => {
    expect(await page('/api/docs/nothing', 404)).toContain('There is no such part of the API.');
  });
});
