import type { Request, Response } from 'express';
import { cookieName, cookieOptions, readCookie } from '../platform/http/cookies.js';
import { seal, unseal } from '../platform/secrets/sealed.js';

/** What a browser keeps for us for some minutes: sealed, so that it can neither be read nor changed there. */
export interface SealedCookie {
  name: string;
  lastsMs: number;
}

/** @param kept what can be written as JSON */
export function keepSealed(
  request: Request,
  response: Response,
  { name, lastsMs }: SealedCookie,
  kept: object,
  key: Buffer,
): void {
  const sealed = seal(JSON.stringify({ ...kept, until: Date.now() + lastsMs }), key);
  response.cookie(cookieName(request, name), sealed.toString('base64url'), {
    ...cookieOptions(request),
    maxAge: lastsMs,
  });
}

/** @returns null where there is none, none of ours, or one that is too old */
export function readSealed<Kept extends object>(
  request: Request,
  { name }: SealedCookie,
  key: Buffer,
): Kept | null {
  const given = readCookie(request, name);
  const text = given === undefined ? null : unseal(Buffer.from(given, 'base64url'), key);
  const kept = text === null ? null : (JSON.parse(text) as Kept & { until: number });
  return kept && kept.until > Date.now() ? kept : null;
}

export const clearSealed = (request: Request, response: Response, { name }: SealedCookie): void =>
  void response.clearCookie(cookieName(request, name), cookieOptions(request));
