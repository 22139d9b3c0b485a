import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { RouteTable } from './route-table.js';

/** What programs on pages of other sites may send, and what they may read of answers. */
const MAY_SEND = 'If-None-Match, Authorization, Accept, Content-Type, odata-version';
const MAY_READ = 'ETag, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Deprecation, Sunset';
/** A browser need not ask again for a day whether it may ask. Few keep it longer than two hours. */
const REMEMBERED_SECONDS = '86400';

/**
 * Comes before everything that answers: finds out what a request is addressed to, lets pages of other sites read what is
 * public for programs (without credentials: nobody's cookies open anything there), and says which methods an address takes.
 * @param table made when the first request comes, for then all routes are known
 */
export function frontDoor(table: () => RouteTable): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const addressed = table().at(request.path);
    request.addressed = addressed;
    if (addressed.isOpenToSites) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', MAY_READ);
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      // Also of answers without a body, which are never compressed themselves.
      response.vary('Accept-Encoding');
    }
    if (request.method !== 'OPTIONS' || addressed.methods.length === 0) {
      next();
      return;
    }
    response.setHeader('Allow', addressed.methods.join(', '));
    if (addressed.isOpenToSites) {
      response.setHeader('Access-Control-Allow-Methods', addressed.methods.join(', '));
      response.setHeader('Access-Control-Allow-Headers', MAY_SEND);
      response.setHeader('Access-Control-Max-Age', REMEMBERED_SECONDS);
    }
    response.status(204).end();
  };
}
