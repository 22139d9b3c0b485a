import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** The mark of a body: two bodies have the same one only if they are the same. Weak, for it may be sent compressed. */
export const etagOf = (body: string | Buffer): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether somebody who sends this `If-None-Match` has what this mark is of (RFC 9110, 13.1.2: compared weakly). */
export function alreadyHas(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}

/**
 * Has Express answer 304 to whoever has the answer, also where they send `Cache-Control: no-cache`, as `fetch()` does beside an
 * `If-None-Match` of its caller: that is a word to caches, which must ask us, and they do.
 */
export function heedIfNoneMatch(app: { request: object }): void {
  Object.defineProperty(app.request, 'fresh', {
    configurable: true,
    get(this: Request): boolean {
      if (this.method !== 'GET' && this.method !== 'HEAD') return false;
      const { statusCode } = this.res!;
      const etag = this.res!.getHeader('ETag');
      return (
        ((statusCode >= 200 && statusCode < 300) || statusCode === 304) &&
        typeof etag === 'string' &&
        alreadyHas(this.headers['if-none-match'], etag)
      );
    },
  });
}
