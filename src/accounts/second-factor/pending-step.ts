import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { clearSealed, keepSealed, readSealed, type SealedCookie } from '../sealed-cookie.js';

/** A sign-in whose password was right and whose code is still asked for, as the browser keeps it for us. */
export interface PendingStep {
  accountId: string;
  /** Of the password that was right: whoever changes it ends the sign-ins under way. */
  password: string;
  /** Where they wanted to go. */
  to: string;
}

const COOKIE: SealedCookie = { name: 'step', lastsMs: 5 * 60_000 };

export const keepStep = (request: Request, response: Response, step: PendingStep, key: Buffer): void =>
  keepSealed(request, response, COOKIE, step, key);

export const readStep = (request: Request, key: Buffer): PendingStep | null =>
  readSealed<PendingStep>(request, COOKIE, key);

export const clearStep = (request: Request, response: Response): void =>
  clearSealed(request, response, COOKIE);

/** @param kept the password as it is kept */
export const fingerprintOf = (kept: string): string => createHash('sha256').update(kept).digest('base64url');
