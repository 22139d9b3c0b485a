import type { EntityManager } from 'typeorm';

/** What this library is called in its database (`publishing/changes/library-identity.ts`): what is given out is bound to it. */
export async function libraryOf(on: Pick<EntityManager, 'query'>): Promise<string> {
  const [row] = await on.query<{ id: string }[]>('select id from library_identity');
  return row!.id;
}
