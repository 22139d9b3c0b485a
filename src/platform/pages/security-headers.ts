import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The one place where the browser may run Swagger UI, which writes styles into its elements. */
const DOCUMENTATION = '/api/docs';

const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * What browsers are told about every answer. Scripts and styles come from here alone, save GOV.UK Frontend's one line of
 * script in the page, which carries a nonce (`res.locals.cspNonce`) that is new with every request.
 */
export function securityHeaders(): RequestHandler {
  const pages = helmet({ ...COMMON, contentSecurityPolicy: policy([nonceSource], []) });
  const documentation = helmet({
    ...COMMON,
    contentSecurityPolicy: policy([nonceSource], ["'unsafe-inline'"]),
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.locals.cspNonce = randomBytes(16).toString('base64');
    // Behind a proxy that ends TLS (TRUST_PROXY) it is the proxy that says so. A browser ignores HSTS over http.
    if (request.secure) response.setHeader('Strict-Transport-Security', HSTS);
    const headers = isDocumentation(request.path) ? documentation : pages;
    headers(request, response, next);
  };
}

const COMMON = {
  // An address of ours may hold what somebody searched for: no other site learns it.
  referrerPolicy: { policy: 'same-origin' },
  // Set above, for secure connections alone: the library also runs on plain http, on one machine.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
} as const;

type Source = string | ((request: IncomingMessage, response: ServerResponse) => string);

function policy(
  scripts: Source[],
  styles: Source[],
): { useDefaults: false; directives: Record<string, Source[]> } {
  return {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'", ...scripts],
      'style-src': ["'self'", ...styles],
      'img-src': ["'self'", 'data:'],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
    },
  };
}

const nonceSource = (_request: IncomingMessage, response: ServerResponse): string =>
  `'nonce-${String((response as Response).locals.cspNonce)}'`;

const isDocumentation = (path: string): boolean =>
  path === DOCUMENTATION || path.startsWith(`${DOCUMENTATION}/`);
