import type { Request, Response } from 'express';
import { cookieName, cookieOptions, readCookie } from '../platform/http/cookies.js';

const COOKIE = 'session';

export const sessionToken = (request: Request): string | undefined => readCookie(request, COOKIE);

/** The cookie goes when the browser is closed; the session has limits of its own. */
export const setSessionCookie = (request: Request, response: Response, token: string): void =>
  void response.cookie(cookieName(request, COOKIE), token, cookieOptions(request));

export const clearSessionCookie = (request: Request, response: Response): void =>
  void response.clearCookie(cookieName(request, COOKIE), cookieOptions(request));
