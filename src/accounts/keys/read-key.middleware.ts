import { Injectable, type NestMiddleware } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NextFunction, Request, Response } from 'express';
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { rateLimiter } from '../rate-limiter.js';
import { KeyService } from './key.service.js';

/** What one key may ask in a minute, of all instances together. */
const PER_MINUTE = 1200;
const WINDOW_SECONDS = 60;

/** Says which key asks, where there is one. A key that is not good is told so, even where none is needed. */
@Injectable()
export class ReadKey implements NestMiddleware {
  private readonly limit: RateLimiterPostgres;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly keys: KeyService,
  ) {
    this.limit = rateLimiter(source, 'key', PER_MINUTE, WINDOW_SECONDS);
  }

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const [, text] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (text !== undefined) {
      const key = await this.keys.find(text);
      if (!key) {
        response.setHeader('WWW-Authenticate', 'Bearer');
        throw new LibraryError(
          'not-signed-in',
          'This key is not good: it is mistyped, has expired or was revoked.',
        );
      }
      await this.count(key.id, response);
      request.key = key;
    }
    next();
  }

  private async count(id: string, response: Response): Promise<void> {
    const say = ({ remainingPoints, msBeforeNext }: RateLimiterRes): number => {
      const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
      response.setHeader('RateLimit-Policy', `"key";q=${PER_MINUTE};w=${WINDOW_SECONDS}`);
      response.setHeader('RateLimit', `"key";r=${Math.max(0, remainingPoints)};t=${seconds}`);
      return seconds;
    };
    try {
      say(await this.limit.consume(id));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = say(refused);
      throw new LibraryError('too-many-requests', `This key may ask ${PER_MINUTE} times a minute.`, [], {
        retryAfter,
      });
    }
  }
}
