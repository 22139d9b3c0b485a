import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { isFramed } from '../platform/pages/framed-pages.js';
import { SessionService } from './session.service.js';
import { sessionToken } from './session-cookie.js';

/** Whether the library works, which it says without its database; what crawlers ask for; what pages are made of. */
const SAME_FOR_ALL =
  /^\/(?:(?:health|assets)\/.*|robots\.txt|sitemap\.xml|favicon\.ico|apple-touch-icon\.png)$/i;

/** Says who asks, where there is a cookie that says so. Whoever has none costs nothing. */
@Injectable()
export class ReadActor implements NestMiddleware {
  constructor(private readonly sessions: SessionService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const isForAll = SAME_FOR_ALL.test(request.path) || isFramed(request.path);
    const token = isForAll ? undefined : sessionToken(request);
    if (token !== undefined) {
      request.actor = (await this.sessions.find(token)) ?? undefined;
      response.locals.wasSignedIn = !request.actor;
    }
    next();
  }
}
