import type { ErrorCode } from './library-error.js';

/** Every code has a status and a title; the type checker refuses a code without one. */
export const ERROR_STATUSES: Record<ErrorCode, { status: number; title: string }> = {
  'invalid-request': { status: 400, title: 'That request cannot be understood' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  forbidden: { status: 403, title: 'Not allowed' },
  'proof-needed': { status: 403, title: 'A second step is needed' },
  'not-found': { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'Withdrawn' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported format' },
  internal: { status: 500, title: 'Something went wrong' },
  unavailable: { status: 503, title: 'Not available just now' },
};
