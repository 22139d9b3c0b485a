import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { exampleRequest } from '../../src/describing/example-request.js';
import {
  operationsOf,
  resolved,
  type Described,
  type DescribedParameter,
  type DescribedSchema,
} from '../../src/describing/openapi-types.js';
import { asSwagger2 } from '../../src/describing/swagger-2.js';
import { ALL_TAGS } from '../../src/describing/tags.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { exampleAnswer } from '../support/example-answer.js';

type Plain = Record<string, unknown>;
interface Answer {
  status: number;
  body: Plain;
}

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;
const operations = [...operationsOf(description)];
/** What `npm run examples` keeps. */
const written: Plain = {};

const parametersOf = (path: string): [string, DescribedParameter][] =>
  operations
    .filter((one) => one.path === path)
    .flatMap(({ operation, method }) =>
      (operation.parameters ?? []).map((one): [string, DescribedParameter] => {
        const parameter = resolved(description, one);
        return [`${method} ${path} ${parameter.name}`, parameter];
      }),
    );
const parameters = Object.keys(description.paths).flatMap((path) => parametersOf(path));

function* schemasIn(value: unknown, at = ''): Generator<[string, DescribedSchema]> {
  if (value === null || typeof value !== 'object') return;
  if ('type' in value && (typeof value.type === 'string' || Array.isArray(value.type)))
    yield [at, value as DescribedSchema];
  for (const [name, inner] of Object.entries(value))
    if (name !== 'example') yield* schemasIn(inner, `${at}/${name}`);
}

/** What a linter finds, without what is right as it is. */
async function found(text: string): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended'],
    // Whether the library is well is asked without parameters, by nobody in particular.
    rules: { 'operation-4xx-response': 'off' },
  });
  const problems = await lintFromString({ source: text, config, absoluteRef: '/openapi.json' });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

describe('the description of the API, as generators of clients read it', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('catalogue', undefined, { API_LIMIT: '0' });
  });
  afterAll(async () => {
    await library.close();
    if (process.env.WRITE_EXAMPLES)
      await writeFile('src/describing/example-answers.json', `${JSON.stringify(written, null, 2)}\n`);
  });

  it('is OpenAPI 3.1, and Redocly finds nothing in it', async () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(
      JSON.parse(JSON.stringify(description)) as Plain,
    );
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(await found(JSON.stringify(description))).toEqual([]);
  });

  it('is served as it is kept, and says where the library is', async () => {
    const { body } = (await request(library.url).get('/api/v1/openapi.json').expect(200)) as Answer;
    expect(body).toEqual(description);
  });

  it('is Swagger 2.0 too, with what can be read', async () => {
    const { body } = (await request(library.url).get('/api/v1/swagger.json').expect(200)) as Answer;
    expect(body).toEqual(JSON.parse(JSON.stringify(asSwagger2(description, library.url))));
    const { errors } = await new Validator().validate(structuredClone(body));
    expect(errors ?? []).toEqual([]);
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/"(?:anyOf|oneOf|nullable|examples|const)":|#\/components\/|"type":\[/);
    const paths = Object.keys(body.paths as object);
    expect(paths).toEqual(expect.arrayContaining(['/search', '/themes/{slug}', '/tracking/items']));
  });

  it.each(operations.map((one): [string, (typeof operations)[number]] => [`${one.method} ${one.path}`, one]))(
    '%s: is in a group that is described, with each parameter and answer',
    (_, { path, operation }) => {
      expect(ALL_TAGS.map(({ name }) => name)).toContain(operation.tags?.[0]);
      expect(operation.summary ?? '').toMatch(/\S/);
      for (const [, parameter] of parametersOf(path))
        expect([parameter.name, parameter.description ?? '']).toEqual([
          parameter.name,
          expect.stringMatching(/\S/),
        ]);
      for (const [status, given] of Object.entries(operation.responses))
        expect([status, resolved(description, given).description]).toEqual([
          status,
          expect.stringMatching(/\S/),
        ]);
    },
  );

  it('describes every field', () => {
    const silent = Object.entries(description.components.schemas).flatMap(([shape, { properties = {} }]) =>
      Object.entries(properties).flatMap(([name, field]) => (field.description ? [] : [`${shape}.${name}`])),
    );
    expect(silent).toEqual([]);
    const empty = Object.entries(description.components.schemas).filter(
      ([, { properties = {} }]) => Object.keys(properties).length === 0,
    );
    // A class that is not in a *.model.ts or *.dto.ts file is not read by the compiler.
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('gives every operation a name of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(parameters)(
    '%s: what it says of a value stands on the value, and lets it through',
    (_, { schema, example }) => {
      const value = schema.type === 'array' ? schema.items! : schema;
      if (schema.type === 'array') expect([schema.maxLength, schema.pattern]).toEqual([undefined, undefined]);
      // Without the flag u, as they do.
      if (value.pattern)
        expect('Alderbrook & “Thornfield” Partnership, unseen adults').toMatch(new RegExp(value.pattern));
      const told = example ?? value.examples?.[0];
      if (typeof told === 'string' && value.pattern) expect(told).toMatch(new RegExp(value.pattern));
    },
  );

  it('calls whole numbers whole: only a score and a ratio are none', () => {
    const decimals = [...schemasIn(description)].filter(([, { type }]) => [type].flat().includes('number'));
    expect(decimals.map(([at]) => at.split('/').slice(-3).join('/')).sort()).toEqual([
      'Explanation/properties/score',
      'RankReason/properties/score',
      'ThemeTogether/properties/lift',
    ]);
  });

  it('has examples for all that is public', () => {
    const without = operations.filter(
      ({ path, method, operation }) =>
        method === 'get' && isOpen(operation) && exampleRequest(description, path, operation) === null,
    );
    // The right to read a calendar is nobody's example.
    expect(without.map(({ path }) => path)).toEqual(['/api/v1/tracking/calendar/{token}.ics']);
  });

  it.each(
    operations.flatMap(({ path, method, operation }) => {
      const address =
        method === 'get' && isOpen(operation) ? exampleRequest(description, path, operation) : null;
      return address === null ? [] : [[address, path] as const];
    }),
  )(
    'GET %s: its example is answered, as the description says: else run npm run examples',
    async (address, path) => {
      const { body, status } = (await request(library.url).get(address)) as Answer;
      expect([status, body]).toEqual([200, expect.anything()]);
      if ('items' in body) expect((body as { items: unknown[] }).items.length).toBeGreaterThan(0);
      const { content } = resolved(description, description.paths[path]!.get!.responses['200']!);
      if (!content?.['application/json']) return;
      const example = exampleAnswer(body, library.url);
      if (process.env.WRITE_EXAMPLES) written[`get ${path}`] = example;
      else expect(content['application/json'].example).toEqual(example);
    },
  );

  it.each(
    parameters.filter(([at, { in: place, schema, example }]) => {
      const hasOne = example !== undefined || (schema.items ?? schema).examples !== undefined;
      return place === 'query' && hasOne && at.startsWith('get ');
    }),
  )('%s: its example is taken', async (at, { name, schema, example }) => {
    const value = example ?? (schema.items ?? schema).examples![0];
    const [, path] = at.split(' ');
    const { operation } = operations.find((one) => one.method === 'get' && one.path === path)!;
    const asked = new URL(exampleRequest(description, path!, operation)!, library.url);
    asked.searchParams.set(name, String(value));
    await request(library.url)
      .get(asked.pathname + asked.search)
      .expect(200);
  });
});

function isOpen({ security = [] }: (typeof operations)[number]['operation']): boolean {
  return security.length === 0 || security.some((need) => Object.keys(need).length === 0);
}
