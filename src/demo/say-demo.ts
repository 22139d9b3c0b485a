import type { NextFunction, Request, Response } from 'express';

/** Says with every answer, of the API too, that what is in it is invented, and that it is not to be found by searching. */
export function sayDemo(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Demo', 'true');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
}
