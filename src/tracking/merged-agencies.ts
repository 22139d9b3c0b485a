import type { EntityManager } from 'typeorm';
import type { AgencyMove } from '../accounts/pass-rights-on.js';
import { PeopleQueries } from '../accounts/people.queries.js';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditEntries } from '../audit/audit-entries.js';
import type { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../platform/clock/clock.js';
import { londonDay } from '../platform/dates/london-day.js';
import { PUBLIC } from '../publishing/audience.js';
import { AgencyService } from '../recommendations/agency.service.js';
import { AgencyList } from './agency-list.js';
import { succeedAgency } from './agency-succession.js';
import type { Follower } from './follower.js';
import { TrackingChange } from './tracking-change.js';

/**
 * Agencies that an import finds to be others become those today, in each partnership that follows anything, as where its audit lead
 * says so.
 * @returns ids of those that are to stay under their old names, for what is over
 */
export async function followMergedAgencies(
  manager: EntityManager,
  audit: AuditLog,
  moves: readonly AgencyMove[],
): Promise<string[]> {
  const rows = await manager.query<Following[]>(FOLLOWING, [moves.map(({ from }) => from)]);
  if (rows.length === 0) return [];
  const { connection } = manager;
  const [{ now }] = await manager.query<[{ now: Date }]>('select library_now() as now');
  const rooms = { audit, entries: new AuditEntries(connection), clock: new Clock(now) };
  const agencies = new AgencyList(new AgencyService(), new PeopleQueries(connection));
  const on = londonDay(now);
  for (const own of Map.groupBy(rows, ({ partnership }) => partnership.id).values()) {
    const { partnership } = own[0]!;
    await audit.hold(manager, partnership.id);
    const change = new TrackingChange(manager, { ...IMPORT, partnership }, on, rooms, null);
    for (const { id, name } of own) {
      const into = moves.filter(({ from }) => from === id).map((move) => move.into);
      await succeedAgency(change, { audit, agencies }, { from: { id, name }, into, kind: 'merged', on });
    }
    await change.record();
  }
  return [...new Set(rows.map(({ id }) => id))];
}

interface Following {
  id: string;
  name: string;
  partnership: Follower['partnership'];
}

const IMPORT = { by: BY_THE_SYSTEM, role: 'audit-lead', agency: null, way: 'import' } as const;

/** In whose list agencies stand, where that partnership follows anything, says anything of them or has used anything with them. */
const FOLLOWING = `
  select a.id, a.name, json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as partnership
  from agency_name a join ${PUBLIC.publisher} p on a.partnership_id is null or a.partnership_id = p.id
  where a.id = any($1) and (exists (select 1 from tracked_item i where i.partnership_id = p.id)
    or exists (select 1 from team_use u where u.partnership_id = p.id and u.agency_id = a.id)
    or exists (select 1 from tracked_agency t where t.partnership_id = p.id and (t.agency_id = a.id
      or a.id = any(t.members) or a.id = any(t.successors))))
  order by p.id, a.id`;
