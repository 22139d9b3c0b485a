import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { BY_THE_SYSTEM } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor, Json } from '../../audit/audited-change.js';
import { missingForMail } from '../../outbox/mail-settings.js';
import { Outbox } from '../../outbox/outbox.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isHeld } from '../holding.sql.js';
import { linkPath } from '../link.js';
import { isGood, LinkService, type MadeLink } from '../link.service.js';
import { SessionService } from '../session.service.js';
import { hashOf } from '../token.js';
import { linkMail } from './link-mail.js';

/** Why a link does not sign in: the person leads no agency any more, or it was used, or it has run out or was replaced. */
type Refused = 'no-role' | 'used' | 'expired';

/** A link that was made for an agency lead once. */
export interface AgencyLink {
  id: string;
  account: { id: string; name: string; email: string };
  state: 'good' | Refused;
}

/** Links by e-mail with which agency leads sign in: once each, with the rights of an agency lead and none above. */
@Injectable()
export class AgencyLinks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'publicUrl'>,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly links: LinkService,
    private readonly sessions: SessionService,
  ) {}

  /** The settings without which none can be sent. */
  get missing(): string[] {
    return missingForMail(this.config);
  }

  /**
   * Sends somebody a link, to the address of their account and to no other.
   * @param asked a sentence that says who asked for it
   * @returns whether they lead an agency today, without which they get none
   * @throws LibraryError unavailable where the library cannot send e-mails
   */
  async send(accountId: string, asked: string, by: AuditActor): Promise<boolean> {
    const { publicUrl } = this.config;
    if (publicUrl === undefined || this.missing.length > 0)
      throw new LibraryError('unavailable', 'This library cannot send email yet.');
    return await this.source.transaction(async (manager) => {
      const made = await this.makeFor(manager, accountId, by, true);
      if (!made) return false;
      const { link, account } = made;
      const { id, token, expiresAt } = link;
      const to = { name: account.name, address: account.email };
      const address = publicUrl + linkPath(token, 'sign-in');
      await this.outbox.send(manager, linkMail({ id, to, address, expiresAt, asked }));
      return true;
    });
  }

  /** A link to be handed over. @returns null where they lead no agency today */
  async make(accountId: string, by: AuditActor): Promise<MadeLink | null> {
    return await this.source.transaction(
      async (manager) => (await this.makeFor(manager, accountId, by, false))?.link ?? null,
    );
  }

  /** Looks at a link without using it. @returns null for what never was one */
  async look(token: string, manager: EntityManager = this.source.manager): Promise<AgencyLink | null> {
    const [link] = await manager.query<AgencyLink[]>(LOOK, [hashOf(token)]);
    return link ?? null;
  }

  /**
   * Signs in whom a link is for. Of two at once one finds it used.
   * @returns the token of their session; null where the link is not good
   */
  async signIn(token: string, device: string): Promise<string | null> {
    return await this.source.transaction(async (manager) => {
      const link = await this.look(token, manager);
      if (!link) return null;
      const { id, account, state } = link;
      if (state !== 'good' || !(await this.links.use(manager, token, 'sign-in'))) {
        const why = state === 'good' ? 'used' : state;
        // It says for whom it was, not who pressed its button.
        await this.note(manager, 'link-refused', account.id, BY_THE_SYSTEM, { link: id, why });
        return null;
      }
      const session = await this.sessions.begin(manager, account.id, device, { onlyRole: 'agency-lead' });
      const person: AuditActor = { kind: 'person', id: account.id, name: account.name, role: null };
      await this.note(manager, 'begun', account.id, person, { link: id });
      return session;
    });
  }

  private async makeFor(
    manager: EntityManager,
    accountId: string,
    by: AuditActor,
    isSent: boolean,
  ): Promise<{ link: MadeLink; account: AgencyLink['account'] } | null> {
    const [account] = await manager.query<AgencyLink['account'][]>(LEAD, [accountId]);
    if (!account) return null;
    const link = await this.links.make(manager, 'sign-in', account.id);
    await this.note(manager, 'link-made', account.id, by, { link: link.id, sent: isSent });
    return { link, account };
  }

  private async note(
    manager: EntityManager,
    what: 'begun' | 'link-made' | 'link-refused',
    accountId: string,
    actor: AuditActor,
    to: Json,
  ): Promise<void> {
    const subject = { kind: 'account', id: accountId };
    await this.audit.record(manager, { chain: null, actor, action: `session.${what}`, subject, to });
  }
}

const leads = (a: string): string => `
  ${a}.ended_at is null and exists (
    select 1 from role_holding h where h.account_id = ${a}.id and h.role = 'agency-lead' and ${isHeld('h')})`;

// One at a time for each person, so that of two links at once one replaces the other.
const LEAD = `select a.id, a.name, a.email from account a where a.id = $1 and ${leads('a')} for update of a`;

const LOOK = `
  select l.id, json_build_object('id', a.id, 'name', a.name, 'email', a.email) as account,
    case when not (${leads('a')}) then 'no-role' when l.used_at is not null then 'used' when ${isGood('l')} then 'good'
      else 'expired' end as state
  from sign_in_link l join account a on a.id = l.account_id
  where l.token_hash = $1 and l.purpose = 'sign-in'`;
