import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { LibraryError } from './library-error.js';
import { sayUnknown } from './unknown-parameter.js';
import { SAYS_WHO_ASKS } from './validation.js';

/** Refuses parameters where a route for programs reads none, and so has nothing that would refuse them. */
@Injectable()
export class NoParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const route = request.addressed?.read;
    if (route?.isForMachines && !route.hasParameters && request.url.includes('?')) refuse(request);
    return next.handle();
  }
}

function refuse({ query }: Request): void {
  const given = Object.keys(query).filter((name) => name !== SAYS_WHO_ASKS);
  if (given.length === 0) return;
  const fields = given.map((field) => ({ field, message: sayUnknown(field, []) }));
  throw new LibraryError('invalid-request', fields.map(({ message }) => message).join(' '), fields);
}
