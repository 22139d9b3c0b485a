import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Acting, Actor } from '../platform/http/access/actor.js';
import { mayActIn, type Proof, type Role } from '../platform/http/access/roles.js';
import { prepared } from '../platform/postgres/prepared.js';
import { isId } from '../platform/text/is-id.js';
import { PUBLIC } from '../publishing/audience.js';
import { isHeld, rankOf } from './holding.sql.js';
import { hashOf, newToken } from './token.js';

/** A session as its owner sees it. */
export interface SessionItem {
  id: string;
  device: string;
  begunAt: Date;
  seenAt: Date;
}

/** How somebody signed in, as far as it decides what they may do. */
export interface SignedInBy {
  proof: Proof;
  /** Null for a password or a link. */
  providerId: string | null;
  /** For what may be done in no other role that they hold: to this session they hold none. Null for all. */
  onlyRole: Role | null;
}

/** A password or a link by itself proves nothing more. */
const BY_PASSWORD: SignedInBy = { proof: 'none', providerId: null, onlyRole: null };

/** Sessions last 30 minutes after the last request, and never longer than 12 hours: by the clock of the database. */
const IDLE = `interval '30 minutes'`;
const ABSOLUTE = `interval '12 hours'`;

/** Alone writes sessions. Tokens stand in cookies alone; the database has their hashes. */
@Injectable()
export class SessionService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Begins a session, in the role in which the person acted last. @returns its token */
  async begin(
    manager: EntityManager,
    accountId: string,
    device: string,
    by: Partial<SignedInBy> = {},
  ): Promise<string> {
    const { proof, providerId, onlyRole } = { ...BY_PASSWORD, ...by };
    const token = newToken();
    await manager.query(BEGIN, [hashOf(token), accountId, device, proof, providerId, onlyRole]);
    return token;
  }

  /** @returns who has this token, while its session lasts, else null. That they were seen is written once a minute. */
  async find(token: string): Promise<Actor | null> {
    const hash = hashOf(token);
    if (!hash) return null;
    const [row] = await prepared<Row>(this.source, 'session', FIND, [hash]);
    if (!row) return null;
    if (row.isStale) await this.source.query('update session set seen_at = now() where id = $1', [row.id]);
    return actorOf(row, hash);
  }

  /** Acts in another role from now on, under a new token. @returns it; null where the person does not hold the role */
  async actIn(
    manager: EntityManager,
    { accountId, session }: Actor,
    holdingId: string,
  ): Promise<string | null> {
    const token = newToken();
    const [changed] = await manager.query<[unknown[], number]>(ACT_IN, [
      ...[session.id, accountId, holdingId, hashOf(token)],
    ]);
    return changed.length > 0 ? token : null;
  }

  /**
   * A new token for the same session, after what made the person more or less certain.
   * @param proof what it now shows; as before, where it is left out, and where a provider vouches for the person
   */
  async renew(manager: EntityManager, { session }: Actor, proof: Proof | null = null): Promise<string> {
    const token = newToken();
    await manager.query(RENEW, [session.id, hashOf(token), proof]);
    return token;
  }

  /** Those that last, the present one included. */
  async list(accountId: string): Promise<SessionItem[]> {
    return await this.source.query<SessionItem[]>(LIST, [accountId]);
  }

  /** Ends one of a person's own. @returns whether there was such a one */
  async end(manager: EntityManager, accountId: string, sessionId: string): Promise<boolean> {
    if (!isId(sessionId)) return false;
    const [ended] = await manager.query<[unknown[], number]>(END, [accountId, sessionId]);
    return ended.length > 0;
  }

  /** @param except the session that is to last; none where it is left out */
  async endAll(manager: EntityManager, accountId: string, except: string | null = null): Promise<void> {
    await manager.query(END_ALL, [accountId, except]);
  }

  /** Ends those of everybody whom a provider let in. */
  async endAllBy(manager: EntityManager, providerId: string): Promise<void> {
    await manager.query(END_ALL_BY, [providerId]);
  }

  /** Of sessions that ended long ago nobody asks. */
  async forgetEnded(): Promise<void> {
    await this.source.query(`delete from session where seen_at < now() - interval '30 days'`);
    await this.source.query(`delete from sign_in_link where expires_at < now() - interval '30 days'`);
  }
}

