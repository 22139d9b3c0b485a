import type { Response } from 'express';

/** Says of an answer that it is not to be kept, though its route's are: it is less than there will be in a moment. */
export function neverKeep(response: Response): void {
  response.locals.isNeverKept = true;
}

/** Nor is one that gives a reader a cookie, or forbids it itself. */
export const isNeverKept = (response: Response): boolean =>
  response.locals.isNeverKept === true ||
  response.hasHeader('set-cookie') ||
  String(response.getHeader('cache-control')).includes('no-store');
