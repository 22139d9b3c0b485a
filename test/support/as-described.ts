import { Validator as Cfworker } from '@cfworker/json-schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  resolved,
  type Described,
  type DescribedSchema,
  type Method,
} from '../../src/describing/openapi-types.js';

/** An answer as it came. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

const ROOT = 'https://library.example/api';

/** These may have members of their own (RFC 9457). */
const OPEN = /Problem$/;

/**
 * Compares answers with a description, by two validators of JSON Schema 2020-12 that share no code. What an answer has and
 * the description does not is a fault as well.
 */
export class AsDescribed {
  private readonly ajv: Ajv2020;
  private readonly root: Record<string, unknown>;
  private readonly compiled = new Map<string, { ajv: ValidateFunction; other: Cfworker }>();

  constructor(private readonly description: Described) {
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    // The package is CommonJS.
    (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(this.ajv);
    const shapes = Object.entries(description.components.schemas).map(([name, schema]): [string, unknown] => [
      name,
      moved(OPEN.test(name) ? schema : closed(schema)),
    ]);
    this.root = { $id: ROOT, $defs: Object.fromEntries(shapes) };
    this.ajv.addSchema(this.root);
  }

  /** What does not fit; empty, where all does. @param path as the description has it */
  faults(method: Method, path: string, answer: Answer): string[] {
    const { responses } = this.description.paths[path]![method]!;
    const given = responses[answer.status];
    if (!given) return [`status ${answer.status} is not described`];
    const { content = {}, headers = {} } = resolved(this.description, given);
    const missing = Object.entries(headers)
      .filter(([name, header]) => resolved(this.description, header).required && !answer.headers.has(name))
      .map(([name]) => `head ${name} is missing`);
    const untold = TOLD.filter(
      (name) => answer.headers.has(name) && !Object.keys(headers).some((one) => one.toLowerCase() === name),
    ).map((name) => `head ${name} is not described`);
    return [...missing, ...untold, ...this.faultsOfBody(content, answer)];
  }

  private faultsOfBody(
    content: Record<string, { schema?: DescribedSchema }>,
    { headers, text }: Answer,
  ): string[] {
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const told = content[type];
    if (Object.keys(content).length === 0) return text === '' ? [] : ['a body is not described'];
    if (!told) return [`content type ${type} is not described`];
    if (!told.schema || !type.endsWith('json')) return [];
    const { ajv, other } = this.validators(told.schema);
    const body = JSON.parse(text) as unknown;
    const one = ajv(body)
      ? []
      : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    const two = other
      .validate(body)
      .errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
    if (one.length === 0 && two.length > 0) return [`only the second validator: ${two.join('; ')}`];
    if (one.length > 0 && two.length === 0) return [`only the first validator: ${one.join('; ')}`];
    return one;
  }

  private validators(schema: DescribedSchema): { ajv: ValidateFunction; other: Cfworker } {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    const asked = moved(schema) as Record<string, unknown>;
    const made = {
      ajv: this.ajv.compile(absolute(asked) as object),
      other: new Cfworker({ ...asked, $defs: this.root.$defs }, '2020-12', false),
    };
    this.compiled.set(key, made);
    return made;
  }
}

/** Heads that clients act on: an answer that has them says so. */
const TOLD = ['link', 'ratelimit', 'retry-after', 'allow', 'www-authenticate', 'deprecation', 'sunset'];

/** An object with nothing in it but what is described. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== 'object') return value;
  const made = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closed(inner)]));
  return typeof made.properties === 'object' &&
    made.type === 'object' &&
    made.additionalProperties === undefined
    ? { ...made, additionalProperties: false }
    : made;
}

const mapped = (value: unknown, ref: (name: string) => string): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner: unknown) =>
      name === '$ref' && typeof inner === 'string' ? ref(inner.replace(/^.*\//, '')) : inner,
    ),
  ) as unknown;

const moved = (schema: unknown): unknown => mapped(schema, (name) => `#/$defs/${name}`);
const absolute = (schema: unknown): unknown => mapped(schema, (name) => `${ROOT}#/$defs/${name}`);
