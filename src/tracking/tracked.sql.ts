import type { EntityManager } from 'typeorm';
import { isId } from '../platform/text/is-id.js';

/** The item that an action is of; null where there is no such action. */
export async function actionItemId(manager: EntityManager, action: string): Promise<string | null> {
  if (!isId(action)) return null;
  const [row] = await manager.query<{ id: string }[]>(
    `select item_id as id from tracked_action where id = $1`,
    [action],
  );
  return row?.id ?? null;
}
