import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { byPerson } from '../audit/audit-actor.js';
import type { Actor } from '../platform/http/access/actor.js';
import { ROLES, type Role } from '../platform/http/access/roles.js';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { OwnPartnershipService } from '../partnerships/own-partnership.service.js';
import { isId } from '../platform/text/is-id.js';
import { AgencyLinks } from './agency-links/agency-links.js';
import { askedBy } from './agency-links/link-mail.js';
import { AccountService, type Invited, type Person } from './account.service.js';
import {
  leadsAgency,
  PeopleQueries,
  type AgencyChoice,
  type Named,
  type PersonItem,
} from './people.queries.js';
import { JoinedSignIns, type JoinedSignIn } from './providers/joined-sign-ins.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { scopeOf } from './scope.js';
import { RoleService, type RoleGrant } from './role.service.js';

/** What an administrator may choose from. */
export interface RoleChoices {
  roles: Role[];
  /** For platform administrators alone; others give roles in their own partnership. */
  partnerships: Named[] | null;
  /** Which of these runs the library; null where none was chosen. */
  ownPartnershipId: string | null;
  agencies: AgencyChoice[];
}

/** Where something holds: in a partnership (null: in none alone), and for one agency of it. */
export type RolePlace = Pick<RoleGrant, 'partnershipId' | 'agencyId'>;

