import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { scopeFor } from '../platform/http/access/permissions.js';
import type { Access } from '../platform/http/access/public.decorator.js';
import { routesOf } from '../platform/http/access/routes.js';
import { asClientsRead } from './as-clients-read.js';
import exampleAnswersOfTracking from './example-answers-of-tracking.json' with { type: 'json' };
import exampleAnswers from './example-answers.json' with { type: 'json' };
import { operationsOf, type Described, type Method, type Operation, type PathItem } from './openapi-types.js';
import { pathParameter } from './path-parameters.js';
import { ALL_TAGS, tagOf } from './tags.js';
import {
  answer,
  SHARED_ANSWERS,
  HEADERS,
  HEADS,
  MAILTO,
  PARAMETERS,
  SECURITY_SCHEMES,
  type AnswerName,
} from './said-once.js';

const ABOUT =
  'What published safeguarding practice reviews have taught, by issue. It can be read free of charge and without a key.\n\n' +
  'Lists answer `page`, `limit`, `total` and `items`. A filter that is given several times (`theme=a&theme=b`) finds either; ' +
  'different filters narrow. Errors are `application/problem+json` (RFC 9457): act on `code`. Dates are as exact as is ' +
  'known: `2024`, `2024-02` or `2024-02-28`.\n\n' +
  'Ask again, with `If-None-Match`, before you show something once more: what was withdrawn answers 410, and must be gone ' +
  'from your pages as well.';

/**
 * The description of the API as OpenAPI 3.1, made from the controllers and their DTOs.
 * @param server where it is: an address without a stroke at its end; left out, where the description itself comes from
 */
export function describeApi(app: INestApplication, server = ''): Described {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Practice review library')
    .setDescription(ABOUT)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .setExternalDoc('To read', `${server}/api/docs`)
    .build();
  const made = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return complete(asClientsRead(made) as Described, accessOf(app), server);
}

type AccessOf = (method: Method, path: string) => Access | undefined;

