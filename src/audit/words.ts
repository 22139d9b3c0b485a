import { createHash, randomBytes } from 'node:crypto';
import type { AuditedChange, Json } from './audited-change.js';

/** What one field of an entry says in words, with the salt of its hash. */
interface SaltedWords {
  field: string;
  salt: Buffer;
  /** As JSON. */
  content: string;
}

/** The words of an entry, each with a salt of its own, so that each can be deleted by itself. */
export function saltedWords({ actor, subject, why, words }: Omit<AuditedChange, 'chain'>): SaltedWords[] {
  const said: Record<string, Json | undefined> = {
    ...{ actor: actor.name, subject: subject.name, why, from: words?.from, to: words?.to },
  };
  return Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ field, salt: randomBytes(16), content: JSON.stringify(value) }));
}

/** What the entry holds of its words, by field. */
export const hashesOf = (words: SaltedWords[]): Record<string, string> =>
  Object.fromEntries(
    words.map(({ field, salt, content }) => [
      field,
      createHash('sha256').update(salt).update(content).digest('hex'),
    ]),
  );
