import type { EntityManager } from 'typeorm';
import { changedTexts, type ChangedTexts } from '../recommendations/changed-texts.js';

/** What the transaction of `manager` has done so far to recommendations that some partnership follows; by whom is not said. */
export async function followedChanges(manager: EntityManager): Promise<ChangedTexts> {
  const rows = await manager.query<{ id: string }[]>(FOLLOWED);
  return await changedTexts(
    manager,
    rows.map(({ id }) => id),
  );
}

const FOLLOWED = `
  select distinct recommendation_id as id from tracked_item where state is not null and recommendation_id is not null`;
