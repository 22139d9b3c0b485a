import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

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
  return asClientsRead(description) as OpenAPIObject;
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
