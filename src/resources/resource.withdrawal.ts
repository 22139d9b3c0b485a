import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnByState } from '../publishing/withdrawable.js';

/** Its state says that it is withdrawn. */
export const WITHDRAWABLE_RESOURCE: WithdrawableNoun = {
  kind: 'resource',
  address: /^\/resources\/([^/#]+)$/,
  find: async (manager, parts) => await firstRecord(manager, RESOURCE, parts),
  ...withdrawnByState('resource'),
  documents: (_, id) => Promise.resolve([{ kind: 'resource', id }]),
};

const RESOURCE = `
  select b.id, b.title as label, p.name as publisher, b.state in ('draft', 'in-review') as "isDraft",
    b.state = 'withdrawn' as "isWithdrawn", seen.id is not null as "isPublic",
    array['/resources/' || b.slug] as addresses
  from resource b left join ${PUBLIC.resource} seen on seen.id = b.id left join ${PUBLIC.publisher} p on p.id = b.publisher_id
  where b.slug = $1`;
