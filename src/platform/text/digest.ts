import { createHash } from 'node:crypto';

/** One short text for many ids, the same for the same ones in the same order and for no others (SHA-256). */
export const digestOf = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.join()).digest('base64');
