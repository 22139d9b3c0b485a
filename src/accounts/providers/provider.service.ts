import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { Actor } from '../../platform/http/access/actor.js';
import type { Role } from '../../platform/http/access/roles.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { LibrarySecrets } from '../../platform/secrets/library-secrets.js';
import { seal, unseal } from '../../platform/secrets/sealed.js';
import { isId } from '../../platform/text/is-id.js';
import { slugOf } from '../../platform/text/slug.js';
import { checkGrant, RoleService } from '../role.service.js';
import { SessionService } from '../session.service.js';
import { IdentityProvider, ProviderRole } from './identity-provider.entity.js';
import { isIssuer, type Client } from './openid-connect.js';

/** A provider as an administrator describes it. */
export interface ProviderDetails {
  name: string;
  issuer: string;
  clientId: string;
  /** Null keeps the one there is. */
  secret: string | null;
  /** Whether it asks everybody for a second step, even where it does not say so. */
  asksSecondStep: boolean;
}

/** Whoever has a value among their roles at the provider holds a role here. */
export interface RoleRule {
  claim: string;
  role: Role;
  partnershipId: string | null;
  agencyId: string | null;
}

export interface ProviderItem {
  id: string;
  slug: string;
  name: string;
  issuer: string;
}

export interface ProviderWithRules extends ProviderItem {
  clientId: string;
  asksSecondStep: boolean;
  rules: (RoleRule & { id: string; partnership: string | null; agency: string | null })[];
}

/** Alone writes providers and their rules. Secrets are sealed with a key of the library, and never shown again. */
@Injectable()
export class ProviderService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly secrets: LibrarySecrets,
    private readonly audit: AuditLog,
    private readonly roles: RoleService,
    private readonly sessions: SessionService,
  ) {}

  /** Those by which one can sign in, by name. */
  async list(): Promise<ProviderItem[]> {
    return await this.source.query<ProviderItem[]>(`${ITEMS} order by p.name, p.id`);
  }

  /** Those to whose issuer an account is not joined yet. */
  async notJoinedBy(accountId: string): Promise<ProviderItem[]> {
    return await this.source.query<ProviderItem[]>(
      `${ITEMS} and not exists (
         select 1 from account_identity i where i.account_id = $1 and i.issuer = p.issuer) order by p.name, p.id`,
      [accountId],
    );
  }

  /** @throws LibraryError not-found */
  async find(slug: string): Promise<ProviderWithRules> {
    const [found] = await this.source.query<ProviderWithRules[]>(WITH_RULES, [slug]);
    if (!found) throw missing();
    return found;
  }

  /** What is needed to speak with it. @throws LibraryError not-found */
  async clientOf(id: string): Promise<Client> {
    const found = await this.source.getRepository(IdentityProvider).findOneBy({ id, endedAt: IsNull() });
    const secret = found && unseal(found.clientSecret, this.key);
    if (!found || secret === null) throw missing();
    return { issuer: found.issuer, clientId: found.clientId, secret };
  }

  /** @returns its slug @throws LibraryError invalid-request, naming the field */
  async add(actor: Actor, details: ProviderDetails): Promise<string> {
    check(details);
    if (details.secret === null) throw invalidField('secret', 'Enter the client secret');
    const slug = slugOf(details.name, 'sign-in');
    return await this.source.transaction(async (manager) => {
      const taken = await manager.findOneBy(IdentityProvider, { slug });
      if (taken) throw invalidField('name', 'There is, or was, a sign-in of this name: choose another');
      const { name, issuer, clientId, asksSecondStep } = details;
      const clientSecret = seal(details.secret!, this.key);
      const made = manager.create(IdentityProvider, {
        ...{ slug, name, issuer, clientId, clientSecret, asksSecondStep, endedAt: null },
      });
      const { id } = await manager.save(made);
      await this.note(manager, actor, 'provider.added', id, { to: { issuer, clientId, asksSecondStep } });
      return slug;
    });
  }

  /** @throws LibraryError not-found; invalid-request, naming the field */
  async change(actor: Actor, id: string, details: ProviderDetails): Promise<void> {
    check(details);
    const { name, issuer, clientId, secret, asksSecondStep } = details;
    await this.source.transaction(async (manager) => {
      const before = await manager.findOneBy(IdentityProvider, { id, endedAt: IsNull() });
      if (!before) throw missing();
      const sealed = secret === null ? {} : { clientSecret: seal(secret, this.key) };
      await manager.update(IdentityProvider, { id }, { name, issuer, clientId, asksSecondStep, ...sealed });
      await this.note(manager, actor, 'provider.changed', id, {
        from: { issuer: before.issuer, clientId: before.clientId, asksSecondStep: before.asksSecondStep },
        to: { issuer, clientId, asksSecondStep, secret: secret === null ? 'as it was' : 'new' },
      });
    });
  }

  /**
   * Nobody signs in by it any more, whoever has is signed out, and the roles that it gave end.
   * @throws LibraryError not-found; forbidden for whoever is there by it, who would shut themselves out
   */
  async end(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { affected } = await manager.update(
        IdentityProvider,
        { id, endedAt: IsNull() },
        { endedAt: () => 'now()' },
      );
      if (!affected) throw missing();
      const byIt = await manager.query<object[]>(IS_BY_IT, [actor.session.id, actor.acting?.holdingId, id]);
      if (byIt.length > 0) throw new LibraryError('forbidden', SHUTS_OUT);
      const given = await manager.query<{ id: string; accountId: string }[]>(GIVEN, [id]);
      for (const { id: holding, accountId } of given)
        await this.roles.end(manager, accountId, holding, byPerson(actor));
      await this.sessions.endAllBy(manager, id);
      await this.note(manager, actor, 'provider.ended', id, {});
    });
  }

  /** @throws LibraryError invalid-request, naming the field, for what is there already */
  async addRule(actor: Actor, id: string, rule: RoleRule): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { claim, role, partnershipId, agencyId } = rule;
      checkGrant({ role, partnershipId, agencyId, fromOn: null, untilOn: null });
      const same = { providerId: id, claim, role };
      const known = await manager.findBy(ProviderRole, same);
      if (known.some((one) => one.partnershipId === partnershipId && one.agencyId === agencyId))
        throw invalidField('claim', 'There is such a rule already');
      const made = await manager.save(manager.create(ProviderRole, { ...same, partnershipId, agencyId }));
      await this.note(manager, actor, 'provider.rule-added', id, { to: { ...rule, rule: made.id } });
    });
  }

  /** Takes effect when those whom it gave a role sign in again. */
  async removeRule(actor: Actor, id: string, ruleId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const rule = isId(ruleId) && (await manager.findOneBy(ProviderRole, { id: ruleId, providerId: id }));
      if (!rule) throw new LibraryError('not-found', 'There is no such rule.');
      await manager.delete(ProviderRole, { id: ruleId });
      const { claim, role, partnershipId, agencyId } = rule;
      await this.note(manager, actor, 'provider.rule-removed', id, {
        from: { claim, role, partnershipId, agencyId, rule: ruleId },
      });
    });
  }

  private get key(): Buffer {
    return this.secrets.keyFor('provider-secrets');
  }

  private async note(
    manager: EntityManager,
    actor: Actor,
    action: `provider.${string}`,
    id: string,
    change: Pick<Parameters<AuditLog['record']>[1], 'from' | 'to'>,
  ): Promise<void> {
    const subject = { kind: 'identity-provider', id };
    await this.audit.record(manager, { chain: null, actor: byPerson(actor), action, subject, ...change });
  }
}

