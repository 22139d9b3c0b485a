import type { EntityManager } from 'typeorm';

/** What became of recommendations. */
export interface ChangedTexts {
  reworded: number;
  /** The same words under another number, or under none. */
  renumbered: number;
  /** Their source does not have them any more. */
  left: number;
}

/** What the transaction of `manager` has done to these recommendations so far: what it writes has its time. */
export async function changedTexts(manager: EntityManager, ids: readonly string[]): Promise<ChangedTexts> {
  const [changed] = await manager.query<ChangedTexts[]>(CHANGED, [ids]);
  return changed!;
}

const CHANGED = `
  select count(*) filter (where c.worded_at = now() and before.text <> c.text)::int as reworded,
    count(*) filter (where c.worded_at = now() and before.text = c.text)::int as renumbered,
    count(*) filter (where c.left_source_at = now())::int as "left"
  from recommendation c left join lateral (
    select v.text from recommendation_version v where v.recommendation_id = c.id order by v.since desc limit 1) before on true
  where c.id = any($1)`;
