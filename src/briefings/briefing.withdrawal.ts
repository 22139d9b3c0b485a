import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnByState } from '../publishing/withdrawable.js';

/** Its state says that it is withdrawn. */
export const WITHDRAWABLE_BRIEFING: WithdrawableNoun = {
  kind: 'briefing',
  address: /^\/briefings\/([^/#]+)$/,
  find: async (manager, parts) => await firstRecord(manager, BRIEFING, parts),
  ...withdrawnByState('briefing'),
  documents: (_, id) => Promise.resolve([{ kind: 'briefing', id }]),
};

const BRIEFING = `
  select b.id, b.title as label, p.name as publisher, b.state in ('draft', 'in-review') as "isDraft",
    b.state = 'withdrawn' as "isWithdrawn", seen.id is not null as "isPublic",
    array['/briefings/' || b.slug] as addresses
  from briefing b left join ${PUBLIC.briefing} seen on seen.id = b.id left join ${PUBLIC.publisher} p on p.id = b.publisher_id
  where b.slug = $1`;
