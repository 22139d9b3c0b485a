import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { GoneProblem } from './tombstone.model.js';

/** Documents what a route answers where what it showed was withdrawn. */
export const ApiGone = (): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(GoneProblem),
    ApiResponse({
      status: 410,
      description: 'What was here was withdrawn: `tombstone` says what is left of it.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(GoneProblem) } } },
    }),
  );
