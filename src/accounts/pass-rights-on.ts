import type { EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { AuditActor, AuditedChange } from '../audit/audited-change.js';
import { TODAY } from '../platform/dates/today.sql.js';

/** An agency that turns out to be another one, or becomes it: ids. */
export interface AgencyMove {
  from: string;
  into: string;
}

/**
 * Whoever acts for an agency that becomes another one acts for that one, from the next request on: people who lead it, keys, and
 * those of whom a work sign-in says that they do.
 * @param within the partnership in which it is so, where what is over keeps the old one; null for all that names it
 */
export async function passRightsOn(
  manager: EntityManager,
  audit: AuditLog,
  { moves, within, by }: { moves: readonly AgencyMove[]; within: string | null; by: AuditActor },
): Promise<void> {
  const given = [moves.map(({ from }) => from), moves.map(({ into }) => into), within];
  for (const { action, kind, pass } of RIGHTS) {
    const [passed] = await manager.query<[Passed[], number]>(pass, given);
    for (const { chain, subject, part, from, into } of passed)
      await audit.record(manager, {
        ...{ chain, actor: by, action, subject: { kind, id: subject } },
        ...{ from: { agency: from, ...part }, to: { agency: into, ...part } },
      });
  }
}

interface Passed {
  chain: string | null;
  subject: string;
  /** Which part of the subject it is. */
  part: Record<string, string>;
  from: string;
  into: string;
}

interface Right {
  action: AuditedChange['action'];
  kind: string;
  pass: string;
}

/** @param over what says of `r` that it gives nothing any more */
const passing = (table: string, over: string, returned: string): string => `
  update ${table} r set agency_id = m.into_id from unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id)
  where r.agency_id = m.from_id and ($3::uuid is null or (r.partnership_id = $3 and (${over}) is not true))
  returning ${returned}, m.from_id as "from", m.into_id as "into"`;

const RIGHTS: readonly Right[] = [
  {
    ...{ action: 'role.passed-on', kind: 'account' },
    pass: passing(
      'role_holding',
      `r.ended_at is not null or r.until_on < ${TODAY}`,
      `r.partnership_id as chain, r.account_id as subject, json_build_object('holding', r.id) as part`,
    ),
  },
  {
    ...{ action: 'key.passed-on', kind: 'api-key' },
    pass: passing(
      'api_key',
      'r.revoked_at is not null or r.expires_at <= now()',
      `r.partnership_id as chain, r.id as subject, '{}'::json as part`,
    ),
  },
  {
    ...{ action: 'provider.rule-passed-on', kind: 'identity-provider' },
    pass: passing(
      'provider_role',
      'false',
      `null as chain, r.provider_id as subject, json_build_object('rule', r.id) as part`,
    ),
  },
];