interface Row {
  id: string;
  isStale: boolean;
  onlyRole: Role | null;
  accountId: string;
  name: string;
  holdingId: string | null;
  role: Role;
  partnership: { id: string; slug: string; name: string } | null;
  agency: { id: string; name: string } | null;
  proof: Proof;
  provider: { slug: string; name: string } | null;
}

function actorOf(row: Row, hash: Buffer): Actor {
  const { accountId, name, holdingId, role, partnership, agency, proof, provider, onlyRole } = row;
  const chosen: Acting | null = holdingId === null ? null : { holdingId, role, partnership, agency };
  const isProved = chosen !== null && mayActIn(role, proof);
  return {
    ...{ accountId, name, acting: isProved ? chosen : null, waiting: isProved ? null : chosen },
    session: { id: row.id, key: hash.toString('hex'), proof, provider, onlyRole },
  };
}

const lasts = (s: string): string =>
  `${s}.ended_at is null and ${s}.seen_at > now() - ${IDLE} and ${s}.begun_at > now() - ${ABSOLUTE}`;

/** Whether a role is held, as far as a session may know. */
const isHeldIn = (s: string, h: string): string =>
  `${isHeld(h)} and ${h}.role = coalesce(${s}.only_role, ${h}.role)`;

const BEGIN = `
  insert into session (token_hash, account_id, device, proof, provider_id, only_role, holding_id) values ($1, $2, $3, $4, $5, $6, (
    select h.id from role_holding h where h.account_id = $2 and ${isHeld('h')} and h.role = coalesce($6, h.role)
    order by (select max(s.seen_at) from session s where s.holding_id = h.id) desc nulls last, ${rankOf('h')}, h.granted_at, h.id
    limit 1))`;

const RENEW = `
  update session s set token_hash = $2,
    proof = case when s.provider_id is null then coalesce($3::text, s.proof) else s.proof end
  where s.id = $1`;

const FIND = `
  select s.id, s.seen_at < now() - interval '1 minute' as "isStale", s.proof, s.only_role as "onlyRole",
    case when i.id is not null then json_build_object('slug', i.slug, 'name', i.name) end as provider, a.id as "accountId", a.name, h.id as "holdingId", h.role,
    case when p.id is not null then json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) end as partnership,
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as agency
  from session s
    join account a on a.id = s.account_id and a.ended_at is null
    left join role_holding h on h.id = s.holding_id and h.account_id = a.id and ${isHeldIn('s', 'h')}
    left join ${PUBLIC.publisher} p on p.id = h.partnership_id
    left join agency_name g on g.id = h.agency_id
    left join identity_provider i on i.id = s.provider_id
  where s.token_hash = $1 and ${lasts('s')}`;

const ACT_IN = `
  update session s set holding_id = h.id, token_hash = $4 from role_holding h
  where s.id = $1 and s.account_id = $2 and ${lasts('s')} and h.id = $3 and h.account_id = $2 and ${isHeldIn('s', 'h')}
  returning s.id`;

const LIST = `
  select s.id, s.device, s.begun_at as "begunAt", s.seen_at as "seenAt" from session s
  where s.account_id = $1 and ${lasts('s')} order by s.seen_at desc, s.id`;

const END = `
  update session s set ended_at = now() where s.account_id = $1 and s.id = $2 and s.ended_at is null returning s.id`;

const END_ALL = `
  update session s set ended_at = now()
  where s.account_id = $1 and s.ended_at is null and s.id is distinct from $2::uuid`;

const END_ALL_BY = `update session s set ended_at = now() where s.provider_id = $1 and s.ended_at is null`;
