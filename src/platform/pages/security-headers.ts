import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isFramed } from './framed-pages.js';

const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * What browsers are told about every answer. Scripts and styles come from here alone, save GOV.UK Frontend's one line of
 * script in the page, which carries a nonce (`res.locals.cspNonce`) that is new with every request.
 */
export function securityHeaders(): RequestHandler {
  const pages = helmet({ ...COMMON, contentSecurityPolicy: { useDefaults: false, directives: POLICY } });
  const framed = helmet(FRAMED_BY_OTHERS);
  const newNonce = nonces();
  return (request: Request, response: Response, next: NextFunction): void => {
    response.locals.cspNonce = newNonce();
    // Behind a proxy that ends TLS (TRUST_PROXY) it is the proxy that says so. A browser ignores HSTS over http.
    if (request.secure) response.setHeader('Strict-Transport-Security', HSTS);
    const headers = isFramed(request.path) ? framed : pages;
    headers(request, response, next);
  };
}

const NONCE_BYTES = 16;
/** Random bytes are asked for many at a time: one by one they cost more than all else that is said in the head. */
const NONCES_AT_ONCE = 256;

/** Gives each nonce once. */
function nonces(): () => string {
  const unused: string[] = [];
  return () => {
    if (unused.length === 0) {
      const bytes = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
      for (let at = 0; at < bytes.length; at += NONCE_BYTES)
        unused.push(bytes.toString('base64', at, at + NONCE_BYTES));
    }
    return unused.pop()!;
  };
}

const COMMON = {
  // An address of ours may hold what somebody searched for: no other site learns it.
  referrerPolicy: { policy: 'same-origin' },
  // Set above, for secure connections alone: the library also runs on plain http, on one machine.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
} as const;

/**
 * What any site may show in a frame. It has no forms and nothing of a visitor's own, so there is nothing that somebody could
 * be brought to click on; it may load its own script and style sheet and nothing else.
 */
const FRAMED_BY_OTHERS = {
  ...COMMON,
  xFrameOptions: false,
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'frame-ancestors': ['*'],
      'form-action': ["'none'"],
      'base-uri': ["'none'"],
    },
  },
} as const;

type Source = string | ((request: IncomingMessage, response: ServerResponse) => string);

const nonceSource = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${String((response as Response).locals.cspNonce)}'`;

const POLICY: Record<string, Source[]> = {
  'default-src': ["'self'"],
  'script-src': ["'self'", nonceSource],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
};