function accessOf(app: INestApplication): AccessOf {
  const known = new Map(
    routesOf(app).map(({ method, path, access }) => [
      `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
      access,
    ]),
  );
  return (method, path) => known.get(`${method} ${path}`);
}

/** Says of every address what the code says of none: its group, who may use it, what its parts are, what else it answers. */
function complete(made: Described, access: AccessOf, server: string): Described {
  const used = new Set<string>();
  const paths: Record<string, PathItem> = {};
  for (const { path, method, operation } of operationsOf(made)) {
    const tag = tagOf(path)?.name ?? operation.tags?.[0] ?? 'other';
    used.add(tag);
    const item = (paths[path] ??= {});
    if (path.startsWith('/api/') && method === 'get') item.parameters = [MAILTO];
    item[method] = completed(path, method, { ...operation, tags: [tag] }, access(method, path));
  }
  return {
    ...made,
    servers: [{ url: server || '/', description: 'This library' }],
    tags: ALL_TAGS.filter(({ name }) => used.has(name)).map(({ name, description }) => ({
      name,
      description,
    })),
    paths: inReadingOrder(paths),
    components: {
      ...made.components,
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: Object.fromEntries(Object.entries(SHARED_ANSWERS)),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

/** By group, and then by address: not in the order in which modules happen to be found. */
function inReadingOrder(paths: Described['paths']): Described['paths'] {
  const place = (path: string): number => ALL_TAGS.findIndex((tag) => tag === tagOf(path));
  return Object.fromEntries(
    Object.entries(paths).sort(
      ([one], [other]) => place(one) - place(other) || (one < other ? -1 : one > other ? 1 : 0),
    ),
  );
}

function completed(
  path: string,
  method: Method,
  operation: Operation,
  access: Access | undefined,
): Operation {
  const isPublic = access === 'public';
  const parameters = (operation.parameters ?? []).map((parameter) => {
    if ('$ref' in parameter || parameter.in !== 'path') return parameter;
    const { description, example, format } = pathParameter(path, parameter.name) ?? {};
    return {
      ...parameter,
      ...(description !== undefined && { description }),
      ...(example !== undefined && { example }),
      schema: { ...parameter.schema, ...(format !== undefined && { format }) },
    };
  });
  return {
    ...operation,
    ...wordsOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...securityOf(path, access),
    responses: answersOf(path, method, operation, isPublic),
  };
}

/** The comment of a handler: its first sentence is the summary. */
function wordsOf({ summary = '' }: Operation): Pick<Operation, 'summary' | 'description'> {
  const [first, ...more] = summary.replace(/\s+/g, ' ').split(/(?<=\.) /);
  return { summary: first, ...(more.length > 0 && { description: more.join(' ') }) };
}

/** A key that is not needed lets somebody ask more often. */
function securityOf(path: string, access: Access | undefined): Pick<Operation, 'security'> {
  if (!path.startsWith('/api/')) return { security: [] };
  if (access === 'public') return { security: [{}, { key: [] }] };
  const permission = typeof access === 'object' ? access.permission : undefined;
  const scope = permission === undefined ? undefined : scopeFor(permission);
  return { security: [{ key: scope === undefined ? [] : [scope] }, { session: [] }] };
}

function answersOf(
  path: string,
  method: Method,
  { responses, parameters = [], requestBody }: Operation,
  isPublic: boolean,
): Operation['responses'] {
  const isApi = path.startsWith('/api/');
  const own = Object.fromEntries(
    Object.entries(responses).map(([status, given]) => [
      status,
      withExample(method, path, status, described(given, status, method, isPublic && isApi)),
    ]),
  );
  if (!isApi) return { ...own, 405: answer('MethodNotAllowed'), default: answer('Unexpected') };
  const takes = parameters.length > 0 || requestBody !== undefined;
  const also: Partial<Record<string, AnswerName>> = {
    ...(method === 'get' && isPublic && { 304: 'NotModified' }),
    ...(takes && { 400: 'BadRequest' }),
    401: 'NotSignedIn',
    ...(!isPublic && { 403: 'Forbidden' }),
    ...(path.includes('{') && { 404: 'NotFound' }),
    ...(method === 'get' && { 405: 'MethodNotAllowed' }),
    ...(method !== 'get' && {
      409: 'Conflict',
      412: 'Overtaken',
      413: 'TooLarge',
      415: 'NotTaken',
      422: 'Unprocessable',
    }),
    429: 'TooManyRequests',
    default: 'Unexpected',
  };
  return {
    ...Object.fromEntries(Object.entries(also).map(([status, name]) => [status, answer(name!)])),
    ...own,
  };
}

function described(
  given: Operation['responses'][string],
  status: string,
  method: Method,
  isKept: boolean,
): Operation['responses'][string] {
  if ('$ref' in given) return given;
  const { content, description } = given;
  const schema = Object.values(content ?? {})[0]?.schema;
  const isList = /List$/.test(schema?.$ref ?? '');
  const heads = isKept && status === '200' ? HEADS.kept : HEADS.every;
  return {
    ...given,
    description: description || MEANINGS[status]?.(method, isList) || 'The answer.',
    headers: { ...given.headers, ...heads },
  };
}

const EXAMPLES: Readonly<Record<string, unknown>> = { ...exampleAnswers, ...exampleAnswersOfTracking };

/** What it once answered, to its example request or in the course of tracking; `npm run examples` keeps them. */
function withExample(
  method: Method,
  path: string,
  status: string,
  given: Operation['responses'][string],
): Operation['responses'][string] {
  const example = EXAMPLES[`${method} ${path}`];
  if (example === undefined || !status.startsWith('2') || '$ref' in given) return given;
  const { 'application/json': media, ...others } = given.content ?? {};
  return { ...given, content: { 'application/json': { ...media, example }, ...others } };
}

const MEANINGS: Record<string, (method: Method, isList: boolean) => string> = {
  200: (method, isList) =>
    method !== 'get' ? 'Done: this is how it stands now.' : isList ? 'One page.' : 'What was asked for.',
  201: () => 'Done: this is how it stands now.',
  204: () => 'Done; there is nothing more to say.',
};
