import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor } from '../audit/audited-change.js';
import type { Role } from '../platform/http/access/roles.js';
import { invalidField } from '../platform/http/errors/library-error.js';
import { TODAY } from '../platform/dates/today.sql.js';

/** A role as it is to be given. */
export interface RoleGrant {
  role: Role;
  /** Null for platform administrators alone. */
  partnershipId: string | null;
  /** For agency leads alone. */
  agencyId: string | null;
  /** The first day, YYYY-MM-DD; today, where it is null. */
  fromOn: string | null;
  /** The last day; null where it has none. */
  untilOn: string | null;
  /** The provider that says so; left out where a person does. */
  providerId?: string | null;
}

/** Alone writes which roles people hold. */
@Injectable()
export class RoleService {
  constructor(private readonly audit: AuditLog) {}

  /**
   * Gives somebody a role, in the transaction of `manager`.
   * @throws LibraryError invalid-request, naming the field, where they hold it in that time already
   */
  async grant(manager: EntityManager, accountId: string, grant: RoleGrant, by: AuditActor): Promise<void> {
    checkGrant(grant);
    // One at a time for each person, so that of two at once the second sees the first.
    await manager.query('select id from account where id = $1 for update', [accountId]);
    const { role, partnershipId, agencyId, fromOn, untilOn } = grant;
    const given = [accountId, role, partnershipId, agencyId, fromOn, untilOn];
    const [overlap] = await manager.query<object[]>(OVERLAP, given);
    if (overlap) throw invalidField('role', 'They hold this role in that time already');
    const [holding] = await manager.query<{ id: string; fromOn: string }[]>(GRANT, [
      ...given,
      by.kind === 'person' ? by.id : null,
      grant.providerId ?? null,
    ]);
    await this.audit.record(manager, {
      ...{
        chain: partnershipId,
        actor: by,
        action: 'role.granted',
        subject: { kind: 'account', id: accountId },
      },
      to: { holding: holding!.id, role, agency: agencyId, from: holding!.fromOn, until: untilOn },
    });
  }

  /** Ends a role before its day, from the next request on. @returns whether there was such a one to end */
  async end(manager: EntityManager, accountId: string, holdingId: string, by: AuditActor): Promise<boolean> {
    const [[ended]] = await manager.query<[Ended[], number]>(END, [accountId, holdingId]);
    if (!ended) return false;
    const { partnershipId, role, untilOn } = ended;
    await this.audit.record(manager, {
      ...{
        chain: partnershipId,
        actor: by,
        action: 'role.ended',
        subject: { kind: 'account', id: accountId },
      },
      from: { holding: holdingId, role, until: untilOn },
    });
    return true;
  }
}

interface Ended {
  partnershipId: string | null;
  role: Role;
  untilOn: string | null;
}

/** @throws LibraryError invalid-request, naming the field, for what cannot be held */
export function checkGrant({ role, partnershipId, agencyId, fromOn, untilOn }: RoleGrant): void {
  if ((role === 'platform-administrator') !== (partnershipId === null))
    throw invalidField('partnership', 'Choose the partnership in which they hold this role');
  if (role === 'agency-lead' && agencyId === null)
    throw invalidField('agency', 'Choose the agency that they lead');
  if (role !== 'agency-lead' && agencyId !== null)
    throw invalidField('agency', 'Leave the agency empty: only an agency lead has one');
  if (fromOn && untilOn && untilOn < fromOn)
    throw invalidField('untilOn', 'The last day must be the first day or later');
}

const FROM = `coalesce($5::date, ${TODAY})`;

const OVERLAP = `
  select 1 from role_holding h where h.account_id = $1 and h.role = $2 and h.partnership_id is not distinct from $3::uuid
    and h.agency_id is not distinct from $4::uuid and h.ended_at is null
    and daterange(h.from_on, h.until_on, '[]') && daterange(least(${FROM}, $6::date), $6::date, '[]')`;

const GRANT = `
  insert into role_holding (account_id, role, partnership_id, agency_id, from_on, until_on, granted_by, provider_id)
  values ($1, $2, $3, $4, ${FROM}, $6, $7, $8) returning id, from_on::text as "fromOn"`;

const END = `
  update role_holding h set ended_at = now()
  where h.account_id = $1 and h.id = $2 and h.ended_at is null and coalesce(h.until_on, 'infinity') >= ${TODAY}
  returning h.partnership_id as "partnershipId", h.role, h.until_on::text as "untilOn"`;
