import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { libraryOrigin } from './origin.js';

/** The fields of answers that hold an address of this library in full. What reads records fills them with paths. */
const IN_FULL: ReadonlySet<string> = new Set(['webUrl', 'apiUrl']);

/**
 * An answer with its addresses in full, wherever they stand in it.
 * @param answer stays as it is: it may be kept, and be given to somebody who asks by another name of this library
 * @param origin without a slash at its end; outside of a request `publicUrl` of the configuration
 */
export const withOrigin = <Answer>(answer: Answer, origin: string): Answer =>
  completed(answer, origin) as Answer;

/** The value itself where no address stands in it: most of a large answer is counts. */
function completed(value: unknown, origin: string): unknown {
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) return value;
  const whole = value as Record<string, unknown>;
  let copy: Record<string, unknown> | null = null;
  for (const name of Object.keys(whole)) {
    const item = whole[name];
    const made =
      typeof item === 'object'
        ? completed(item, origin)
        : typeof item === 'string' && IN_FULL.has(name)
          ? inFull(item, origin)
          : item;
    if (made === item) continue;
    copy ??= (isList ? [...(value as unknown[])] : { ...whole }) as Record<string, unknown>;
    copy[name] = made;
  }
  return copy ?? value;
}

const inFull = (address: string, origin: string): string =>
  address.startsWith('/') ? origin + address : address;

/** Not a file or a stream, which an answer may be as well. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Makes the addresses in every answer of the API full. */
@Injectable()
export class AbsoluteAddresses implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const origin = libraryOrigin(context.switchToHttp().getRequest<Request>(), this.config);
    return next.handle().pipe(map((answer) => withOrigin(answer, origin)));
  }
}
