import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import { ChangesTold } from '../changes-told.js';
import { RoleService } from '../role.service.js';
import { SessionService } from '../session.service.js';

/** A sign-in at work by which somebody gets into their account. */
export interface JoinedSignIn {
  id: string;
  /** What people know it by; its issuer, where it is closed. */
  name: string;
  since: Date;
}

/** What else than a password opens an account: shown to its owner and to administrators, and taken off by them. */
@Injectable()
export class JoinedSignIns {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly roles: RoleService,
    private readonly sessions: SessionService,
    private readonly told: ChangesTold,
  ) {}

  async of(accountId: string): Promise<JoinedSignIn[]> {
    return await this.source.query<JoinedSignIn[]>(JOINED, [accountId]);
  }

  /**
   * Takes one off an account, with the roles that it gave, and ends all sessions of the account but the present one of its owner.
   * @param by its owner, or an administrator who may do this to them
   * @throws LibraryError not-found; forbidden for the only way in of one's own
   */
  async takeOff(by: Actor, accountId: string, identityId: string): Promise<void> {
    const isOwn = by.accountId === accountId;
    await this.source.transaction(async (manager) => {
      if (!isId(identityId)) throw missing();
      const [[gone]] = await manager.query<[{ issuer: string }[], number]>(TAKE_OFF, [identityId, accountId]);
      if (!gone) throw missing();
      if (isOwn && !(await this.hasAnotherWayIn(manager, accountId)))
        throw new LibraryError('forbidden', ONLY_WAY_IN);
      const given = await manager.query<{ id: string }[]>(GIVEN, [accountId, gone.issuer]);
      for (const { id } of given) await this.roles.end(manager, accountId, id, byPerson(by));
      await this.sessions.endAll(manager, accountId, isOwn ? by.session.id : null);
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(by), action: 'account.parted' },
        ...{ subject: { kind: 'account', id: accountId }, from: { issuer: gone.issuer } },
      });
      await this.told.tell(manager, accountId, 'parted');
    });
  }

  private async hasAnotherWayIn(manager: EntityManager, accountId: string): Promise<boolean> {
    return (await manager.query<object[]>(ANOTHER_WAY_IN, [accountId])).length > 0;
  }
}

const missing = (): LibraryError =>
  new LibraryError('not-found', 'There is no such sign-in joined to this account.');

const ONLY_WAY_IN =
  'You have no password: this is the only way into your account. Ask an administrator for a link to choose a password first.';

const NAME_OF = `select p.name from identity_provider p where p.issuer = i.issuer and p.ended_at is null order by p.name limit 1`;

const JOINED = `
  select i.id, coalesce((${NAME_OF}), i.issuer) as name, i.joined_at as since from account_identity i
  where i.account_id = $1 order by i.joined_at, i.id`;

const TAKE_OFF = `delete from account_identity i where i.id = $1 and i.account_id = $2 returning i.issuer`;

const GIVEN = `
  select h.id from role_holding h join identity_provider p on p.id = h.provider_id
  where h.account_id = $1 and p.issuer = $2 and h.ended_at is null`;

const ANOTHER_WAY_IN = `
  select 1 from account a where a.id = $1 and (a.password is not null or exists (
    select 1 from account_identity i join identity_provider p on p.issuer = i.issuer and p.ended_at is null
    where i.account_id = a.id))`;
