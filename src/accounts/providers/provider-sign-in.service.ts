import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { BY_THE_SYSTEM, byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor } from '../../audit/audited-change.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { mayActIn } from '../../platform/http/access/roles.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { AccountEntity } from '../account.entity.js';
import { AccountService } from '../account.service.js';
import { ChangesTold } from '../changes-told.js';
import { TODAY } from '../../platform/dates/today.sql.js';
import { isHeld } from '../holding.sql.js';
import { RoleService } from '../role.service.js';
import { SessionService } from '../session.service.js';
import { AccountIdentity, IdentityProvider, ProviderRole } from './identity-provider.entity.js';
import type { Claims } from './openid-connect.js';
import { saysSecondStep } from './second-step-claims.js';

/** Signs in whom a provider vouches for, in the roles that it says today. */
@Injectable()
export class ProviderSignIn {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly accounts: AccountService,
    private readonly roles: RoleService,
    private readonly sessions: SessionService,
    private readonly told: ChangesTold,
  ) {}

  /**
   * Begins a session for whom the provider knows, with an account made the first time. Roles that it gave and says no more
   * are ended, even where that leaves none and nobody is let in.
   * @returns its token
   * @throws LibraryError forbidden, in words for the person
   */
  async signIn(providerId: string, claims: Claims, device: string): Promise<string> {
    const done = await this.source.transaction(async (manager): Promise<{ token: string } | LibraryError> => {
      // One at a time for each person, so that of two first sign-ins at once the second finds the account.
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        JSON.stringify([claims.iss, claims.sub]),
      ]);
      const rules = await this.rulesFor(manager, providerId, claims);
      const known = await this.accountOf(manager, claims);
      if (known?.endedAt) return refusal(CLOSED);
      if (!known && rules.length === 0) return refusal(NO_ROLE);
      const account = known ?? (await this.create(manager, claims));
      if (account instanceof LibraryError) return account;
      await this.agree(manager, providerId, account.id, rules);
      if (rules.length === 0) {
        await this.sessions.endAll(manager, account.id);
        return refusal(NO_ROLE);
      }
      const provider = await manager.findOneByOrFail(IdentityProvider, { id: providerId });
      const proof = provider.asksSecondStep || saysSecondStep(claims.amr) ? 'provider' : 'none';
      const token = await this.sessions.begin(manager, account.id, device, { proof, providerId });
      const actor: AuditActor = { kind: 'person', id: account.id, name: account.name, role: null };
      const subject = { kind: 'account', id: account.id };
      await this.audit.record(manager, {
        ...{ chain: null, actor, action: 'session.begun', subject, to: { provider: providerId, proof } },
      });
      return { token };
    });
    if (done instanceof LibraryError) throw done;
    return done.token;
  }

  /** Joins the provider's person to an account whose owner is signed in. @throws LibraryError forbidden */
  async join(actor: Actor, providerId: string, { iss, sub }: Claims): Promise<void> {
    await this.source.transaction(async (manager) => {
      // Another way in, which may show a second step of its own, is opened only by whoever could use the roles behind it.
      const held = await manager.query<Pick<Held, 'role'>[]>(HELD, [actor.accountId]);
      if (held.some(({ role }) => !mayActIn(role, actor.session.proof))) throw refusal(UNPROVED);
      const joined = await manager.query<{ accountId: string }[]>(JOIN, [actor.accountId, iss, sub]);
      if (joined.length === 0) throw refusal(JOINED_ALREADY);
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'account.joined' },
        ...{ subject: { kind: 'account', id: actor.accountId }, to: { provider: providerId } },
      });
      await this.told.tell(manager, actor.accountId, 'joined');
    });
  }

  /** The roles that a provider's claims give: what trying it out shows. */
  async rulesFor(manager: EntityManager, providerId: string, { roles }: Claims): Promise<ProviderRole[]> {
    const rules = await manager.findBy(ProviderRole, { providerId });
    return rules.filter(({ claim }) => roles.includes(claim));
  }

  private async accountOf(manager: EntityManager, { iss, sub }: Claims): Promise<AccountEntity | null> {
    const identity = await manager.findOneBy(AccountIdentity, { issuer: iss, subject: sub });
    return identity && (await manager.findOneBy(AccountEntity, { id: identity.accountId }));
  }

  /** An address proves nothing: whoever has an account with it already joins the two by signing in to that. */
  private async create(
    manager: EntityManager,
    claims: Claims,
  ): Promise<Pick<AccountEntity, 'id' | 'name'> | LibraryError> {
    const email = claims.email?.toLowerCase() ?? '';
    if (!isEmail(email)) return refusal(NO_EMAIL);
    if (await manager.findOneBy(AccountEntity, { email })) return refusal(SAME_EMAIL);
    const name = claims.name ?? email;
    const made = { actor: BY_THE_SYSTEM, to: { issuer: claims.iss } };
    const id = await this.accounts.create(manager, { name, email }, null, made);
    await manager.query(JOIN, [id, claims.iss, claims.sub]);
    return { id, name };
  }

  /**
   * Ends the roles that the provider gave and gives no more, and gives those that are new. A role that a person gave stands, also
   * one that begins later: the provider gives the same role only until the day before.
   */
  private async agree(
    manager: EntityManager,
    providerId: string,
    accountId: string,
    rules: ProviderRole[],
  ): Promise<void> {
    // So that nobody gives a role by hand between the look at what there is and the change.
    await manager.query('select id from account where id = $1 for update', [accountId]);
    const held = await manager.query<Held[]>(HELD, [accountId]);
    for (const holding of held)
      if (holding.providerId === providerId && !rules.some((rule) => isSame(rule, holding)))
        await this.roles.end(manager, accountId, holding.id, BY_THE_SYSTEM);
    const wanted = rules.filter((rule, at) => rules.findIndex((one) => isSame(one, rule)) === at);
    for (const rule of wanted)
      if (!held.some((holding) => isSame(rule, holding))) {
        const { role, partnershipId, agencyId } = rule;
        const place = [accountId, role, partnershipId, agencyId];
        const [later] = await manager.query<{ dayBefore: string }[]>(LATER, place);
        const days = { fromOn: null, untilOn: later?.dayBefore ?? null };
        const grant = { role, partnershipId, agencyId, ...days, providerId };
        await this.roles.grant(manager, accountId, grant, BY_THE_SYSTEM);
      }
  }
}

