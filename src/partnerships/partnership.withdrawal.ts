import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnByTime } from '../publishing/withdrawable.js';

/** A partnership's entry can go when nothing that it published is seen: each record has a tombstone of its own. */
export const WITHDRAWABLE_PARTNERSHIP: WithdrawableNoun = {
  kind: 'partnership',
  address: /^\/partnerships\/([^/#]+)$/,
  find: async (manager, parts) => await firstRecord(manager, PARTNERSHIP, parts),
  obstacles: async (manager, id) =>
    (await manager.query<{ address: string }[]>(PUBLISHED, [id])).map(({ address }) => address),
  ...withdrawnByTime('partnership'),
  documents: () => Promise.resolve([]),
};

const PARTNERSHIP = `
  select p.id, p.name as label, p.name as publisher, false as "isDraft", p.withdrawn_at is not null as "isWithdrawn",
    seen.id is not null as "isPublic", array['/partnerships/' || p.slug] as addresses
  from partnership p left join ${PUBLIC.partnership} seen on seen.id = p.id where p.slug = $1`;

const PUBLISHED = `${(['review', 'briefing', 'resource'] as const)
  .map((noun) => `select '/${noun}s/' || b.slug as address from ${PUBLIC[noun]} b where b.publisher_id = $1`)
  .join(' union all ')} order by address`;
