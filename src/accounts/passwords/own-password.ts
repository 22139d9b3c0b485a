import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { AccountEntity } from '../account.entity.js';
import { ChangesTold } from '../changes-told.js';
import { FailedSignIns } from '../failed-sign-ins.js';
import { SessionService } from '../session.service.js';
import { SignInLimits } from '../sign-in-limits.js';
import { PasswordHash } from './password-hash.js';
import { checkPassword } from './password-rules.js';

/** Changes people's own passwords. */
@Injectable()
export class OwnPassword {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly passwords: PasswordHash,
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
    private readonly failures: FailedSignIns,
    private readonly audit: AuditLog,
    private readonly told: ChangesTold,
  ) {}

  /**
   * Ends all their other sessions. A wrong present password counts as a failed sign-in: whoever sits down at somebody's desk
   * guesses no more often than anybody else.
   * @param address from where it comes
   * @returns the new token of the present session
   * @throws LibraryError invalid-request, naming the field; too-many-requests
   */
  async change(actor: Actor, current: string, password: string, address: string): Promise<string> {
    const account = await this.source.getRepository(AccountEntity).findOneByOrFail({ id: actor.accountId });
    const tried = await this.limits.attempt(account.email, address);
    if (!(await this.passwords.fits(current, account.password))) {
      if (tried.isNotable) this.failures.note(account.id, 'password', tried.failures);
      throw invalidField('current', 'This is not your present password');
    }
    await tried.succeeded();
    checkPassword(password, account.email);
    const hash = await this.passwords.make(password);
    return await this.source.transaction(async (manager) => {
      await manager.update(AccountEntity, { id: account.id }, { password: hash });
      await this.sessions.endAll(manager, account.id, actor.session.id);
      const token = await this.sessions.renew(manager, actor);
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'account.password-changed' },
        subject: { kind: 'account', id: account.id },
      });
      await this.told.tell(manager, account.id, 'password-changed');
      return token;
    });
  }
}