type Grantable = Pick<ProviderRole, 'role' | 'partnershipId' | 'agencyId'>;
type Held = Grantable & { id: string; providerId: string | null };

const isSame = (one: Grantable, other: Grantable): boolean =>
  one.role === other.role && one.partnershipId === other.partnershipId && one.agencyId === other.agencyId;

const refusal = (message: string): LibraryError => new LibraryError('forbidden', message);

const CLOSED = 'Your account here is closed. Ask an administrator of your partnership.';
const NO_ROLE =
  'Your organisation’s sign-in knows you, but gives you no role in this library. Ask your administrator for one.';
const NO_EMAIL =
  'Your organisation’s sign-in does not tell us your email address. Tell your administrator: the claim “email” is missing.';
const SAME_EMAIL =
  'There is an account with your email address already. Sign in to it with your password, and join it to your organisation’s sign-in on the page of your account.';
const UNPROVED =
  'You hold a role that needs a second step. Set it up, or sign in with it, before you join your organisation’s sign-in to your account.';
const JOINED_ALREADY = 'Your organisation’s sign-in is joined to an account already.';

const JOIN = `
  insert into account_identity (account_id, issuer, subject) values ($1, $2, $3)
  on conflict (issuer, subject) do nothing returning account_id as "accountId"`;

const HELD = `
  select h.id, h.role, h.partnership_id as "partnershipId", h.agency_id as "agencyId", h.provider_id as "providerId"
  from role_holding h where h.account_id = $1 and ${isHeld('h')}`;

const LATER = `
  select (h.from_on - 1)::text as "dayBefore" from role_holding h
  where h.account_id = $1 and h.role = $2 and h.partnership_id is not distinct from $3::uuid
    and h.agency_id is not distinct from $4::uuid and h.ended_at is null and h.from_on > ${TODAY}
  order by h.from_on limit 1`;
