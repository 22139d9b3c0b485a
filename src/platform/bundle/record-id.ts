import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** The namespace of this library's ids (RFC 9562): made once by chance, and never to be changed. */
const NAMESPACE = Buffer.from('2722de323d41a17620525de449368d2a', 'hex');

/** What identifies a record, in its order: null for what it does not have. Words that are compared in a form come in that form. */
export type IdentityWords = readonly (string | number | null)[];

/**
 * The id of a record, made from what identifies it: a name-based UUID (version 5), the same in every library.
 * @param kind as its table is called
 * @param ordinal 2, 3, … where the id is another's: one that had this identity before, or that says the same
 */
export function recordId(kind: string, identity: IdentityWords, ordinal = 1): string {
  const name = JSON.stringify([kind, ...identity, ...(ordinal === 1 ? [] : [{ ordinal }])]);
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Gives out ids of one kind, each once. */
export class IdBook {
  private readonly taken: Set<string>;

  /** @param taken ids that may not be given out */
  constructor(
    private readonly kind: string,
    taken: Iterable<string> = [],
  ) {
    this.taken = new Set(taken);
  }

  claim(identity: IdentityWords): string {
    for (let ordinal = 1; ; ordinal += 1) {
      const id = recordId(this.kind, identity, ordinal);
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  }
}

/**
 * Ids for new records of a kind that may have very many, in the order of `identities`.
 * @param kind as its table is called
 */
export async function newIds(
  manager: EntityManager,
  kind: string,
  identities: readonly IdentityWords[],
): Promise<string[]> {
  const taken = new Set<string>();
  // Hardly ever more than once: what is taken is asked of the database, and the next ordinal only of what was.
  for (;;) {
    const book = new IdBook(kind, taken);
    const ids = identities.map((identity) => book.claim(identity));
    const found = await manager.query<{ id: string }[]>(`select id from ${kind} where id = any($1::uuid[])`, [
      ids,
    ]);
    if (found.length === 0) return ids;
    for (const { id } of found) taken.add(id);
  }
}
