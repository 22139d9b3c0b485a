import { applyDecorators, Controller, UsePipes } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import { readRequest } from '../errors/validation.js';

/** A controller of the API: `/api/v1/<noun>`, documented under its noun. */
export const ApiRoutes = (noun: string): ClassDecorator =>
  applyDecorators(Controller(`api/v1/${noun}`), ApiTags(noun), UsePipes(readRequest('refused')));

/** A controller of pages. */
export const PageRoutes = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), ApiExcludeController(), UsePipes(readRequest('ignored')));
