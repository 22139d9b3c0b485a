import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { AccountEntity } from './account.entity.js';
import { PasswordHash } from './passwords/password-hash.js';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** What somebody signs in with. */
export interface Credentials {
  /** In small letters. */
  email: string;
  password: string;
  /** The network address that they come from. */
  address: string;
  device: string;
}

/** Signs people in with their password. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly passwords: PasswordHash,
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * Begins a session. For an unknown, a closed and a wrong account and a wrong password all is done in the same way.
   * @returns its token; null where they do not fit
   * @throws LibraryError too-many-requests
   */
  async signIn({ email, password, address, device }: Credentials): Promise<string | null> {
    const succeeded = await this.limits.attempt(email, address);
    const account = await this.source.getRepository(AccountEntity).findOneBy({ email, endedAt: IsNull() });
    const kept = account?.password ?? null;
    if (!(await this.passwords.fits(password, kept)) || !account || !kept) return null;
    await succeeded();
    const anew = this.passwords.isOutdated(kept) ? await this.passwords.make(password) : null;
    return await this.source.transaction(async (manager) => {
      // Not over a password that was changed meanwhile.
      if (anew) await manager.update(AccountEntity, { id: account.id, password: kept }, { password: anew });
      const token = await this.sessions.begin(manager, account.id, device);
      const person = { id: account.id, name: account.name };
      await this.audit.record(manager, {
        ...{ chain: null, actor: { kind: 'person', role: null, ...person }, action: 'session.begun' },
        subject: { kind: 'account', id: account.id },
      });
      return token;
    });
  }
}
