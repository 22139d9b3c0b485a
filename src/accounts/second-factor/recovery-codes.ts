import { createHmac, randomBytes } from 'node:crypto';

const HOW_MANY = 10;
const LENGTH = 16;
/** Crockford's base 32: no letter that is taken for a digit. 16 of them are 80 bits: nobody guesses one, or works it out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Ten new codes, as they are shown: `7K3M-Q0ZD-…`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    return letters.match(/.{4}/g)!.join('-');
  });

/** What is kept of a code, however it was typed. @returns null for what cannot be one */
export function hashOfRecoveryCode(typed: string, key: Buffer): Buffer | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => TYPED_FOR[letter]!);
  if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return createHmac('sha256', key).update(letters).digest();
}
