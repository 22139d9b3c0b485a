type Described = Record<string, unknown>;

/** What is data, and not a description of any. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum']);

/** Below these, what stands before a colon is somebody's name for something. */
const NAMED = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers', 'paths']);

/**
 * A description as JSON Schema 2020-12 and generators of clients read it. The compiler lists the members of a union in no
 * fixed order: what is compared must have one. It knows no whole numbers, which nearly all of ours are, so that a client
 * would have a page 1.0: what is a decimal says so by its format. What NestJS still writes as OpenAPI 3.0 has it is put as
 * 3.1 has it.
 */
export function asClientsRead(value: unknown, key = '', isNames = false): unknown {
  if (key === 'enum' && Array.isArray(value) && !isNames) return value.toSorted();
  if (DATA.has(key) && !isNames) return value;
  if (Array.isArray(value)) return value.map((item) => asClientsRead(item));
  if (value === null || typeof value !== 'object') return value;
  const holdsNames = NAMED.has(key) && !isNames;
  const read = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, asClientsRead(item, name, holdsNames)]),
  );
  return holdsNames ? read : asSchema(read);
}

function asSchema({ example, allOf, ...rest }: Described): Described {
  const one = Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as Described) : undefined;
  const made: Described = {
    ...rest,
    ...(one ?? (allOf !== undefined && { allOf })),
    // A parameter keeps its `example`.
    ...(example !== undefined && (isSchema(rest) ? { examples: [example] } : { example })),
  };
  if (one && made.type === 'object') delete made.type;
  if (isNumber(made) && made.format === undefined) made.type = wholeOf(made.type);
  if (made.format === 'binary') {
    delete made.format;
    made.contentMediaType = 'application/octet-stream';
  }
  return made;
}

const isSchema = ({ type, enum: values, $ref }: Described): boolean =>
  type !== undefined || values !== undefined || $ref !== undefined;

const isNumber = ({ type }: Described): boolean => [type].flat().includes('number');

const wholeOf = (type: unknown): unknown =>
  Array.isArray(type) ? type.map((one: unknown) => (one === 'number' ? 'integer' : one)) : 'integer';
