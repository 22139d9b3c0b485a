import type { Response } from 'express';
import { LibraryError } from '../../platform/http/errors/library-error.js';

/** Answers that somebody has to wait. @returns for how long, in words @throws the error, where it is another */
export function showWait(response: Response, error: unknown): string {
  if (!(error instanceof LibraryError) || error.code !== 'too-many-requests') throw error;
  response.status(429).setHeader('Retry-After', String(error.more.retryAfter));
  return error.message;
}
