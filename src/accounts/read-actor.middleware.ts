import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { SessionService } from './session.service.js';
import { sessionToken } from './session-cookie.js';

/** Says who asks, where there is a cookie that says so. Whoever has none costs nothing. */
@Injectable()
export class ReadActor implements NestMiddleware {
  constructor(private readonly sessions: SessionService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const token = sessionToken(request);
    if (token !== undefined) {
      request.actor = (await this.sessions.find(token)) ?? undefined;
      response.locals.wasSignedIn = !request.actor;
    }
    next();
  }
}
