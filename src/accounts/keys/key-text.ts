import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'prl_';
const SECRET_BYTES = 32;
const CHECK_LENGTH = 6;
const SHAPE = /^prl_([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{6})$/;

const checkOf = (secret: string): string =>
  createHash('sha256').update(`${PREFIX}${secret}`).digest('base64url').slice(0, CHECK_LENGTH);

/** A new key: with a beginning by which scanners for lost secrets know it, and an end that tells it from what only looks so. */
export function newKey(): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return `${PREFIX}${secret}${checkOf(secret)}`;
}

/** What is kept of a key. @returns null for what is none of ours, of which nobody needs to be asked */
export function hashOfKey(text: string): Buffer | null {
  const [, secret, check] = SHAPE.exec(text) ?? [];
  return secret !== undefined && check === checkOf(secret)
    ? createHash('sha256').update(text).digest()
    : null;
}
