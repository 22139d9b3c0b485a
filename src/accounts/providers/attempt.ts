import type { Request, Response } from 'express';
import { cookieName, cookieOptions, readCookie } from '../../platform/http/cookies.js';
import { seal, unseal } from '../../platform/secrets/sealed.js';
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
  /** Milliseconds since 1970. */
  until: number;
}

const COOKIE = 'attempt';
const LASTS_MS = 10 * 60_000;

/** Kept by the browser that began it, so that nobody can have another browser end it. */
export function keepAttempt(
  request: Request,
  response: Response,
  attempt: Omit<Attempt, 'until'>,
  key: Buffer,
): void {
  const sealed = seal(JSON.stringify({ ...attempt, until: Date.now() + LASTS_MS }), key);
  response.cookie(cookieName(request, COOKIE), sealed.toString('base64url'), {
    ...cookieOptions(request),
    maxAge: LASTS_MS,
  });
}

/** Takes it away, so that it is used once. @returns null where there is none that still counts */
export function takeAttempt(request: Request, response: Response, key: Buffer): Attempt | null {
  const kept = readCookie(request, COOKIE);
  response.clearCookie(cookieName(request, COOKIE), cookieOptions(request));
  const text = kept === undefined ? null : unseal(Buffer.from(kept, 'base64url'), key);
  const attempt = text === null ? null : (JSON.parse(text) as Attempt);
  return attempt && attempt.until > Date.now() ? attempt : null;
}
