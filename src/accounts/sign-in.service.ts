import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import type { Json } from '../audit/audited-change.js';
import { AccountEntity } from './account.entity.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { PasswordHash } from './passwords/password-hash.js';
import { CodeCheck } from './second-factor/code-check.js';
import { fingerprintOf, type PendingStep } from './second-factor/pending-step.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SessionService, type SignedInBy } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';

/** From where somebody signs in. */
export interface SignInPlace {
  /** The network address that they come from. */
  address: string;
  device: string;
}

/** What somebody signs in with. */
export interface Credentials extends SignInPlace {
  /** In small letters. */
  email: string;
  password: string;
}

/** Somebody whose password was right: they are in, or a code is asked for first. */
export type Entered = { token: string } | { step: Omit<PendingStep, 'to'> };

/** Signs people in with their password and, where they have set one up, their second step. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly passwords: PasswordHash,
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
    private readonly failures: FailedSignIns,
    private readonly factors: SecondFactors,
    private readonly codes: CodeCheck,
  ) {}

  /**
   * Looks at the password. For an unknown, a closed and a wrong account and a wrong password all is done in the same way.
   * @returns null where they do not fit
   * @throws LibraryError too-many-requests
   */
  async signIn({ email, password, address, device }: Credentials): Promise<Entered | null> {
    const tried = await this.limits.attempt(email, address);
    const account = await this.source.getRepository(AccountEntity).findOneBy({ email, endedAt: IsNull() });
    const kept = account?.password ?? null;
    if (!(await this.passwords.fits(password, kept)) || !account || !kept) {
      if (account && tried.isNotable) this.failures.note(account.id, 'password', tried.failures);
      return null;
    }
    const present = await this.madeAnew(account.id, password, kept);
    if (await this.factors.stateOf(account.id)) {
      // A right password does not make up for wrong codes before it.
      await tried.goesOn();
      return { step: { accountId: account.id, password: fingerprintOf(present) } };
    }
    await tried.succeeded();
    const token = await this.source.transaction((manager) => this.begin(manager, account, device, {}, null));
    return { token };
  }

  /** Whom a step under way is for. @returns null where the password was changed, or the account closed, since */
  async find({ accountId, password }: PendingStep): Promise<AccountEntity | null> {
    const account = await this.source
      .getRepository(AccountEntity)
      .findOneBy({ id: accountId, endedAt: IsNull() });
    return account?.password && fingerprintOf(account.password) === password ? account : null;
  }

  /**
   * Begins a session with the code that was still asked for.
   * @returns its token; null for a wrong one
   * @throws LibraryError too-many-requests
   */
  async finish(
    account: AccountEntity,
    code: string,
    { address, device }: SignInPlace,
  ): Promise<string | null> {
    return await this.codes.pass(account, code, address, async (manager, kind) =>
      this.begin(manager, account, device, { proof: 'factor' }, { with: kind }),
    );
  }

  private async begin(
    manager: EntityManager,
    { id, name }: AccountEntity,
    device: string,
    by: Partial<SignedInBy>,
    to: Json,
  ): Promise<string> {
    const token = await this.sessions.begin(manager, id, device, by);
    await this.audit.record(manager, {
      ...{ chain: null, actor: { kind: 'person', role: null, id, name }, action: 'session.begun' },
      ...{ subject: { kind: 'account', id }, to },
    });
    return token;
  }

  /** The hash by today's numbers, while the password is at hand. @returns it as it is kept now */
  private async madeAnew(id: string, password: string, kept: string): Promise<string> {
    if (!this.passwords.isOutdated(kept)) return kept;
    const anew = await this.passwords.make(password);
    // Not over a password that was changed meanwhile.
    await this.source.manager.update(AccountEntity, { id, password: kept }, { password: anew });
    return anew;
  }
}
