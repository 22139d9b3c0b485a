import {
  operationsOf,
  resolved,
  type Described,
  type DescribedAnswer,
  type DescribedParameter,
  type DescribedSchema,
  type Operation,
} from './openapi-types.js';

/** A description as Swagger 2.0 has it. */
export interface Swagger2 {
  swagger: '2.0';
  info: object;
  host: string;
  basePath: string;
  schemes: string[];
  consumes: string[];
  produces: string[];
  securityDefinitions: object;
  security: object[];
  tags: object[];
  paths: Record<string, Record<string, object>>;
  definitions: Record<string, Schema2>;
}

type Schema2 = Record<string, unknown>;

const BASE = '/api/v1';
const JSON_TYPES = ['application/json', 'application/problem+json'];

/**
 * The read half of an API for programs that know no OpenAPI 3, the custom connectors of Power Automate above all. Of what
 * 2.0 has no words for: a null is `x-nullable`; of several possible shapes it says none; only what answers JSON is in it.
 * @param origin where the library is: an address, with a path where it has one
 */
export function asSwagger2(description: Described, origin: string): Swagger2 {
  const { protocol, host, pathname } = new URL(origin);
  const paths: Swagger2['paths'] = {};
  for (const { path, method, operation } of operationsOf(description)) {
    if (method !== 'get' || !path.startsWith(`${BASE}/`) || !answersJson(description, operation)) continue;
    paths[path.slice(BASE.length)] = { get: operation2(description, path, operation) };
  }
  const definitions = definitions2(description, paths);
  const tags = new Set(Object.values(paths).flatMap(({ get }) => (get as { tags: string[] }).tags));
  const { title, description: words, version, ...info } = description.info;
  return {
    swagger: '2.0',
    info: { ...info, title, description: words, version },
    host,
    basePath: `${pathname.replace(/\/$/, '')}${BASE}`,
    schemes: [protocol.slice(0, -1)],
    consumes: [],
    produces: JSON_TYPES,
    securityDefinitions: {
      key: {
        ...{ type: 'apiKey', name: 'Authorization', in: 'header' },
        description: '`Bearer` and a blank before the key. What is public needs none.',
      },
    },
    security: [],
    tags: (description.tags ?? []).filter(({ name }) => tags.has(name)),
    paths,
    definitions,
  };
}

const answersJson = (description: Described, { responses }: Operation): boolean =>
  Object.keys(resolved(description, responses['200'] ?? { description: '' }).content ?? {}).includes(
    'application/json',
  );

function operation2(description: Described, path: string, operation: Operation): object {
  const { operationId, summary = operationId, deprecated, tags = [], security = [] } = operation;
  const shared = description.paths[path]!.parameters ?? [];
  const parameters = [...(operation.parameters ?? []), ...shared].map((parameter) =>
    parameter2(resolved(description, parameter)),
  );
  const needsKey = !security.some((need) => Object.keys(need).length === 0);
  return {
    operationId,
    summary: shortened(summary),
    description: [summary, operation.description].filter(Boolean).join(' '),
    tags,
    ...(deprecated && { deprecated }),
    'x-ms-visibility': needsKey ? 'advanced' : 'important',
    parameters,
    responses: responses2(description, operation),
    ...(needsKey && { security: [{ key: [] }] }),
  };
}

/** A connector shows a summary as the name of a step: one sentence, of at most 80 characters. */
function shortened(summary: string): string {
  const [sentence] = summary.split(/(?<=[.:;])\s/);
  const plain = sentence!.replace(/[.:;]$/, '').replaceAll('`', '');
  return plain.length <= 80 ? plain : `${plain.slice(0, 79).replace(/\s+\S*$/, '')}…`;
}

function responses2(description: Described, { responses }: Operation): object {
  const made = Object.entries(responses).map(([status, given]): [string, object] => {
    const { description: words, content, headers = {} }: DescribedAnswer = resolved(description, given);
    const schema = Object.values(content ?? {})[0]?.schema;
    const heads = Object.entries(headers).map(([name, header]) => {
      const { description: means, schema: of } = resolved(description, header);
      return [name, { description: means, ...plain(of) }];
    });
    return [
      status,
      {
        description: words,
        ...(schema && { schema: schema2(schema) }),
        ...(heads.length > 0 && { headers: Object.fromEntries(heads) as object }),
      },
    ];
  });
  return Object.fromEntries(made);
}

