import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './platform/http/errors/problem.model.js';
import { SAYS_WHO_ASKS } from './platform/http/errors/validation.js';

/** The description of the API, made from the controllers and their DTOs. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Practice review library')
    .setDescription(
      'What published safeguarding practice reviews have taught, by issue. Lists answer `page`, `limit`, `total` and ' +
        '`items`; errors are `application/problem+json` (RFC 9457).',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .build();
  const description = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return asClientsRead(withLimits(description)) as OpenAPIObject;
}

/** What every address of the API takes and may answer, said once. */
function withLimits(description: OpenAPIObject): OpenAPIObject {
  const { components, paths } = description;
  const mailto = { $ref: `#/components/parameters/${SAYS_WHO_ASKS}` };
  const tooMany = { $ref: '#/components/responses/TooManyRequests' };
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith('/api/') || !item.get) continue;
    item.parameters = [mailto];
    item.get.responses['429'] = tooMany;
  }
  return {
    ...description,
    components: {
      ...components,
      parameters: {
        [SAYS_WHO_ASKS]: {
          ...{ name: SAYS_WHO_ASKS, in: 'query', required: false },
          description:
            'Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept.',
          schema: { type: 'string', format: 'email' },
        },
      },
      responses: {
        TooManyRequests: {
          description:
            'You have asked too often, or too much at once. `RateLimit-Policy` and `RateLimit`, which every answer has, say how ' +
            'often you may ask, and what is left.',
          headers: {
            'Retry-After': { description: 'Wait so many seconds.', schema: { type: 'integer' } },
          },
          content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
        },
      },
    },
  };
}

/**
 * The compiler lists the members of a union in no fixed order: a description that is compared must have one. And it knows
 * no whole numbers, which nearly all of ours are, so that a generated client would have a page 1.0: what is a decimal says
 * so by its format.
 */
function asClientsRead(value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return key === 'enum' ? value.toSorted() : value.map((item) => asClientsRead(item));
  if (value === null || typeof value !== 'object') return value;
  const read = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, asClientsRead(item, name)]),
  );
  return read.type === 'number' && read.format === undefined ? { ...read, type: 'integer' } : read;
}

/** `/api/v1/openapi.json`; `/api/docs`, where it can be read and tried, is a page of the site. */
export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    raw: ['json'],
    swaggerUiEnabled: false,
  });
}
