import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { isId } from '../platform/text/is-id.js';
import { nameKey } from '../platform/text/name-key.js';
import { PeopleQueries } from '../accounts/people.queries.js';
import { AgencyService, type KnownAgency } from '../recommendations/agency.service.js';
import type { Follower } from './follower.js';
import type { Succession } from './tracking.js';

/** An agency in a partnership's list. */
export interface ListedAgency extends KnownAgency {
  executive: string | null;
  /** Ids of the agencies that it stands for, where it is a group; null where it is none. */
  members: string[] | null;
  endedOn: string | null;
  succession: Succession | null;
  successors: string[];
}

export interface AgencyWish {
  name: string;
  otherNames?: string[];
  executive?: string | null;
  /** Ids; given where it is a group. */
  members?: string[] | null;
}

/** A partnership's list of agencies: its own, and the national ones that its items name. */
@Injectable()
export class AgencyList {
  constructor(
    private readonly agencies: AgencyService,
    private readonly people: PeopleQueries,
  ) {}

  async list(manager: EntityManager, partnershipId: string): Promise<ListedAgency[]> {
    const known = await this.agencies.knownIn(manager, partnershipId);
    const told = await manager.query<(Omit<ListedAgency, keyof KnownAgency> & { id: string })[]>(TOLD, [
      partnershipId,
    ]);
    const byId = new Map(told.map((one) => [one.id, one]));
    return known.map((agency) => ({ ...UNTOLD, ...byId.get(agency.id), ...agency }));
  }

  /** @returns these ids. @throws LibraryError invalid-request for one that is not in the list */
  async require(
    manager: EntityManager,
    partnershipId: string,
    ids: readonly string[],
    field = 'agency',
  ): Promise<string[]> {
    if (ids.length === 0) return [];
    if (!ids.every(isId)) throw invalidField(field, 'There is no such agency in your partnership’s list');
    const known = new Set((await this.agencies.knownIn(manager, partnershipId)).map(({ id }) => id));
    for (const id of ids)
      if (!known.has(id)) throw invalidField(field, 'There is no such agency in your partnership’s list');
    return [...ids];
  }

  /** The partnership's own agencies by these names, which are entered where they are not known. @returns their ids */
  async ownOf(
    manager: EntityManager,
    partnership: Follower['partnership'],
    names: readonly string[],
  ): Promise<string[]> {
    const known = await this.agencies.knownIn(manager, partnership.id);
    const ids: string[] = [];
    for (const name of names) {
      const key = nameKey(name);
      const found = known.find((one) =>
        [one.name, ...one.otherNames].some((other) => nameKey(other) === key),
      );
      ids.push(found?.id ?? (await this.agencies.enter(manager, partnership, { name, otherNames: [] })));
    }
    return [...new Set(ids)];
  }

  /** @throws LibraryError invalid-request for a name that another agency of the list has */
  async enter(
    manager: EntityManager,
    partnership: Follower['partnership'],
    wish: AgencyWish,
  ): Promise<string> {
    const keys = new Set([wish.name, ...(wish.otherNames ?? [])].map(nameKey));
    const known = await this.agencies.knownIn(manager, partnership.id);
    const rival = known.find(
      (one) =>
        one.partnershipId === partnership.id &&
        [one.name, ...one.otherNames].some((name) => keys.has(nameKey(name))),
    );
    if (rival)
      throw invalidField('name', `${rival.name} is in the list already, under its own or another name`);
    const members = wish.members && (await this.require(manager, partnership.id, wish.members, 'members'));
    const id = await this.agencies.enter(manager, partnership, {
      name: wish.name,
      otherNames: wish.otherNames ?? [],
    });
    await manager.query(TELL, [id, partnership.id, wish.executive ?? null, members ?? null]);
    return id;
  }

  /** Who is told of what is long overdue; null for nobody. The agency is in the list. */
  async setExecutive(
    manager: EntityManager,
    partnershipId: string,
    id: string,
    executive: string | null,
  ): Promise<void> {
    await manager.query(SET_EXECUTIVE, [id, partnershipId, executive]);
  }

  /**
   * What an agency became, and from which day. Groups that it belonged to stand for what it became; plans that it sent in, files
   * that it brought and addresses of its calendar are theirs to whom its open actions pass.
   */
  async succeed(
    manager: EntityManager,
    partnershipId: string,
    id: string,
    { into, kind, on }: { into: string[]; kind: Succession; on: string },
  ): Promise<void> {
    await manager.query(SUCCEED, [id, partnershipId, on, kind, into]);
    await manager.query(IN_GROUPS, [id, partnershipId, into]);
    for (const own of OWN) await manager.query(own, [id, partnershipId, into[0]]);
  }

  /** @throws LibraryError forbidden where somebody would judge what an agency does that they lead */
  async refuseOwn(
    manager: EntityManager,
    { by, partnership }: Follower,
    agencies: readonly (string | null)[],
  ): Promise<void> {
    if (by.kind !== 'person') return;
    const person = await this.people.find(by.id!, partnership.id, manager);
    const led =
      person?.holdings.filter(({ role, state }) => role === 'agency-lead' && state === 'held') ?? [];
    if (led.some(({ agency }) => agency && agencies.includes(agency.id)))
      throw new LibraryError(
        'forbidden',
        'You lead an agency that acts here: somebody else judges this item.',
      );
  }
}

const UNTOLD = { executive: null, members: null, endedOn: null, succession: null, successors: [] };

const TOLD = `
  select agency_id as id, executive, members, ended_on::text as "endedOn", succession, successors
  from tracked_agency where partnership_id = $1`;

const TELL = `
  insert into tracked_agency (agency_id, partnership_id, executive, members) values ($1, $2, $3, $4)
  on conflict (agency_id, partnership_id) do update set executive = excluded.executive, members = excluded.members`;

const SET_EXECUTIVE = `
  insert into tracked_agency (agency_id, partnership_id, executive) values ($1, $2, $3)
  on conflict (agency_id, partnership_id) do update set executive = excluded.executive`;

const SUCCEED = `
  insert into tracked_agency (agency_id, partnership_id, ended_on, succession, successors) values ($1, $2, $3, $4, $5)
  on conflict (agency_id, partnership_id) do update
    set ended_on = excluded.ended_on, succession = excluded.succession, successors = excluded.successors`;

const IN_GROUPS = `
  update tracked_agency set members = array(
    select distinct one from unnest(array_remove(members, $1::uuid) || $3::uuid[]) as one where one <> agency_id)
  where partnership_id = $2 and $1::uuid = any(members)`;

const OWN = [
  `update tracked_import set agency_id = $3 where partnership_id = $2 and agency_id = $1`,
  `update tracked_file f set agency_id = $3 from tracked_item i
   where i.id = f.item_id and i.partnership_id = $2 and f.agency_id = $1`,
  `update tracking_calendar set agency_id = $3 where partnership_id = $2 and agency_id = $1`,
];