/** Power Automate shows these, and leaves the others to whoever opens “Show advanced options”. */
const IMPORTANT = new Set(['q', 'theme', 'kind', 'publisher', 'agency', 'limit', 'cursor']);

function parameter2(parameter: DescribedParameter): object {
  const { name, in: place, required = false, description = '', schema, example } = parameter;
  const isImportant = place === 'path' || IMPORTANT.has(name);
  return {
    ...{ name, in: place, required, description },
    'x-ms-summary': titleOf(name),
    ...(!required && { 'x-ms-visibility': isImportant ? 'important' : 'advanced' }),
    ...(place === 'path' && { 'x-ms-url-encoding': 'single' }),
    ...(example !== undefined && { 'x-example': example }),
    ...plain(schema),
  };
}

/** `publishedOn` is “Published on”. */
export const titleOf = (name: string): string => {
  const words = name.replace(
    /([a-z\d])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a parameter or a header can be: 2.0 has no schemas there, and lists in one way of several. */
function plain(schema: DescribedSchema): Schema2 {
  const { type = 'string', items, maxItems, minItems } = schema;
  const [one = 'string'] = [type].flat().filter((name) => name !== 'null');
  if (one === 'array')
    return {
      type: 'array',
      items: plain(items ?? {}),
      collectionFormat: 'multi',
      ...kept(schema.default === undefined ? {} : { default: schema.default }),
      ...kept({ maxItems, minItems }),
    };
  const { format, enum: values, minimum, maximum, minLength, maxLength, pattern } = schema;
  return {
    type: one,
    ...kept({ format, minimum, maximum, minLength, maxLength, pattern, default: schema.default }),
    ...(values && { enum: values.filter((value) => value !== null) }),
  };
}

const kept = (fields: Schema2): Schema2 =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function schema2(schema: DescribedSchema): Schema2 {
  const {
    $ref,
    type,
    anyOf,
    oneOf,
    allOf,
    enum: values,
    items,
    properties,
    additionalProperties,
    ...rest
  } = schema;
  // Swagger 2.0 has no word for what is deprecated but in operations: the description of the field says it.
  const { examples, description, deprecated: _, ...others } = rest;
  const says = kept({ description });
  if ($ref)
    return description === undefined ? { $ref: ref2($ref) } : { ...says, allOf: [{ $ref: ref2($ref) }] };
  const union = anyOf ?? oneOf;
  if (union) {
    const shapes = union.filter((one) => one.type !== 'null');
    const nullable = shapes.length < union.length && { 'x-nullable': true };
    const [shape] = shapes;
    if (shapes.length !== 1 || !shape) return { ...says, ...nullable };
    const made = schema2(shape);
    return '$ref' in made ? { ...says, ...nullable, allOf: [made] } : { ...made, ...says, ...nullable };
  }
  const types = [type].flat().filter((name) => name !== undefined);
  const known = types.filter((name) => name !== 'null');
  return {
    ...says,
    ...(known.length === 1 && { type: known[0] }),
    ...(known.length < types.length && { 'x-nullable': true }),
    ...others,
    ...(examples && examples.length > 0 && { example: examples[0] }),
    ...(values && { enum: values.filter((value) => value !== null) }),
    ...(allOf && { allOf: allOf.map((one) => schema2(one)) }),
    ...(items && { items: schema2(items) }),
    ...(known[0] === 'array' && !items && { items: {} }),
    ...(properties && { properties: properties2(properties) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'boolean' ? additionalProperties : schema2(additionalProperties),
    }),
  };
}

const properties2 = (properties: Record<string, DescribedSchema>): Record<string, Schema2> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { 'x-ms-summary': titleOf(name), ...schema2(schema) },
    ]),
  );

const ref2 = (ref: string): string => ref.replace('#/components/schemas/', '#/definitions/');

/** The shapes that the paths refer to, and those that these refer to. */
function definitions2({ components }: Described, paths: object): Record<string, Schema2> {
  const made: Record<string, Schema2> = {};
  const wanted = refsIn(paths);
  for (const name of wanted) {
    const schema = components.schemas[name];
    if (name in made || !schema) continue;
    made[name] = schema2(schema);
    wanted.push(...refsIn(made[name]));
  }
  return Object.fromEntries(Object.entries(made).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"#\/definitions\/([^"]+)"/g)].map(([, name]) => name!);
