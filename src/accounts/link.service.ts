import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { LINK_HOURS, type LinkPurpose } from './link.js';
import { SignInLink } from './sign-in-link.entity.js';
import { hashOf, newToken } from './token.js';

/** A link that is good, and whom it is for. */
export interface GoodLink {
  purpose: LinkPurpose;
  /** Null for the first administrator. */
  account: { id: string; name: string; email: string } | null;
}

/** Makes links that do one thing once, and uses them up. */
@Injectable()
export class LinkService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Replaces those for the same thing that were not used. @returns its token, which is nowhere kept */
  async make(manager: EntityManager, purpose: LinkPurpose, accountId: string | null): Promise<string> {
    await manager.delete(SignInLink, { purpose, accountId: accountId ?? IsNull(), usedAt: IsNull() });
    const token = newToken();
    await manager.query(MAKE, [hashOf(token), purpose, accountId, LINK_HOURS[purpose]]);
    return token;
  }

  /** Looks at a link without using it. @returns null for one that is used, too old, or none */
  async look(token: string): Promise<GoodLink | null> {
    const [found] = await this.source.query<GoodLink[]>(LOOK, [hashOf(token)]);
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

const MAKE = `
  insert into sign_in_link (token_hash, purpose, account_id, expires_at)
  values ($1, $2, $3, now() + make_interval(hours => $4))`;

const isGood = 'l.used_at is null and l.expires_at > now()';

const READ = `
  select l.purpose, case when a.id is not null then json_build_object('id', a.id, 'name', a.name, 'email', a.email) end as account
  from sign_in_link l left join account a on a.id = l.account_id
  where l.token_hash = $1 and a.ended_at is null`;

const LOOK = `${READ} and ${isGood}`;
const USED = READ;
const USE = `
  update sign_in_link l set used_at = now() where l.token_hash = $1 and l.purpose = $2 and ${isGood} returning l.id`;
