import { getSchemaPath } from '@nestjs/swagger';
import { Problem } from '../platform/http/errors/problem.model.js';
import { SAYS_WHO_ASKS } from '../platform/http/errors/validation.js';
import type {
  DescribedAnswer,
  DescribedHeader,
  DescribedParameter,
  DescribedSchema,
  Reference,
} from './openapi-types.js';

/** What many addresses have, said once and referred to. */

const text: DescribedSchema = { type: 'string' };

export const HEADERS = {
  'X-Request-Id': {
    description: 'The number of the request: say it when you tell us of a problem.',
    required: true,
    schema: text,
  },
  ETag: {
    description:
      'Send it as `If-None-Match` when you ask again: if nothing has changed, the answer is 304, without a body.',
    required: true,
    schema: text,
  },
  'Cache-Control': {
    description: '`no-cache`: keep it, and ask again before you show it, for it may have been withdrawn.',
    schema: text,
  },
  Link: {
    description:
      'Where to go on: `next`, `prev` and `first` of a list, `alternate` for people, `describedby` (RFC 8288).',
    schema: text,
  },
  Deprecation: {
    description:
      'Where something in the answer is marked `deprecated` here: since when, as `@` and seconds (RFC 9745).',
    schema: text,
  },
  Sunset: {
    description: 'When what is deprecated goes: six months later (RFC 8594).',
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'How often you may ask: `"address";q=60;w=60` is 60 times in 60 seconds.',
    schema: text,
  },
  RateLimit: {
    description: 'What is left of it: `"address";r=59;t=60` is 59 times in the next 60 seconds.',
    schema: text,
  },
  'Retry-After': {
    description: 'Wait so many seconds before you ask again.',
    schema: { type: 'integer' },
  },
  Allow: { description: 'The methods that this address takes.', schema: text },
  'WWW-Authenticate': { description: '`Bearer`: send another key, or none.', schema: text },
} as const satisfies Record<string, DescribedHeader>;

export type HeaderName = keyof typeof HEADERS;

const headers = (...names: HeaderName[]): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** What every answer of the API has in its head. */
const EVERY: HeaderName[] = ['X-Request-Id', 'RateLimit-Policy', 'RateLimit'];
const KEPT: HeaderName[] = ['ETag', 'Cache-Control', 'Link', 'Deprecation', 'Sunset'];
export const HEADS = {
  every: headers(...EVERY),
  kept: headers(...EVERY, ...KEPT),
} as const;

const problem = (description: string, ...names: HeaderName[]): DescribedAnswer => ({
  description,
  headers: headers(...EVERY, ...names),
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
});

/** Answers by the name under which they are referred to. */
export const SHARED_ANSWERS = {
  NotModified: {
    description: 'Nothing has changed since the answer whose `ETag` you sent as `If-None-Match`.',
    headers: headers(...EVERY, ...KEPT),
  },
  BadRequest: problem('Something in the request does not fit: `errors` names it.'),
  NotSignedIn: problem('The key is not good, or there is none where one is needed.', 'WWW-Authenticate'),
  Forbidden: problem('The key, or whoever is signed in, may not do this.'),
  NotFound: problem('There is nothing here, or nothing that you may know of.'),
  MethodNotAllowed: problem('This address takes other methods: `Allow` names them.', 'Allow'),
  Conflict: problem('It does not go with how things stand: `code` says why.'),
  Overtaken: problem('Somebody else was faster: it is not the version that `If-Match` names any more.'),
  TooLarge: problem('The file is too large.'),
  NotTaken: problem('This format is not taken.'),
  Unprocessable: problem('It can be understood, and something is missing: `code` says what.'),
  TooManyRequests: problem(
    'You have asked too often, or too much at once. `RateLimit-Policy` and `RateLimit`, which every answer has, say how ' +
      'often you may ask, and what is left.',
    'Retry-After',
  ),
  Unexpected: {
    description: 'Anything else that goes wrong: `code` says what, and 503 that it will pass.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  },
} as const satisfies Record<string, DescribedAnswer>;

export type AnswerName = keyof typeof SHARED_ANSWERS;

export const answer = (name: AnswerName): Reference => ({ $ref: `#/components/responses/${name}` });

export const PARAMETERS = {
  [SAYS_WHO_ASKS]: {
    name: SAYS_WHO_ASKS,
    in: 'query',
    required: false,
    description:
      'Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept.',
    schema: { type: 'string', format: 'email' },
  },
} as const satisfies Record<string, DescribedParameter>;

export const MAILTO: Reference = { $ref: `#/components/parameters/${SAYS_WHO_ASKS}` };

export const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, as `Authorization: Bearer …`. What is public needs none; with one, you may ask more often. A partnership’s ' +
      'administrator makes keys on the page “People”.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description: 'Set by signing in on the pages of the library, for what these pages ask themselves.',
  },
} as const;
