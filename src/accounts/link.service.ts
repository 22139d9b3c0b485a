import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { LINK_HOURS, type LinkPurpose } from './link.js';
import { hashOf, newToken } from './token.js';

/** A link that is good, and whom it is for. */
export interface GoodLink {
  purpose: LinkPurpose;
  /** Null for the first administrator. */
  account: { id: string; name: string; email: string } | null;
}

/** A link that was just made. */
export interface MadeLink {
  id: string;
  /** Nowhere kept. */
  token: string;
  expiresAt: Date;
}

/** Makes links that do one thing once, and uses them up. */
@Injectable()
export class LinkService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Replaces those for the same thing that were not used: of several in a mailbox, or handed on, one alone is worth something.
   * They are kept as run out, so that who opens one can be told, and be sent another.
   */
  async make(manager: EntityManager, purpose: LinkPurpose, accountId: string | null): Promise<MadeLink> {
    await manager.query(REPLACE, [purpose, accountId]);
    const token = newToken();
    const made = [hashOf(token), purpose, accountId, LINK_HOURS[purpose]];
    const [link] = await manager.query<Omit<MadeLink, 'token'>[]>(MAKE, made);
    return { ...link!, token };
  }

  /** Looks at a link for one of these things without using it. @returns null for one that is used, too old, or none */
  async look(token: string, ...purposes: LinkPurpose[]): Promise<GoodLink | null> {
    const [found] = await this.source.query<GoodLink[]>(LOOK, [hashOf(token), purposes]);
    return found ?? null;
  }

  /** Uses a link, in the transaction of what it is for: of two at once one finds it used. @returns null as `look` */
  async use(manager: EntityManager, token: string, purpose: LinkPurpose): Promise<GoodLink | null> {
    const [used] = await manager.query<[unknown[], number]>(USE, [hashOf(token), purpose]);
    if (used.length === 0) return null;
    const [link] = await manager.query<GoodLink[]>(USED, [hashOf(token)]);
    return link ?? null;
  }
}

const REPLACE = `
  update sign_in_link set expires_at = now()
  where purpose = $1 and account_id is not distinct from $2 and used_at is null and expires_at > now()`;

const MAKE = `
  insert into sign_in_link (token_hash, purpose, account_id, expires_at)
  values ($1, $2, $3, now() + make_interval(hours => $4)) returning id, expires_at as "expiresAt"`;

/** Whether a link of `sign_in_link` can still be used. */
export const isGood = (l: string): string => `${l}.used_at is null and ${l}.expires_at > now()`;

const READ = `
  select l.purpose, case when a.id is not null then json_build_object('id', a.id, 'name', a.name, 'email', a.email) end as account
  from sign_in_link l left join account a on a.id = l.account_id
  where l.token_hash = $1 and a.ended_at is null`;

const LOOK = `${READ} and l.purpose = any($2) and ${isGood('l')}`;
const USED = READ;
const USE = `
  update sign_in_link l set used_at = now() where l.token_hash = $1 and l.purpose = $2 and ${isGood('l')} returning l.id`;
