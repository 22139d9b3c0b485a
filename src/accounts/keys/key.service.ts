import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor } from '../../audit/audited-change.js';
import type { KeyHolder } from '../../platform/http/access/actor.js';
import { AGENCY_KEY_ROLES, KEY_ROLES, usualRole } from '../../platform/http/access/key-roles.js';
import type { Role } from '../../platform/http/access/roles.js';
import type { Scope } from '../../platform/http/access/scopes.js';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { prepared } from '../../platform/postgres/prepared.js';
import { hashOfKey, newKey } from './key-text.js';

/** A key as it is to be made. */
export interface KeyWish {
  name: string;
  scopes: Scope[];
  /** Null for the one that is usual for such a key. */
  role: Role | null;
  /** Null for the public library alone. */
  partnershipId: string | null;
  agencyId: string | null;
  /** 1 to 365. */
  days: number;
}

/** A key as its administrators see it: never the key itself. */
export interface KeyItem extends KeyHolder {
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  state: 'good' | 'expired' | 'revoked';
}

export const LONGEST_DAYS = 365;
/** Of the public library there is no more to tell than this. */
const PUBLIC_SCOPES: readonly Scope[] = ['library:read'];

/** Alone writes keys. Each request looks, so that a key that is revoked is worth nothing from the next one on, on all instances. */
@Injectable()
export class KeyService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns its id, and the key, which is kept nowhere
   * @throws LibraryError invalid-request, naming the field
   */
  async make(wish: KeyWish, by: AuditActor): Promise<{ id: string; key: string }> {
    check(wish);
    const { name, scopes, partnershipId, agencyId, days } = wish;
    const role = wish.role ?? (partnershipId === null ? null : usualRole(scopes, agencyId !== null));
    const key = newKey();
    const id = await this.source.transaction(async (manager) => {
      const [made] = await manager.query<{ id: string }[]>(MAKE, [
        ...[name, hashOfKey(key), scopes, role, partnershipId, agencyId, days],
        by.kind === 'person' ? by.id : null,
      ]);
      await this.audit.record(manager, {
        ...{
          chain: partnershipId,
          actor: by,
          action: 'key.made',
          subject: { kind: 'api-key', id: made!.id, name },
        },
        to: { scopes, role, agency: agencyId, days },
      });
      return made!.id;
    });
    return { id, key };
  }

  /** @param partnershipId whose; null for all */
  async list(partnershipId: string | null): Promise<KeyItem[]> {
    return await this.source.query<KeyItem[]>(LIST, [partnershipId]);
  }

  /** @param partnershipId whose it has to be; null for any @returns whether there was such a good one */
  async revoke(id: string, partnershipId: string | null, by: AuditActor): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const [[revoked]] = await manager.query<[{ partnershipId: string | null }[], number]>(REVOKE, [
        id,
        partnershipId,
      ]);
      if (!revoked) return false;
      await this.audit.record(manager, {
        ...{
          chain: revoked.partnershipId,
          actor: by,
          action: 'key.revoked',
          subject: { kind: 'api-key', id },
        },
      });
      return true;
    });
  }

  /** @returns whose a key is, while it is good, else null. That it was used is written once a minute. */
  async find(text: string): Promise<KeyHolder | null> {
    const hash = hashOfKey(text);
    if (!hash) return null;
    const [found] = await prepared<KeyHolder & { isStale: boolean }>(this.source, 'api-key', FIND, [hash]);
    if (!found) return null;
    const { isStale, ...holder } = found;
    if (isStale) await this.source.query('update api_key set used_at = now() where id = $1', [holder.id]);
    return holder;
  }
}

function check({ name, scopes, role, partnershipId, agencyId, days }: KeyWish): void {
  if (!/^\P{Cc}{1,100}$/u.test(name))
    throw invalidField('name', 'Say what the key is for, in one line of at most 100 characters');
  if (scopes.length === 0) throw invalidField('scopes', 'Choose what the key is for');
  if (partnershipId === null && scopes.some((scope) => !PUBLIC_SCOPES.includes(scope)))
    throw invalidField('scopes', 'A key for the public library alone can only read it');
  if (agencyId !== null && partnershipId === null)
    throw invalidField('agency', 'Choose the partnership of this agency first');
  if (role !== null && partnershipId === null)
    throw invalidField('role', 'A key for the public library alone acts in no role');
  if (role !== null && !KEY_ROLES.includes(role)) throw invalidField('role', 'Choose a role from the list');
  if (role === 'agency-lead' && agencyId === null)
    throw invalidField('agency', 'Choose the agency for which the key acts as agency lead');
  if (role !== null && agencyId !== null && !AGENCY_KEY_ROLES.includes(role))
    throw invalidField('role', 'A key for one agency acts as its agency lead, or as a reader');
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    throw invalidField('days', `A key is good for 1 to ${LONGEST_DAYS} days`);
}

const MAKE = `
  insert into api_key (name, key_hash, scopes, role, partnership_id, agency_id, expires_at, made_by)
  values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), $8) returning id`;

const isGood = (k: string): string => `${k}.revoked_at is null and ${k}.expires_at > now()`;

const HOLDER = `
  k.id, k.name, k.scopes, k.role,
  case when p.id is not null then json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) end as partnership,
  case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as agency`;

const HELD = `
  api_key k left join ${PUBLIC.publisher} p on p.id = k.partnership_id left join agency_name g on g.id = k.agency_id`;

const FIND = `
  select ${HOLDER}, coalesce(k.used_at < now() - interval '1 minute', true) as "isStale"
  from ${HELD} where k.key_hash = $1 and ${isGood('k')}`;

const LIST = `
  select ${HOLDER}, k.made_at as "madeAt", k.expires_at as "expiresAt", k.used_at as "usedAt",
    case when k.revoked_at is not null then 'revoked' when ${isGood('k')} then 'good' else 'expired' end as state
  from ${HELD}
  where $1::uuid is null or k.partnership_id = $1
  order by ${isGood('k')} desc, k.made_at desc, k.id`;

const REVOKE = `
  update api_key k set revoked_at = now()
  where k.id = $1 and ($2::uuid is null or k.partnership_id = $2) and ${isGood('k')}
  returning k.partnership_id as "partnershipId"`;
