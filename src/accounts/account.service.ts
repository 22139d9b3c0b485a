import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor, AuditedChange } from '../audit/audited-change.js';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { AccountEntity } from './account.entity.js';
import { ChangesTold } from './changes-told.js';
import { LinkService } from './link.service.js';
import { PasswordHash } from './passwords/password-hash.js';
import { checkPassword } from './passwords/password-rules.js';
import { RoleService, type RoleGrant } from './role.service.js';
import { SessionService } from './session.service.js';

/** Who is to have an account. */
export interface Person {
  name: string;
  /** In small letters. */
  email: string;
}

/** Somebody who was invited: with a link to choose a password, unless they had an account already. */
export interface Invited {
  accountId: string;
  token: string | null;
}

/** Makes accounts, changes and closes them. Each change is in the log, in the same transaction. */
@Injectable()
export class AccountService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly passwords: PasswordHash,
    private readonly sessions: SessionService,
    private readonly links: LinkService,
    private readonly roles: RoleService,
    private readonly told: ChangesTold,
  ) {}

  /**
   * Gives somebody a role, and an account where they have none. Whoever has one keeps their name and password: nobody's
   * account is taken over by inviting them.
   * @throws LibraryError invalid-request
   */
  async invite(person: Person, grant: RoleGrant | null, by: AuditActor): Promise<Invited> {
    return await this.source.transaction(async (manager) => {
      const known = await manager.findOneBy(AccountEntity, { email: person.email });
      if (known?.endedAt) throw closed();
      const accountId = known?.id ?? (await this.create(manager, person, null, { actor: by }));
      // A link for whoever never chose a password is worth no more than the one they were given first.
      const link = known ? null : await this.links.make(manager, 'set-password', accountId);
      if (grant) await this.roles.grant(manager, accountId, grant, by);
      return { accountId, token: link?.token ?? null };
    });
  }

  /**
   * Adds an account, in the transaction of `manager`.
   * @param actor who does it; null where they do it themselves
   * @returns its id
   */
  async create(
    manager: EntityManager,
    { name, email }: Person,
    password: string | null,
    { actor, ...more }: { actor: AuditActor | null } & Pick<AuditedChange, 'to' | 'why'>,
  ): Promise<string> {
    const account = manager.create(AccountEntity, { name, email, password, endedAt: null });
    const { id } = await manager.save(account);
    await this.audit.record(manager, {
      ...{ chain: null, actor: actor ?? { kind: 'person', id, name, role: null }, action: 'account.created' },
      ...{ subject: { kind: 'account', id, name }, ...more },
    });
    return id;
  }

  /** A new link to choose a password: the old password is good until it is used. */
  async resetLink(accountId: string, by: AuditActor): Promise<string> {
    return await this.source.transaction(async (manager) => {
      const { token } = await this.links.make(manager, 'set-password', accountId);
      await this.note(manager, 'account.password-link-made', accountId, by);
      await this.told.tell(manager, accountId, 'password-link-made');
      return token;
    });
  }

  /**
   * Sets the password of whom a link is for, and ends all their sessions.
   * @returns null where the link is not good any more
   * @throws LibraryError invalid-request, naming the field
   */
  async setPassword(token: string, password: string): Promise<Person | null> {
    const looked = await this.links.look(token, 'set-password');
    if (!looked?.account) return null;
    checkPassword(password, looked.account.email);
    const hash = await this.passwords.make(password);
    return await this.source.transaction(async (manager) => {
      const account = (await this.links.use(manager, token, 'set-password'))?.account;
      if (!account) return null;
      await manager.update(AccountEntity, { id: account.id }, { password: hash });
      await this.sessions.endAll(manager, account.id);
      const actor: AuditActor = { kind: 'person', id: account.id, name: account.name, role: null };
      await this.note(manager, 'account.password-set', account.id, actor);
      await this.told.tell(manager, account.id, 'password-set');
      return account;
    });
  }

  /** Closes an account: its sessions and links are worth nothing from the next request on. */
  async close(accountId: string, by: AuditActor = BY_THE_SYSTEM): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const { affected } = await manager.update(
        AccountEntity,
        { id: accountId, endedAt: IsNull() },
        { endedAt: () => 'now()', password: null },
      );
      if (!affected) return false;
      await this.sessions.endAll(manager, accountId);
      await this.note(manager, 'account.ended', accountId, by);
      return true;
    });
  }

  /** Ends all sessions of somebody: somebody else may be in one. */
  async signOut(accountId: string, by: AuditActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      await this.sessions.endAll(manager, accountId);
      await this.note(manager, 'account.signed-out', accountId, by);
    });
  }

  private async note(
    manager: EntityManager,
    action: `account.${string}`,
    id: string,
    actor: AuditActor,
  ): Promise<void> {
    await this.audit.record(manager, { chain: null, actor, action, subject: { kind: 'account', id } });
  }
}

const closed = (): LibraryError =>
  invalidField('email', 'The account with this email address is closed. Ask a platform administrator');
