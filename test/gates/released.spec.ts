import { describe, expect, it } from '@jest/globals';
import { breaks } from '../../clients/tools/breaks.js';
import type { Described, DescribedSchema, Operation } from '../../src/describing/openapi-types.js';

const SHAPE: DescribedSchema = {
  type: 'object',
  required: ['slug', 'title'],
  properties: {
    slug: { type: 'string' },
    title: { type: ['string', 'null'] },
    kind: { type: 'string', enum: ['finding', 'lesson'] },
  },
};

const LIST: Operation = {
  operationId: 'Things_list',
  parameters: [
    { name: 'sort', in: 'query', schema: { type: 'string', enum: ['title', '-title'] } },
    { name: 'page', in: 'query', schema: { type: 'integer' } },
  ],
  responses: {
    200: {
      description: 'A thing.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
    },
  },
};

/** A small description, changed. */
function description(
  change: { list?: Partial<Operation>; shape?: Partial<DescribedSchema>; path?: string } = {},
): Described {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', description: '', version: '1' },
    paths: { [change.path ?? '/things']: { get: { ...LIST, ...change.list } } },
    components: { schemas: { Thing: { ...SHAPE, ...change.shape } } },
  };
}

const withField = (name: string, schema: DescribedSchema): Partial<DescribedSchema> => ({
  properties: { ...SHAPE.properties, [name]: schema },
});
const parameters = LIST.parameters!;

describe('the gate before programs that use the API', () => {
  it.each([
    ['nothing', {}],
    ['a field more', { shape: withField('url', { type: 'string' }) }],
    ['what may be null is not any more', { shape: withField('title', { type: 'string' }) }],
    [
      'a parameter more that may be left out',
      { list: { parameters: [...parameters, { name: 'q', in: 'query', schema: { type: 'string' } }] } },
    ],
    [
      'a value more that may be asked for',
      {
        list: {
          parameters: [
            { ...parameters[0]!, schema: { type: 'string', enum: ['title', '-title', 'slug'] } },
            parameters[1]!,
          ],
        },
      },
    ],
  ] as [string, Parameters<typeof description>[0]][])('lets %s pass', async (_, change) => {
    expect(await breaks(description(), description(change))).toEqual([]);
  });

  it.each([
    ['an address that is gone', { path: '/other' }, /is gone/],
    ['another name', { list: { operationId: 'Things_all' } }, /is called Things_all/],
    [
      'a field that is gone',
      { shape: { required: ['slug'], properties: { slug: { type: 'string' } } } },
      /'title' is missing/,
    ],
    ['a field that may be left out now', { shape: { required: ['slug'] } }, /'title' is optional/],
    ['a field that may be null now', { shape: withField('slug', { type: ['string', 'null'] }) }, /null/],
    ['a field of another type', { shape: withField('slug', { type: 'integer' }) }, /number/],
    [
      'a value more in what is answered',
      { shape: withField('kind', { type: 'string', enum: ['finding', 'lesson', 'note'] }) },
      /"note"/,
    ],
    [
      'an answer of another sort',
      { list: { responses: { 200: { description: 'It.', content: { 'text/plain': {} } } } } },
      /200 as application\/json/,
    ],
    [
      'a value less that may be asked for',
      {
        list: {
          parameters: [{ ...parameters[0]!, schema: { type: 'string', enum: ['title'] } }, parameters[1]!],
        },
      },
      /"-title"/,
    ],
    ['a parameter that is gone', { list: { parameters: [parameters[0]!] } }, /"page"/],
    [
      'a parameter that must be given',
      {
        list: {
          parameters: [...parameters, { name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
        },
      },
      /'q' is missing/,
    ],
  ] as [string, Parameters<typeof description>[0], RegExp][])('stops %s', async (_, change, says) => {
    const found = await breaks(description(), description(change));
    expect(found).not.toEqual([]);
    expect(found.join('\n')).toMatch(says);
    expect(found.join('\n')).toMatch(/^GET \/things: /);
  });
});