const missing = (): LibraryError => new LibraryError('not-found', 'There is no such sign-in.');

function check({ issuer }: ProviderDetails): void {
  if (!isIssuer(issuer))
    throw invalidField(
      'issuer',
      'The issuer must be an address that starts with https://, as the provider says it',
    );
}

const SHUTS_OUT =
  'You are here by this sign-in, or act in a role that it gave you. Sign in with a password, in another role, and close it then.';

/** Whether a session was begun by a provider, or the role in which somebody acts came from it. */
const IS_BY_IT = `
  select 1 from session s where s.id = $1 and s.provider_id = $3
  union select 1 from role_holding h where h.id = $2::uuid and h.provider_id = $3`;

const GIVEN = `
  select h.id, h.account_id as "accountId" from role_holding h where h.provider_id = $1 and h.ended_at is null`;

const ITEMS = `select p.id, p.slug, p.name, p.issuer from identity_provider p where p.ended_at is null`;

const WITH_RULES = `
  select p.id, p.slug, p.name, p.issuer, p.client_id as "clientId",
    p.asks_second_step as "asksSecondStep", coalesce((
    select json_agg(json_build_object('id', r.id, 'claim', r.claim, 'role', r.role, 'partnershipId', r.partnership_id,
      'partnership', w.name, 'agencyId', r.agency_id, 'agency', g.name) order by r.claim, r.role, w.name)
    from provider_role r left join ${PUBLIC.publisher} w on w.id = r.partnership_id left join agency_name g on g.id = r.agency_id
    where r.provider_id = p.id), '[]') as rules
  from identity_provider p where p.ended_at is null and p.slug = $1`;
