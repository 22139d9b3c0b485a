import type { SafeHtml } from '../../platform/pages/safe-html.js';
import { exampleRequest } from '../example-request.js';
import {
  operationsOf,
  resolved,
  type Described,
  type DescribedMedia,
  type DescribedParameter,
  type Method,
  type Operation,
} from '../openapi-types.js';
import { ALL_TAGS } from '../tags.js';
import { anchorOf, nameOfRef, sayType, sayWords } from './say-schema.js';

/** One group of addresses in the list of them. */
export interface DocsGroup {
  title: string;
  href: string;
  description: string;
  operations: { method: string; path: string; summary: SafeHtml; href: string }[];
}

export interface DocsField {
  name: string;
  type: SafeHtml;
  isRequired: boolean;
  isDeprecated: boolean;
  words: SafeHtml;
  example: string | null;
}

export interface DocsAnswer {
  status: string;
  words: SafeHtml;
  type: SafeHtml | null;
  media: string | null;
}

export interface DocsOperation {
  anchor: string;
  title: SafeHtml;
  words: SafeHtml | null;
  method: string;
  path: string;
  isDeprecated: boolean;
  /** Who may use it. */
  access: string;
  parameters: (DocsField & { where: string })[];
  body: SafeHtml | null;
  answers: DocsAnswer[];
  /** A request that can be made as it stands: on a command line, and as a link where it needs no key. */
  curl: string | null;
  link: string | null;
  /** What it answered once, as JSON. */
  example: string | null;
}

export interface DocsShape {
  name: string;
  anchor: string;
  fields: DocsField[];
}

/** Everything that one page about a group of addresses says. */
export interface DocsPage {
  title: string;
  description: string;
  operations: DocsOperation[];
  shapes: DocsShape[];
}

/** Every group that has an address, in reading order. */
export function presentGroups(description: Described): DocsGroup[] {
  const all = [...operationsOf(description)];
  return ALL_TAGS.flatMap(({ name, title, description: words }) => {
    const operations = all
      .filter(({ operation }) => operation.tags?.includes(name))
      .map(({ path, method, operation }) => ({
        method: method.toUpperCase(),
        path,
        summary: sayWords(operation.summary),
        href: `${hrefOf(name)}#${anchorOfOperation(operation)}`,
      }));
    return operations.length === 0 ? [] : [{ title, href: hrefOf(name), description: words, operations }];
  });
}

/** @returns undefined where there is no such group @param origin where the library is */
export function presentGroup(description: Described, name: string, origin: string): DocsPage | undefined {
  const tag = ALL_TAGS.find((one) => one.name === name);
  const found = [...operationsOf(description)].filter(({ operation }) => operation.tags?.includes(name));
  if (!tag || found.length === 0) return undefined;
  return {
    title: tag.title,
    description: tag.description,
    operations: found.map(({ path, method, operation }) =>
      presentOperation(description, path, method, operation, origin),
    ),
    shapes: shapesOf(
      description,
      found.map(({ operation }) => operation),
    ).map((shape) => presentShape(description, shape)),
  };
}

const hrefOf = (tag: string): string => `/api/docs/${tag}`;
const anchorOfOperation = ({ operationId }: Operation): string =>
  operationId.toLowerCase().replaceAll('_', '-');

function presentOperation(
  description: Described,
  path: string,
  method: Method,
  operation: Operation,
  origin: string,
): DocsOperation {
  const shared = description.paths[path]!.parameters ?? [];
  const parameters = [...(operation.parameters ?? []), ...shared].map((one) => resolved(description, one));
  const isOpen = operation.security?.some((need) => Object.keys(need).length === 0) ?? false;
  const asked = method === 'get' ? exampleRequest(description, path, operation) : null;
  const body = operation.requestBody && Object.values(operation.requestBody.content)[0];
  return {
    anchor: anchorOfOperation(operation),
    title: sayWords(operation.summary ?? operation.operationId),
    words: operation.description ? sayWords(operation.description) : null,
    method: method.toUpperCase(),
    path,
    isDeprecated: operation.deprecated ?? false,
    access: accessOf(operation),
    parameters: parameters.map((one) => ({ ...fieldOf(one), where: WHERE[one.in] })),
    body: body?.schema ? sayType(body.schema) : null,
    answers: answersOf(description, operation),
    curl: asked === null ? null : curlOf(`${origin}${asked}`, isOpen || operation.security?.length === 0),
    link: isOpen ? asked : null,
    example: exampleOf(description, operation),
  };
}

const WHERE = { path: 'in the path', query: 'in the query', header: 'in the head' } as const;

function accessOf({ security = [] }: Operation): string {
  if (security.length === 0) return 'Open to everybody.';
  if (security.some((need) => Object.keys(need).length === 0))
    return 'Open to everybody; a key may ask more often.';
  const [scope] = security.flatMap(({ key = [] }) => key);
  return scope === undefined ? 'Needs a session.' : `Needs a key with the scope ${scope}.`;
}

const curlOf = (address: string, isOpen: boolean): string =>
  `curl ${isOpen ? '' : '-H "Authorization: Bearer $KEY" '}"${address}"`;

function fieldOf(parameter: DescribedParameter): DocsField {
  const { name, required = false, deprecated = false, description, schema, example } = parameter;
  const shown = example ?? schema.examples?.[0] ?? schema.items?.examples?.[0];
  return {
    name,
    type: sayType(schema),
    isRequired: required,
    isDeprecated: deprecated,
    words: sayWords(description),
    example: sayExample(shown),
  };
}

const answersOf = (description: Described, { responses }: Operation): DocsAnswer[] =>
  Object.entries(responses)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, given]) => {
      const { description: words, content = {} } = resolved(description, given);
      const [media, told] = Object.entries(content)[0] ?? [null, undefined];
      return {
        status: status === 'default' ? 'Other' : status,
        words: sayWords(words),
        type: told?.schema ? sayType(told.schema) : null,
        media,
      };
    });

function exampleOf(description: Described, { responses }: Operation): string | null {
  const given = responses['200'];
  const media: DescribedMedia | undefined =
    given && resolved(description, given).content?.['application/json'];
  return media?.example === undefined ? null : JSON.stringify(media.example, null, 2);
}

/** The shapes that operations take and answer, and those that these are made of, in the order of their names. */
function shapesOf(description: Described, operations: readonly Operation[]): string[] {
  const found = new Set<string>();
  const waiting = refsIn(operations.map(({ requestBody, responses }) => ({ requestBody, responses })));
  for (const ref of waiting) {
    if (found.has(ref)) continue;
    const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(ref)!;
    found.add(ref);
    waiting.push(
      ...refsIn(
        (description.components as unknown as Record<string, Record<string, unknown>>)[kind!]![name!],
      ),
    );
  }
  return [...found]
    .filter((ref) => ref.startsWith('#/components/schemas/'))
    .map(nameOfRef)
    .sort();
}

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);

function presentShape({ components }: Described, name: string): DocsShape {
  const { properties = {}, required = [] } = components.schemas[name]!;
  return {
    name,
    anchor: anchorOf(name),
    fields: Object.entries(properties).map(([field, schema]) => ({
      name: field,
      type: sayType(schema),
      isRequired: required.includes(field),
      isDeprecated: schema.deprecated ?? false,
      words: sayWords(schema.description),
      example: sayExample(schema.examples?.[0]),
    })),
  };
}

const sayExample = (example: unknown): string | null =>
  typeof example === 'string' ? example : example === undefined ? null : JSON.stringify(example);
