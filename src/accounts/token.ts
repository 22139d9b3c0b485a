import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A secret of a session or a link: nobody can guess it, and who reads the database does not learn it. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of it. As random as this, it needs no slow hash. @returns null for what cannot be a token */
export const hashOf = (token: string): Buffer | null =>
  SHAPE.test(token) ? createHash('sha256').update(token).digest() : null;
