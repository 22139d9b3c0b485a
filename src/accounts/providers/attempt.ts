import type { Request, Response } from 'express';
import { clearSealed, keepSealed, readSealed, type SealedCookie } from '../sealed-cookie.js';
import type { Expected } from './openid-connect.js';

/** What somebody was sent to a provider for: to sign in, to join it to their account, or to see what it says. */
export type Purpose = 'sign-in' | 'join' | 'try';

/** A sign-in that is under way, as the browser keeps it for us. */
export interface Attempt {
  providerId: string;
  purpose: Purpose;
  /** Who asked to join or try, by session key: it is nobody else's to end. */
  sessionKey: string | null;
  /** Where they wanted to go. */
  to: string;
  expected: Expected;
}

const COOKIE: SealedCookie = { name: 'attempt', lastsMs: 10 * 60_000 };

/** Kept by the browser that began it, so that nobody can have another browser end it. */
export const keepAttempt = (request: Request, response: Response, attempt: Attempt, key: Buffer): void =>
  keepSealed(request, response, COOKIE, attempt, key);

/** Takes it away, so that it is used once. @returns null where there is none that still counts */
export function takeAttempt(request: Request, response: Response, key: Buffer): Attempt | null {
  clearSealed(request, response, COOKIE);
  return readSealed<Attempt>(request, COOKIE, key);
}
