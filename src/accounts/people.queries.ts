import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../platform/http/access/roles.js';
import { TODAY } from '../platform/dates/today.sql.js';
import { PUBLIC } from '../publishing/audience.js';
import { isHeld, rankOf } from './holding.sql.js';

/** A role that somebody holds, held, or will hold. */
export interface HoldingItem {
  id: string;
  role: Role;
  partnership: { id: string; slug: string; name: string } | null;
  agency: { id: string; name: string } | null;
  /** YYYY-MM-DD */
  fromOn: string;
  untilOn: string | null;
  state: 'held' | 'to come' | 'over';
}

/** A person who may sign in, with their roles. */
export interface PersonItem {
  id: string;
  name: string;
  email: string;
  /** Whether they have chosen one yet. */
  hasPassword: boolean;
  /** Whether a sign-in at work opens their account. */
  hasWorkSignIn: boolean;
  /** Whether they have set up a second step of ours. */
  hasSecondStep: boolean;
  isClosed: boolean;
  holdings: HoldingItem[];
}

/** Whether they lead an agency today, as far as who asks may know. */
export const leadsAgency = ({ isClosed, holdings }: PersonItem): boolean =>
  !isClosed && holdings.some(({ role, state }) => role === 'agency-lead' && state === 'held');

/** A thing to choose from. */
export interface Named {
  id: string;
  name: string;
}

/** An agency to choose. */
export interface AgencyChoice extends Named {
  slug: string;
  /** What it is called as well. */
  otherNames: string[];
  /** The only partnership in which it is one; null where it is in all. */
  partnership: string | null;
}

/** Reads people and their roles: all of them, or what one partnership may know. */
@Injectable()
export class PeopleQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Everybody who holds, held or will hold a role there, with these roles alone.
   * @param partnershipId null for all
   */
  async list(partnershipId: string | null): Promise<PersonItem[]> {
    return await this.source.query<PersonItem[]>(
      `${PEOPLE} where $1::uuid is null or a.id in (select account_id from role_holding where partnership_id = $1)
       order by a.ended_at is not null, lower(a.name), a.email`,
      [partnershipId],
    );
  }

  /** @returns null where there is no such person, or none that this partnership may know of */
  async find(
    id: string,
    partnershipId: string | null,
    asking: EntityManager = this.source.manager,
  ): Promise<PersonItem | null> {
    const [person] = await asking.query<PersonItem[]>(
      `${PEOPLE} where a.id = $2 and ($1::uuid is null
         or a.id in (select account_id from role_holding where partnership_id = $1))`,
      [partnershipId, id],
    );
    return person ?? null;
  }

  async findByEmail(email: string): Promise<PersonItem | null> {
    const [person] = await this.source.query<PersonItem[]>(`${PEOPLE} where a.email = $2`, [null, email]);
    return person ?? null;
  }

  /** E-mail addresses by the id of the account. */
  async addressesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.source.query<{ id: string; email: string }[]>(
      'select id, email from account where id = any($1::uuid[])',
      [accountIds],
    );
    return new Map(rows.map(({ id, email }) => [id, email]));
  }

  /** How many accounts are open. */
  async count(): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      'select count(*)::int as count from account where ended_at is null',
    );
    return row!.count;
  }

  /** Whether all that somebody may do just now, or will, belongs to this partnership. */
  async belongsTo(accountId: string, partnershipId: string): Promise<boolean> {
    const [elsewhere] = await this.source.query<object[]>(
      `select 1 from role_holding h where h.account_id = $1 and h.partnership_id is distinct from $2
         and h.ended_at is null and coalesce(h.until_on, 'infinity') >= ${TODAY} limit 1`,
      [accountId, partnershipId],
    );
    return !elsewhere;
  }

  async partnerships(): Promise<(Named & { slug: string })[]> {
    return await this.source.query(
      `select id, slug, name from ${PUBLIC.publisher} order by lower(name), slug`,
    );
  }

  /** Those of a partnership, and those that all partnerships share; of all, where none is given. */
  async agencies(partnershipId: string | null): Promise<AgencyChoice[]> {
    return await this.source.query(
      `select g.id, g.slug, g.name, g.other_names as "otherNames", p.name as partnership from agency_name g
         left join ${PUBLIC.publisher} p on p.id = g.partnership_id
       where $1::uuid is null or g.partnership_id is null or g.partnership_id = $1
       order by lower(g.name), lower(p.name) nulls first, g.slug`,
      [partnershipId],
    );
  }
}

const PEOPLE = `
  select a.id, a.name, a.email, a.password is not null as "hasPassword", a.ended_at is not null as "isClosed",
    exists (select 1 from account_identity i where i.account_id = a.id) as "hasWorkSignIn",
    exists (select 1 from second_factor f where f.account_id = a.id) as "hasSecondStep",
    (select coalesce(json_agg(json_build_object('id', h.id, 'role', h.role,
        'partnership', case when p.id is not null then json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) end,
        'agency', case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end,
        'fromOn', h.from_on, 'untilOn', h.until_on,
        'state', case when ${isHeld('h')} then 'held' when h.ended_at is null and h.from_on > ${TODAY} then 'to come'
          else 'over' end)
      order by ${rankOf('h')}, h.from_on, h.id), '[]'::json)
     from role_holding h left join ${PUBLIC.publisher} p on p.id = h.partnership_id
       left join agency_name g on g.id = h.agency_id
     where h.account_id = a.id and ($1::uuid is null or h.partnership_id = $1)) as holdings
  from account a`;
