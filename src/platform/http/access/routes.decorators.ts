import { applyDecorators, Controller, SetMetadata, UseInterceptors, UsePipes } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import { AbsoluteAddresses } from '../absolute-addresses.js';
import { readRequest } from '../errors/validation.js';

export const FOR_MACHINES = 'for-machines';
export const ASKED_WHILE_READING = 'asked-while-reading';

/**
 * A controller for programs: those who ask are counted and limited, what is public in it may be read by pages of any other
 * site, and parameters that it does not know are refused.
 */
export const MachineRoutes = (path: string): ClassDecorator =>
  applyDecorators(Controller(path), SetMetadata(FOR_MACHINES, true), UsePipes(readRequest('refused')));

/** A controller of the API: `/api/v1/<noun>`, documented under its noun. */
export const ApiRoutes = (noun: string): ClassDecorator =>
  applyDecorators(MachineRoutes(`api/v1/${noun}`), ApiTags(noun), UseInterceptors(AbsoluteAddresses));

/** A controller of pages. */
export const PageRoutes = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), ApiExcludeController(), UsePipes(readRequest('ignored')));

/**
 * Says that pages ask this while people read or type: many of them may sit behind the one address of their council, and have
 * together what one person cannot use up.
 */
export const AskedWhileReading = (): MethodDecorator => SetMetadata(ASKED_WHILE_READING, true);