/** What administrators do with people: each within the partnership in which they act, platform administrators in all. */
@Injectable()
export class PeopleService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly accounts: AccountService,
    private readonly roles: RoleService,
    private readonly factors: SecondFactors,
    private readonly links: AgencyLinks,
    private readonly joined: JoinedSignIns,
    private readonly own: OwnPartnershipService,
  ) {}

  async list(actor: Actor): Promise<PersonItem[]> {
    return await this.people.list(scopeOf(actor));
  }

  /** @throws LibraryError not-found, also for whoever has nothing to do with the partnership */
  async find(actor: Actor, id: string): Promise<PersonItem> {
    const person = isId(id) ? await this.people.find(id, scopeOf(actor)) : null;
    if (!person) throw missing('person');
    return person;
  }

  async choices(actor: Actor): Promise<RoleChoices> {
    const scope = scopeOf(actor);
    const own = scope === null ? await this.own.find(this.source.manager) : null;
    return {
      roles: rolesFor(scope),
      ownPartnershipId: own?.isChosen ? own.id : null,
      partnerships: scope === null ? await this.people.partnerships() : null,
      agencies: await this.people.agencies(scope),
    };
  }

  /** @throws LibraryError invalid-request, naming the field; not-found for what belongs to another partnership */
  async invite(actor: Actor, person: Person, grant: RoleGrant): Promise<Invited> {
    return await this.accounts.invite(person, await this.within(actor, grant), byPerson(actor));
  }

  /** @throws LibraryError as `invite` and `find` */
  async grant(actor: Actor, id: string, grant: RoleGrant): Promise<void> {
    await this.find(actor, id);
    const allowed = await this.within(actor, grant);
    await this.source.transaction((manager) => this.roles.grant(manager, id, allowed, byPerson(actor)));
  }

  /** @throws LibraryError not-found; forbidden for the role in which they act themselves */
  async endRole(actor: Actor, id: string, holdingId: string): Promise<void> {
    const { holdings } = await this.find(actor, id);
    if (!holdings.some((holding) => holding.id === holdingId)) throw missing('role');
    if (actor.acting?.holdingId === holdingId)
      throw new LibraryError(
        'forbidden',
        'You cannot end the role in which you act: ask another administrator.',
      );
    const ended = await this.source.transaction((manager) =>
      this.roles.end(manager, id, holdingId, byPerson(actor)),
    );
    if (!ended) throw missing('role');
  }

  /**
   * A new link to choose a password, to be handed over.
   * @throws LibraryError not-found; forbidden for whoever may do more than this partnership can give
   */
  async newLink(actor: Actor, id: string): Promise<{ person: PersonItem; token: string }> {
    const person = await this.findOwn(actor, id);
    return { person, token: await this.accounts.resetLink(id, byPerson(actor)) };
  }

  /**
   * Takes the second step from somebody who has lost it, so that they set it up anew; their sessions end.
   * @throws LibraryError as `newLink`; forbidden for their own, which a code turns off
   */
  async resetSecondStep(actor: Actor, id: string, why: string): Promise<void> {
    await this.findOwn(actor, id);
    if (id === actor.accountId) throw new LibraryError('forbidden', OWN_SECOND_STEP);
    if (!(await this.factors.reset(id, { actor: byPerson(actor), why }))) throw missing('second step');
  }

  /** Ends all their sessions. @throws LibraryError as `newLink`; forbidden for their own, whose page does it */
  async signOut(actor: Actor, id: string): Promise<void> {
    await this.findOwn(actor, id);
    if (id === actor.accountId) throw new LibraryError('forbidden', OWN_SESSIONS);
    await this.accounts.signOut(id, byPerson(actor));
  }

  /**
   * Takes a sign-in at work off somebody's account: one that is not theirs, perhaps. Their sessions end.
   * @throws LibraryError as `newLink`
   */
  async takeOffSignIn(actor: Actor, id: string, identityId: string): Promise<void> {
    await this.findOwn(actor, id);
    await this.joined.takeOff(actor, id, identityId);
  }

  /** The sign-ins at work that open somebody's account, as far as this administrator may take them off. */
  async signInsOf(actor: Actor, id: string): Promise<JoinedSignIn[]> {
    const scope = scopeOf(actor);
    const isOwn = scope === null || (await this.people.belongsTo(id, scope));
    return isOwn ? await this.joined.of(id) : [];
  }

  /** Somebody who may do no more than this administrator can give. @throws LibraryError not-found, forbidden */
  private async findOwn(actor: Actor, id: string): Promise<PersonItem> {
    const person = await this.find(actor, id);
    if (person.isClosed) throw missing('person');
    const scope = scopeOf(actor);
    if (scope !== null && !(await this.people.belongsTo(id, scope)))
      throw new LibraryError(
        'forbidden',
        'This person also holds a role outside your partnership: only a platform administrator can do this for them.',
      );
    return person;
  }

  /**
   * Sends an agency lead a link to sign in, to the address of their account.
   * @throws LibraryError not-found; forbidden for whoever leads no agency here; unavailable where no e-mail can be sent
   */
  async sendLink(actor: Actor, id: string): Promise<void> {
    const person = await this.find(actor, id);
    if (!leadsAgency(person) || !(await this.links.send(id, askedBy(actor), byPerson(actor))))
      throw new LibraryError(
        'forbidden',
        'This person is no agency lead just now: only agency leads sign in with a link.',
      );
  }

  /** A role as this administrator may give it: whatever the form says, none in or of another partnership. */
  async within(actor: Actor, grant: RoleGrant): Promise<RoleGrant> {
    const scope = scopeOf(actor);
    refuseOthers(scope, grant.partnershipId);
    if (!rolesFor(scope).includes(grant.role)) throw invalidField('role', 'Choose a role');
    const isOfAll = grant.role === 'platform-administrator';
    return {
      ...grant,
      ...(await this.placeWithin(actor, isOfAll ? { ...grant, partnershipId: null } : grant)),
    };
  }

  /**
   * A partnership and an agency as this administrator may choose them: whatever the form says, none of another partnership.
   * @throws LibraryError not-found; invalid-request, naming the field
   */
  async placeWithin(actor: Actor, { partnershipId: asked, agencyId }: RolePlace): Promise<RolePlace> {
    const scope = scopeOf(actor);
    refuseOthers(scope, asked);
    const partnershipId = scope ?? asked;
    const { partnerships, agencies } = await this.choices(actor);
    if (partnershipId !== null && partnerships && !partnerships.some(({ id }) => id === partnershipId))
      throw invalidField('partnership', 'Choose a partnership from the list');
    const offered = scope === null ? await this.people.agencies(partnershipId) : agencies;
    if (agencyId !== null && !offered.some(({ id }) => id === agencyId))
      throw invalidField('agency', 'Choose an agency of this partnership');
    return { partnershipId, agencyId };
  }
}

const OWN_SECOND_STEP = 'You turn off your own second step on the page of your account, with a code.';

const OWN_SESSIONS = 'You end your own sessions on the page of your account.';

const rolesFor = (scope: string | null): Role[] =>
  ROLES.filter((role) => scope === null || role !== 'platform-administrator');

/** @throws LibraryError not-found for a partnership that is not their own */
function refuseOthers(scope: string | null, partnershipId: string | null): void {
  if (scope !== null && partnershipId !== null && partnershipId !== scope) throw missing('partnership');
}

const missing = (what: string): LibraryError =>
  new LibraryError('not-found', `There is no ${what} at this address.`);
