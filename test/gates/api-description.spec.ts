import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startLibrary, type TestLibrary } from '../support/app.js';

interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  maxLength?: number;
  example?: string;
  items?: Schema;
}
interface Parameter {
  name: string;
  schema: Schema;
}
interface Description {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
}

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Description;
const parameters = Object.entries(description.paths).flatMap(([path, { get }]) =>
  (get?.parameters ?? []).map((parameter): [string, Parameter] => [`${path} ${parameter.name}`, parameter]),
);

function* schemasIn(value: unknown, at = ''): Generator<[string, Schema]> {
  if (value === null || typeof value !== 'object') return;
  if ('type' in value && typeof value.type === 'string') yield [at, value as Schema];
  for (const [name, inner] of Object.entries(value)) yield* schemasIn(inner, `${at}/${name}`);
}

describe('the description of the API, as Swagger UI and generated clients read it', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('fixtures');
  });
  afterAll(async () => await library.close());

  it('has parameters to look at', () => {
    expect(parameters.length).toBeGreaterThan(20);
  });

  it.each(parameters)(
    '%s: what it says of a value stands on the value, and lets it through',
    (_, { schema }) => {
      const value = schema.type === 'array' ? schema.items! : schema;
      if (schema.type === 'array') expect([schema.maxLength, schema.pattern]).toEqual([undefined, undefined]);
      // Without the flag u, as they do.
      if (value.pattern)
        expect('Alderbrook & “Thornfield” Partnership, unseen adults').toMatch(new RegExp(value.pattern));
      if (value.example !== undefined && value.pattern)
        expect(value.example).toMatch(new RegExp(value.pattern));
    },
  );

  it('calls whole numbers whole: only a score and a ratio are none', () => {
    const decimals = [...schemasIn(description)].filter(([, { type }]) => type === 'number');
    expect(decimals.map(([at]) => at.split('/').slice(-3).join('/')).sort()).toEqual([
      'Explanation/properties/score',
      'RankReason/properties/score',
      'ThemeTogether/properties/lift',
    ]);
    expect(
      parameters
        .filter(([, { name }]) => ['page', 'limit'].includes(name))
        .map(([, { schema }]) => schema.type),
    ).not.toContain('number');
  });

  it.each(parameters.filter(([, { schema }]) => (schema.items ?? schema).example !== undefined))(
    '%s: its example is taken',
    async (at, { name, schema }) => {
      const example = (schema.items ?? schema).example!;
      await request(library.url)
        .get(at.split(' ')[0]!)
        .query({ [name]: example })
        .expect(200);
    },
  );
});
