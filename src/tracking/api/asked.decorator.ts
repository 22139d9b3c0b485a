import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { followerOf, type Follower } from '../follower.js';
import type { Asked } from '../tracking-log.js';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** Who asks, as somebody who follows recommendations. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Follower =>
  followerOf(requestOf(context), 'api'),
);

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
});
const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'The `version` that you have read: 412 where somebody has changed it since.',
  schema: { type: 'string' },
});

/** What the headers of a change say: `Idempotency-Key` and `If-Match`. */
export const AskedBy = (): ParameterDecorator => (target, name, index) => {
  const method = Object.getOwnPropertyDescriptor(target, name!)!;
  // The last that is said of a method stands first in its description.
  for (const head of [IF_MATCH, IDEMPOTENCY_KEY]) head(target, name!, method);
  ReadAsked()(target, name, index);
};

const ReadAsked = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = requestOf(context);
  const key = request.get('idempotency-key')?.trim() || null;
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalidField('Idempotency-Key', 'Idempotency-Key takes 1 to 200 printable characters');
  const body = request.body as unknown;
  const file = request.file ? createHash('sha256').update(request.file.buffer).digest('hex') : '';
  return {
    key,
    request: `${request.method} ${request.path} ${JSON.stringify(body ?? null)} ${file}`.trim(),
    version: versionOf(request.get('if-match')),
  };
});

/** As an ETag or as the bare number. */
function versionOf(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const [, version] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim()) ?? [];
  if (version === undefined)
    throw invalidField('If-Match', 'If-Match takes a version, as the item or action has it');
  return Number(version);
}
