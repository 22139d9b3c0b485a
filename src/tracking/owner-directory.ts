import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { PeopleQueries } from '../accounts/people.queries.js';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { isId } from '../platform/text/is-id.js';

/** Somebody who is to do an action: named, or by the id of somebody who is known. */
export type OwnerWish = string | { name: string; email?: string | null };

export interface Owner {
  id: string;
  name: string;
  email: string | null;
}

/** Somebody in the directory, with whether and where their mail goes. */
export interface ListedOwner extends Owner {
  /** Whether they want no reminders. */
  isLeftOut: boolean;
  /** Null for whoever is not away, nor going to be. */
  away: Away | null;
}

/** Who stands in for somebody, from a day to another, both counted. */
export interface Away {
  from: string;
  until: string;
  /** Id of somebody else in the directory. */
  deputy: string;
}

/** Alone writes who does actions. People are told by their e-mail address, within a partnership. */
@Injectable()
export class OwnerDirectory {
  constructor(private readonly people: PeopleQueries) {}

  /**
   * @param making `known`: nobody is entered anew
   * @returns the id of somebody in the directory, who is entered where they are not yet
   * @throws LibraryError invalid-request
   */
  async find(
    manager: EntityManager,
    partnershipId: string,
    wish: OwnerWish,
    making: 'any' | 'known' = 'any',
  ): Promise<string> {
    const given = typeof wish === 'string' ? await this.byId(manager, partnershipId, wish) : wish;
    if ('id' in given) return given.id;
    const [name, email] = [given.name.trim(), given.email?.trim().toLowerCase() || null];
    if (!name || /\p{Cc}/u.test(name))
      throw invalidField('owner', 'Give the name of the person, in one line');
    if (email !== null && !isEmail(email)) throw invalidField('owner', 'This is no email address');
    const [known] = await manager.query<{ id: string }[]>(FIND, [partnershipId, email, name]);
    if (known) return known.id;
    if (making === 'known') throw invalidField('owner', 'Nobody of this name has an action');
    const [made] = await manager.query<{ id: string }[]>(ENTER, [partnershipId, name, email]);
    return made!.id;
  }

  /**
   * Takes name and address out of the directory, for good. What the person was to do still is somebody's, whom nobody can name.
   * @throws LibraryError not-found
   */
  async anonymise(manager: EntityManager, partnershipId: string, id: string): Promise<void> {
    const [, changed] = isId(id)
      ? await manager.query<[unknown[], number]>(ANONYMISE, [id, partnershipId, NAMELESS])
      : [[], 0];
    if (changed === 0) throw new LibraryError('not-found', 'There is no such person.');
  }

  /** Everybody in a partnership's directory. */
  async list(manager: EntityManager, partnershipId: string): Promise<ListedOwner[]> {
    return await manager.query<ListedOwner[]>(LIST, [partnershipId]);
  }

  /** Says from when to when somebody is away, and who stands in; null for nobody. Both are of the partnership. */
  async setAway(manager: EntityManager, id: string, away: Away | null): Promise<void> {
    const { from = null, until = null, deputy = null } = away ?? {};
    await manager.query(
      `update tracked_owner set away_from = $2, away_until = $3, deputy_id = $4 where id = $1`,
      [id, from, until, deputy],
    );
  }

  async setLeftOut(manager: EntityManager, id: string, isLeftOut: boolean): Promise<void> {
    await manager.query(`update tracked_owner set is_left_out = $2 where id = $1`, [id, isLeftOut]);
  }

  private async byId(
    manager: EntityManager,
    partnershipId: string,
    id: string,
  ): Promise<{ id: string } | { name: string; email: string }> {
    if (isId(id)) {
      const [known] = await manager.query<{ id: string }[]>(
        `select id from tracked_owner where id = $1 and partnership_id = $2`,
        [id, partnershipId],
      );
      if (known) return known;
      const person = await this.people.find(id, partnershipId);
      if (person) return { name: person.name, email: person.email };
    }
    throw invalidField('owner', 'There is no such person');
  }
}

const LIST = `
  select id, name, email, is_left_out as "isLeftOut",
    case when deputy_id is not null then json_build_object('from', away_from, 'until', away_until, 'deputy', deputy_id) end as away
  from tracked_owner where partnership_id = $1 order by lower(name), email`;

// Who has no address is told by the name, as far as nobody of that name has one.
const FIND = `
  select id from tracked_owner
  where partnership_id = $1 and (email = $2 or ($2::text is null and lower(name) = lower($3)))
  order by email is not null, id limit 1`;

const NAMELESS = 'Name removed';
/** Whether somebody’s name was taken out of the directory, or there never was one. */
export const isRemoved = (owner: Owner | undefined): boolean => (owner?.name ?? NAMELESS) === NAMELESS;
const ANONYMISE = `
  update tracked_owner set name = $3, email = null where id = $1 and partnership_id = $2`;

const ENTER = `
  insert into tracked_owner (partnership_id, name, email) values ($1, $2, $3)
  on conflict (partnership_id, email) do update set name = excluded.name returning id`;
