import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hashOf, newToken } from '../../accounts/token.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditedChange } from '../../audit/audited-change.js';
import { missingForMail } from '../../outbox/mail-settings.js';
import { Outbox } from '../../outbox/outbox.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { parsePartialDate } from '../../platform/dates/partial-date.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import type { Follower } from '../follower.js';
import { recipientsOn } from '../recipients.js';
import { requireAdministrator, requireAuditLead } from '../rights.js';
import { requireReason } from '../given.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog, type Asked, type Done, withoutVersion } from '../tracking-log.js';
import { actionsIn, statesIn } from './round-actions.js';
import { askingMail, remindingMail } from './round-mail.js';
import { planMailing, type MailingKind } from './round-mailing.js';
import type { RoundMailing, RoundRecipient } from './round.model.js';
import { ROUND, RoundQueries, type KeptRound, type RoundNow } from './rounds.queries.js';
import { updatePath } from './update-path.js';

/** What is asked, and by when. */
export interface RoundWish {
  name: string;
  /** Ids of actions; all that are open, where it is left out. */
  actions?: readonly string[];
  /** YYYY-MM-DD. */
  by: string;
}

/** Asks the owners of actions what has become of them, reminds those who have not answered, and closes the asking. */
@Injectable()
export class RoundsService {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'publicUrl'>,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly queries: RoundQueries,
  ) {}

  /** The settings without which nothing can be sent. */
  get missing(): string[] {
    return missingForMail(this.config);
  }

  /** Nobody is asked yet. @throws LibraryError invalid-request, forbidden */
  async open(who: Follower, wish: RoundWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    if (parsePartialDate(wish.by)?.precision !== 'day')
      throw invalidField('by', 'Write the day as 2025-03-31');
    return await this.log.change(
      who,
      async (change) => {
        if (wish.by < change.today) throw invalidField('by', 'Give a day that is still to come');
        const actions = await this.actionsOf(change, wish);
        const id = randomUUID();
        const number = await this.note(change, id, 'opened', {
          ...{ to: { by: wish.by, actions: actions.length }, words: { to: { name: wish.name } } },
        });
        await change.manager.query(OPEN, [id, who.partnership.id, number, wish.by, actions]);
        return { subject: id, entry: number };
      },
      withoutVersion(asked),
    );
  }

  /** Who would be asked now, and who would not and why. @throws LibraryError not-found, forbidden */
  async previewSending(who: Follower, id: string): Promise<RoundMailing> {
    return await this.preview(who, id, 'asking');
  }

  /** Who would be reminded now. @throws LibraryError not-found, forbidden */
  async previewReminding(who: Follower, id: string): Promise<RoundMailing> {
    return await this.preview(who, id, 'reminding');
  }

  /**
   * Sends each owner one e-mail, all in one transaction. Sent again, it reaches those alone who were not asked yet.
   * @throws LibraryError not-found, forbidden, closed; unavailable where the library cannot send e-mails
   */
  async send(who: Follower, id: string, asked: Asked | null = null): Promise<RoundMailing> {
    return await this.mail(who, id, 'asking', asked);
  }

  /** Reminds those who have not answered, once a day. @throws LibraryError as `send` */
  async remind(who: Follower, id: string, asked: Asked | null = null): Promise<RoundMailing> {
    return await this.mail(who, id, 'reminding', asked);
  }

  /** No link of it works any more, and e-mails that wait are not sent. @throws LibraryError not-found, forbidden; decided where it was closed before */
  async close(who: Follower, id: string, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        const { round, people } = await this.queries.look(who.partnership.id, id, change.manager);
        if (round.isClosed) throw new LibraryError('decided', 'This round was closed before.');
        const number = await this.note(change, id, 'closed');
        await change.manager.query('update update_round set closed_entry = $2 where id = $1', [id, number]);
        await this.outbox.withdraw(
          change.manager,
          people.flatMap(({ messages }) => messages),
        );
        return { subject: id, entry: number };
      },
      withoutVersion(asked),
    );
  }

  /** Takes the name of a round out for good. @throws LibraryError not-found, reason-required, forbidden */
  async redact(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<void> {
    requireAdministrator(who);
    const by = { actor: who.by, why: requireReason(reason, 'words are redacted only with a reason.') };
    await this.log.change(
      who,
      async ({ manager }) => {
        const { round } = await this.queries.look(who.partnership.id, id, manager);
        await this.audit.redact(manager, { chain: who.partnership.id, number: round.entry }, by, ['to']);
        return { subject: id };
      },
      withoutVersion(asked),
    );
  }

  private async actionsOf({ manager, who }: TrackingChange, wish: RoundWish): Promise<string[]> {
    const found = actionsIn(await statesIn(manager, who.partnership.id), wish.actions ?? null);
    const open = found.filter(({ isOpen }) => isOpen).map(({ id }) => id);
    const unknown = (wish.actions ?? []).filter((id) => !open.includes(id));
    if (unknown.length > 0)
      throw invalidField('actions', 'These actions are not open, or not there: ' + unknown.join(', '));
    if (open.length === 0) throw invalidField('actions', 'No action is open: there is nothing to ask for');
    return open;
  }

  private async preview(who: Follower, id: string, kind: MailingKind): Promise<RoundMailing> {
    requireAuditLead(who);
    const now = await this.queries.look(who.partnership.id, id);
    return { preview: true, ...planNow(now, kind, this.log.today()) };
  }

  private async mail(
    who: Follower,
    id: string,
    kind: MailingKind,
    asked: Asked | null,
  ): Promise<RoundMailing> {
    requireAuditLead(who);
    // What is not there is not there, whether e-mails can be sent or not.
    await this.queries.look(who.partnership.id, id);
    const { publicUrl } = this.config;
    if (publicUrl === undefined || this.missing.length > 0)
      throw new LibraryError('unavailable', `This library cannot send email yet: ${this.missing.join(', ')}`);
    let sent: RoundMailing | null = null;
    await this.log.change(
      who,
      async (change) => {
        const { manager, today } = change;
        const now = await this.queries.look(who.partnership.id, id, manager);
        if (now.round.isClosed) throw new LibraryError('closed', 'This round is closed.');
        const plan = planNow(now, kind, today);
        sent = { preview: false, ...plan };
        if (plan.people.length === 0) return { subject: id };
        const deed = kind === 'asking' ? 'sent' : 'chased';
        const number = await this.note(change, id, deed, { to: { people: plan.people.length } });
        for (const person of plan.people)
          await this.write(change, now.round, person, kind, { number, publicUrl });
        return { subject: id, entry: number };
      },
      withoutVersion(asked),
    );
    if (sent) return sent;
    // A request that comes again is told how it stands: nobody gets anything.
    const { notAsked } = await this.preview(who, id, kind);
    return { preview: false, people: [], notAsked };
  }

  /** One e-mail, with a link of its own: its token is in the e-mail alone. */
  private async write(
    { manager, who, today }: TrackingChange,
    { id, by }: KeptRound,
    person: RoundRecipient,
    kind: MailingKind,
    { number, publicUrl }: { number: number; publicUrl: string },
  ): Promise<void> {
    const token = newToken();
    const { name, address, standsInFor, deputy, actions } = person;
    const letter = {
      ...{ to: { name, address }, standsInFor, actions, by, partnership: who.partnership.name },
      address: publicUrl + updatePath(token),
    };
    // Whoever stands in for others gets an e-mail for each of them.
    const period = [id, ...(standsInFor === null ? [] : [person.id]), ...(kind === 'asking' ? [] : [today])];
    const mail = (kind === 'asking' ? askingMail : remindingMail)(letter, period.join(' '));
    const message = await this.outbox.send(manager, mail);
    // The same address was written to already.
    if (message === null) return;
    if (kind === 'asking') await manager.query(ASK, [id, person.id, number, message]);
    else await manager.query(REMIND, [id, person.id, message, today]);
    await manager.query(LINK, [hashOf(token), id, person.id, deputy]);
  }

  private async note(
    { manager, who }: TrackingChange,
    id: string,
    deed: 'opened' | 'sent' | 'chased' | 'closed',
    more: Pick<AuditedChange, 'to' | 'words'> = {},
  ): Promise<number> {
    const { number } = await this.audit.record(manager, {
      ...{ chain: who.partnership.id, actor: who.by, action: `tracking.round-${deed}` },
      ...{ subject: { kind: ROUND, id }, ...more },
    });
    return number;
  }
}

const planNow = (now: RoundNow, kind: MailingKind, day: string): Omit<RoundMailing, 'preview'> =>
  planMailing(now, kind, recipientsOn([...now.owners.values()], day), day);

const OPEN = `
  insert into update_round (id, partnership_id, entry, answer_by, actions) values ($1, $2, $3, $4, $5)`;

const ASK = `
  insert into update_round_person (round_id, owner_id, asked_entry, messages) values ($1, $2, $3, array[$4::uuid])`;

const REMIND = `
  update update_round_person set messages = array_append(messages, $3::uuid), chased_on = $4
  where round_id = $1 and owner_id = $2`;

const LINK = `insert into update_round_link (token_hash, round_id, owner_id, deputy_id) values ($1, $2, $3, $4)`;
