import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor, AuditedChange } from '../../audit/audited-change.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { LibrarySecrets } from '../../platform/secrets/library-secrets.js';
import { seal, unseal } from '../../platform/secrets/sealed.js';
import { ChangesTold, type AccountChange } from '../changes-told.js';
import { SessionService } from '../session.service.js';
import { newFactorSecret, stepOf } from './one-time-code.js';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

/** A second step as its owner sees it. */
export interface FactorState {
  since: Date;
  /** Recovery codes that were not used. */
  codesLeft: number;
}

/** A secret that is offered to somebody, and becomes theirs when they show that their app has it. */
export interface FactorOffer {
  secret: string;
  /** The same for the form, which brings it back: nobody can put another into it, or use it in another session. */
  sealed: string;
}

/** What a code turned out to be. */
export type CodeKind = 'one-time-code' | 'recovery-code';

/** Alone writes second factors and recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly secrets: LibrarySecrets,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    private readonly told: ChangesTold,
  ) {}

  /** @returns null where none is set up */
  async stateOf(accountId: string): Promise<FactorState | null> {
    const [state] = await this.source.query<FactorState[]>(STATE, [accountId]);
    return state ?? null;
  }

  /** @param again the offer that a form brought back; a new one, where it is left out or not good any more */
  offer({ accountId, session }: Actor, again?: string): FactorOffer {
    const known = again === undefined ? null : this.offered(accountId, session.key, again);
    if (known !== null) return { secret: known, sealed: again! };
    const secret = newFactorSecret();
    const sealed = seal(JSON.stringify([accountId, session.key, secret]), this.key('second-factor-offers'));
    return { secret, sealed: sealed.toString('base64url') };
  }

  /**
   * Sets up what was offered, with the first code that the app shows. Whoever was signed in elsewhere without it is signed out.
   * @returns ten recovery codes, and the new token of the present session
   * @throws LibraryError invalid-request, naming the field; forbidden where a provider vouches for the person
   */
  async confirm(actor: Actor, offer: string, code: string): Promise<{ codes: string[]; token: string }> {
    const { accountId, session } = actor;
    // Whoever got in by the provider alone must not put a telephone of theirs before the owner's password.
    if (session.provider) throw new LibraryError('forbidden', BY_PROVIDER);
    const secret = this.offered(accountId, session.key, offer);
    if (secret === null) throw invalidField('code', 'This key is not good any more. Use the one shown now');
    const step = stepOf(secret, code.replace(/\s/g, ''), Date.now());
    if (step === null) throw invalidField('code', WRONG_FIRST_CODE);
    return await this.source.transaction(async (manager) => {
      const sealed = seal(secret, this.key('second-factors'));
      const [made] = await manager.query<object[]>(SET_UP, [accountId, sealed, step]);
      if (!made) throw invalidField('code', 'You have set up a second step already');
      const codes = await this.makeCodes(manager, accountId);
      await this.sessions.endAll(manager, accountId, session.id);
      const token = await this.sessions.renew(manager, actor, 'factor');
      await this.note(manager, 'second-step-set-up', accountId, { actor: byPerson(actor) });
      return { codes, token };
    });
  }

  /** Uses a code up, in the transaction of what it is for: of two at once one finds it used. @returns null for a wrong one */
  async take(manager: EntityManager, accountId: string, given: string): Promise<CodeKind | null> {
    const code = given.replace(/\s/g, '');
    if (/^\d{6}$/.test(code))
      return (await this.takeOneTimeCode(manager, accountId, code)) ? 'one-time-code' : null;
    const hash = hashOfRecoveryCode(given, this.key('recovery-codes'));
    const [used] = await manager.query<[unknown[], number]>(USE_RECOVERY_CODE, [accountId, hash]);
    return used.length > 0 ? 'recovery-code' : null;
  }

  /** Ten new recovery codes, in the transaction of `manager`: the old ones are worth nothing. */
  async renewCodes(manager: EntityManager, actor: Actor): Promise<string[]> {
    const codes = await this.makeCodes(manager, actor.accountId);
    await this.note(manager, 'recovery-codes-made', actor.accountId, { actor: byPerson(actor) });
    return codes;
  }

  /** Turns it off, in the transaction of `manager`: strong roles wait again. @returns the session's new token */
  async turnOff(manager: EntityManager, actor: Actor): Promise<string> {
    await this.remove(manager, actor.accountId);
    await this.sessions.endAll(manager, actor.accountId, actor.session.id);
    const token = await this.sessions.renew(manager, actor, 'none');
    await this.note(manager, 'second-step-turned-off', actor.accountId, { actor: byPerson(actor) });
    return token;
  }

  /** Takes it from somebody who has lost it, and ends all their sessions. @returns whether there was one */
  async reset(accountId: string, by: { actor: AuditActor; why?: string }): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      if (!(await this.remove(manager, accountId))) return false;
      await this.sessions.endAll(manager, accountId);
      await this.note(manager, 'second-step-reset', accountId, by);
      return true;
    });
  }

  private async takeOneTimeCode(manager: EntityManager, accountId: string, code: string): Promise<boolean> {
    const [kept] = await manager.query<{ secret: Buffer }[]>(SECRET, [accountId]);
    const secret = kept ? unseal(kept.secret, this.key('second-factors')) : null;
    const step = secret === null ? null : stepOf(secret, code, Date.now());
    if (step === null) return false;
    const [taken] = await manager.query<[unknown[], number]>(TAKE_STEP, [accountId, step]);
    return taken.length > 0;
  }

  private async makeCodes(manager: EntityManager, accountId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => hashOfRecoveryCode(code, this.key('recovery-codes')));
    await manager.query('delete from recovery_code where account_id = $1', [accountId]);
    await manager.query(KEEP_CODES, [accountId, hashes]);
    return codes;
  }

  private async remove(manager: EntityManager, accountId: string): Promise<boolean> {
    const [gone] = await manager.query<[unknown[], number]>(REMOVE, [accountId]);
    await manager.query('delete from recovery_code where account_id = $1', [accountId]);
    return gone.length > 0;
  }

  private offered(accountId: string, sessionKey: string, sealed: string): string | null {
    const text = unseal(Buffer.from(sealed, 'base64url'), this.key('second-factor-offers'));
    const [whose, session, secret] = text === null ? [] : (JSON.parse(text) as string[]);
    return whose === accountId && session === sessionKey ? secret! : null;
  }

  private key(use: 'second-factors' | 'second-factor-offers' | 'recovery-codes'): Buffer {
    return this.secrets.keyFor(use);
  }

  private async note(
    manager: EntityManager,
    change: AccountChange,
    id: string,
    by: Pick<AuditedChange, 'actor' | 'why'>,
  ): Promise<void> {
    const subject = { kind: 'account', id };
    await this.audit.record(manager, { chain: null, action: `account.${change}`, subject, ...by });
    await this.told.tell(manager, id, change);
  }
}

const WRONG_FIRST_CODE =
  'This is not the code that the app shows for this key. Wait for the next one. If it is wrong again, check that the clock of your phone sets itself';
const BY_PROVIDER = 'You signed in with your account at work, which has a second step of its own.';

const STATE = `
  select f.confirmed_at as since,
    (select count(*)::int from recovery_code c where c.account_id = f.account_id and c.used_at is null) as "codesLeft"
  from second_factor f where f.account_id = $1`;

const SET_UP = `
  insert into second_factor (account_id, secret, last_step) values ($1, $2, $3)
  on conflict (account_id) do nothing returning account_id`;

const SECRET = `select f.secret from second_factor f where f.account_id = $1`;

const TAKE_STEP = `
  update second_factor f set last_step = $2 where f.account_id = $1 and f.last_step < $2 returning f.account_id`;

const USE_RECOVERY_CODE = `
  update recovery_code c set used_at = now()
  where c.account_id = $1 and c.code_hash = $2 and c.used_at is null returning c.id`;

const KEEP_CODES = `insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])`;

const REMOVE = `delete from second_factor f where f.account_id = $1 returning f.account_id`;
