import type { EntityManager } from 'typeorm';
import type { ItemState } from '../fold.js';
import { positionOf } from './position.js';

/**
 * Writes what is public of items from how they stand. Nothing is written where nothing becomes otherwise: what is public is
 * content, and every statement about it empties what the public's pages have kept.
 */
export async function projectLines(
  manager: EntityManager,
  partnershipId: string,
  states: ReadonlyMap<string, ItemState | null>,
): Promise<void> {
  const kept = await manager.query<{ id: string; entry: string }[]>(KEPT, [[...states.keys()]]);
  const before = new Map(kept.map(({ id, entry }) => [id, Number(entry)]));
  const now = [...states.values()].flatMap((state) => (state?.line?.released ? [rowOf(state)] : []));
  const gone = kept.map(({ id }) => id).filter((id) => now.every((row) => row.id !== id));
  if (gone.length > 0) await manager.query(TAKE_AWAY, [gone]);
  const changed = now.filter(({ id, entry }) => before.get(id) !== entry);
  if (changed.length > 0) await manager.query(RELEASE, [partnershipId, JSON.stringify(changed)]);
}

function rowOf({ id, source, line }: ItemState): object & { id: string; entry: number } {
  const { entry, words, on, stood } = line!.released!;
  const { responses, delivery, judgement, impact, impactClaimed } = positionOf(stood);
  return {
    ...{ id, recommendation: source.kind === 'recommendation' ? source.id : null, entry, words, on },
    ...{ responses, delivery, judgement, impact, claimed: impactClaimed },
  };
}

const KEPT = `select item_id as id, entry from released_line where item_id = any($1)`;

const TAKE_AWAY = `delete from released_line where item_id = any($1)`;

const RELEASE = `
  insert into released_line (item_id, partnership_id, recommendation_id, entry, words_entry, released_on, responses, delivery,
    judgement, impact, impact_claimed)
  select row.id, $1, row.recommendation, row.entry, row.words, row."on", row.responses, row.delivery, row.judgement,
    row.impact, row.claimed
  from jsonb_to_recordset($2::jsonb) as row(id uuid, recommendation uuid, entry bigint, words bigint, "on" date,
    responses jsonb, delivery text, judgement text, impact text, claimed boolean)
  on conflict (item_id) do update set entry = excluded.entry, words_entry = excluded.words_entry,
    released_on = excluded.released_on, responses = excluded.responses, delivery = excluded.delivery,
    judgement = excluded.judgement, impact = excluded.impact, impact_claimed = excluded.impact_claimed`;
