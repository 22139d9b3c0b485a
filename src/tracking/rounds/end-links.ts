import type { EntityManager } from 'typeorm';

/** Ends the links that a deputy was sent in the place of others: whoever leaves opens nothing more. */
export async function endLinksTo(manager: EntityManager, leaver: string): Promise<void> {
  await manager.query(`update update_round_link set is_ended = true where deputy_id = $1`, [leaver]);
}
