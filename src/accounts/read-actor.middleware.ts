import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { pathToRegexp } from 'path-to-regexp';
import { isFramed } from '../platform/pages/framed-pages.js';
import { SAME_FOR_ALL } from '../platform/pages/same-for-all.js';
import { SessionService } from './session.service.js';
import { sessionToken } from './session-cookie.js';

/** What pages are made of. */
const FILES = ['assets/{*path}', 'favicon.ico', 'apple-touch-icon.png'];
const FOR_ALL = [...SAME_FOR_ALL, ...FILES].map((route) => pathToRegexp(`/${route}`).regexp);
const isForAll = (path: string): boolean => isFramed(path) || FOR_ALL.some((fits) => fits.test(path));

/** Says who asks, where there is a cookie that says so. Whoever has none costs nothing. */
@Injectable()
export class ReadActor implements NestMiddleware {
  constructor(private readonly sessions: SessionService) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const token = sessionToken(request);
    if (token !== undefined && !isForAll(request.path)) {
      request.actor = (await this.sessions.find(token)) ?? undefined;
      response.locals.wasSignedIn = !request.actor;
    }
    next();
  }
}
