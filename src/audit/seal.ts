import { createHmac } from 'node:crypto';

/** Where a chain ends. */
export interface End {
  chain: string;
  number: number;
  hash: Buffer;
}

/**
 * What shows that a chain ended there: only who has the key can make it, and the key is not in the database.
 * @param key of the library, from its data folder or its settings
 */
export const sealOf = (key: string, { chain, number, hash }: End): Buffer =>
  createHmac('sha256', key).update(`${chain} ${number} `).update(hash).digest();
