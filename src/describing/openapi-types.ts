/** A description of an API as OpenAPI has it, as far as this room touches it. */
export interface Described {
  openapi: string;
  info: { title: string; description: string; version: string };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; description: string }[];
  security?: SecurityNeed[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, DescribedSchema>;
    parameters?: Record<string, DescribedParameter>;
    responses?: Record<string, DescribedAnswer>;
    headers?: Record<string, DescribedHeader>;
    securitySchemes?: Record<string, object>;
  };
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];
export type PathItem = Partial<Record<Method, Operation>> & {
  parameters?: (DescribedParameter | Reference)[];
};

export interface Reference {
  $ref: string;
}

export type SecurityNeed = Record<string, string[]>;

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  parameters?: (DescribedParameter | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, DescribedMedia> };
  responses: Record<string, DescribedAnswer | Reference>;
  security?: SecurityNeed[];
}

export interface DescribedParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  deprecated?: boolean;
  description?: string;
  example?: unknown;
  schema: DescribedSchema;
}

export interface DescribedHeader {
  description: string;
  required?: boolean;
  schema: DescribedSchema;
}

export interface DescribedMedia {
  schema?: DescribedSchema;
  example?: unknown;
}

export interface DescribedAnswer {
  description: string;
  headers?: Record<string, DescribedHeader | Reference>;
  content?: Record<string, DescribedMedia>;
}

/** JSON Schema 2020-12, as far as NestJS writes it. */
export interface DescribedSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  deprecated?: boolean;
  format?: string;
  enum?: unknown[];
  items?: DescribedSchema;
  properties?: Record<string, DescribedSchema>;
  required?: string[];
  additionalProperties?: boolean | DescribedSchema;
  anyOf?: DescribedSchema[];
  oneOf?: DescribedSchema[];
  allOf?: DescribedSchema[];
  examples?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

/** Every operation with its path and method. */
export function* operationsOf({
  paths,
}: Pick<Described, 'paths'>): Generator<{ path: string; method: Method; operation: Operation }> {
  for (const [path, item] of Object.entries(paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) yield { path, method, operation };
    }
}

/** What a reference stands for; anything else as it is. */
export function resolved<Thing extends object>({ components }: Described, thing: Thing | Reference): Thing {
  if (!('$ref' in thing) || typeof thing.$ref !== 'string') return thing as Thing;
  const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(thing.$ref) ?? [];
  return (components as unknown as Record<string, Record<string, Thing>>)[kind!]![name!]!;
}
