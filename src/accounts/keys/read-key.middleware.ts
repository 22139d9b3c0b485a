import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { ApiLimits } from '../api-limits/api-limits.js';
import { KeyService } from './key.service.js';

/**
 * Says which key asks, where there is one, and whether whoever asks may do so now. A key that is not good is told so, even
 * where none is needed, and counts for the network that it comes from: nobody tries keys out faster than they may ask.
 */
@Injectable()
export class ReadKey implements NestMiddleware {
  constructor(
    private readonly keys: KeyService,
    private readonly limits: ApiLimits,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (!isOfApi(request)) {
      next();
      return;
    }
    const [, text] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (text !== undefined) request.key = (await this.keys.find(text)) ?? undefined;
    await this.limits.pass(request, response);
    if (text !== undefined && !request.key) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new LibraryError(
        'not-signed-in',
        'This key is not good: it is mistyped, has expired or was revoked.',
      );
    }
    next();
  }
}

/** Whatever is declared to be for programs; and what is asked of the API and is not there, so that nobody tries that for nothing. */
const isOfApi = ({ addressed, path }: Request): boolean =>
  addressed?.isForMachines === true || /^\/api\/v1(?:\/|$)/i.test(path);
