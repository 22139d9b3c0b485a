import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from './problem.model.js';

const PROBLEMS = {
  400: 'A parameter does not fit: `errors` names it.',
  404: 'There is nothing public at this address.',
  410: 'The cursor leads nowhere any more (`cursor-expired`): begin again without one.',
} as const;

/** Documents which errors a route answers, as `application/problem+json`. */
export const ApiProblems = (...statuses: (keyof typeof PROBLEMS)[]): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(Problem),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: PROBLEMS[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      }),
    ),
  );
