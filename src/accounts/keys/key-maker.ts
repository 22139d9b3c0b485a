import type { EntityManager } from 'typeorm';

/** Whether a key was made by somebody: what it does then counts as done by them, where two people are asked for. */
export async function isKeyMadeBy(manager: EntityManager, key: string, account: string): Promise<boolean> {
  const made = await manager.query<object[]>(`select 1 from api_key where id = $1 and made_by = $2`, [
    key,
    account,
  ]);
  return made.length > 0;
}
