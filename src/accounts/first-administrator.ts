import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditActor } from '../audit/audited-change.js';
import { OwnPartnershipService } from '../partnerships/own-partnership.service.js';
import { AccountService, type Person } from './account.service.js';
import { isHeld } from './holding.sql.js';
import { LinkService } from './link.service.js';
import { PasswordHash } from './passwords/password-hash.js';
import { checkPassword } from './passwords/password-rules.js';
import { RoleService } from './role.service.js';
import { SessionService } from './session.service.js';

/** A library that nobody administers yet: who has its one-time link becomes its administrator. */
@Injectable()
export class FirstAdministrator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly own: OwnPartnershipService,
    private readonly passwords: PasswordHash,
    private readonly links: LinkService,
    private readonly accounts: AccountService,
    private readonly roles: RoleService,
    private readonly sessions: SessionService,
  ) {}

  /** A new link, which replaces the one before. @returns its token; null where the library has an administrator */
  async newLink(): Promise<string | null> {
    return await this.source.transaction(async (manager) =>
      (await this.isMissing(manager))
        ? (await this.links.make(manager, 'first-administrator', null)).token
        : null,
    );
  }

  /**
   * Makes the first administrator, of the platform and of the library's own partnership where somebody has chosen it (else they
   * become that when they choose), and signs them in.
   * @returns the token of their session; null where the link is not good any more
   * @throws LibraryError invalid-request, naming the field
   */
  async create(token: string, person: Person, password: string, device: string): Promise<string | null> {
    checkPassword(password, person.email);
    if (!(await this.links.look(token, 'first-administrator'))) return null;
    const hash = await this.passwords.make(password);
    return await this.source.transaction(async (manager) => {
      if (!(await this.links.use(manager, token, 'first-administrator')) || !(await this.isMissing(manager)))
        return null;
      const made = { actor: null, why: 'First administrator' };
      const accountId = await this.accounts.create(manager, person, hash, made);
      const by: AuditActor = { kind: 'person', id: accountId, name: person.name, role: null };
      const own = await this.own.find(manager);
      for (const partnershipId of [null, ...(own?.isChosen ? [own.id] : [])]) {
        const role = partnershipId ? 'administrator' : 'platform-administrator';
        const grant = { role, partnershipId, agencyId: null, fromOn: null, untilOn: null } as const;
        await this.roles.grant(manager, accountId, grant, by);
      }
      return await this.sessions.begin(manager, accountId, device);
    });
  }

  private async isMissing(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<{ isThere: boolean }[]>(HAS_ADMINISTRATOR);
    return !row!.isThere;
  }
}

const HAS_ADMINISTRATOR = `
  select exists (select 1 from role_holding h join account a on a.id = h.account_id and a.ended_at is null
    where h.role in ('platform-administrator', 'administrator') and ${isHeld('h')}) as "isThere"`;
