import type { EntityManager } from 'typeorm';

/** Who does something: an account, or a key. */
interface Doer {
  kind: string;
  id: string | null;
}

/**
 * Whether two doers are one and the same, where two people are asked for: what a key does counts as done by whoever made it, and
 * so do two keys that one person has made.
 */
export async function isSameDoer(manager: EntityManager, one: Doer, other: Doer): Promise<boolean> {
  if (one.kind === other.kind && one.id === other.id) return true;
  const person = await personBehind(manager, one);
  return person !== null && person === (await personBehind(manager, other));
}

/** Id of an account; null where none is known, as of keys that were made on the command line. */
async function personBehind(manager: EntityManager, { kind, id }: Doer): Promise<string | null> {
  if (kind !== 'key' || id === null) return kind === 'person' ? id : null;
  const [key] = await manager.query<{ by: string | null }[]>(
    'select made_by as by from api_key where id = $1',
    [id],
  );
  return key?.by ?? null;
}
