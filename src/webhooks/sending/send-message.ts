import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { BY_THE_SYSTEM } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Outbox } from '../../outbox/outbox.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { apiPath } from '../../publishing/changes/api-path.js';
import { ChangeLog } from '../../publishing/changes/change-log.js';
import { bodyOf, messageId } from '../message.js';
import { signatureOf } from '../signing/message-keys.js';
import { WebhookKeys } from '../signing/webhook-keys.js';
import { Webhook, type WebhookDelivery } from '../webhook.entity.js';
import { givenUpMail, switchedOffMail } from '../webhook-mail.js';
import { NOTE, OVERTAKEN } from './deliveries.sql.js';
import type { PinnedRoute, SiteAnswer } from './pinned-route.js';
import { nextTry, restAsked } from './try-again.js';

/** A message that is due. */
export type DueMessage = Pick<WebhookDelivery, 'recordId' | 'changedAt' | 'tries'> &
  Pick<Parameters<typeof bodyOf>[0], 'kind' | 'event'>;

/** Sends one message, and notes what came of it. */
@Injectable()
export class SendMessage {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly log: ChangeLog,
    private readonly keys: WebhookKeys,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** @param stop gives up what is on its way: then nothing is noted, and it is sent again later */
  async send(
    webhook: Webhook,
    message: DueMessage,
    route: PinnedRoute,
    now: Date,
    stop: AbortSignal,
  ): Promise<void> {
    const { kind, recordId, event, changedAt } = message;
    const latest = await this.log.latest(kind, recordId);
    const updatedAt = changedAt.toISOString();
    // What is named here is how it is called now: nothing that was withdrawn since goes out by its name.
    if (latest?.updatedAt !== updatedAt) {
      await this.source.query(OVERTAKEN, [webhook.id, kind, recordId, changedAt]);
      return;
    }
    const { slug } = latest;
    const apiUrl = slug === null ? null : this.config.publicUrl! + apiPath({ kind, id: recordId, slug });
    const body = bodyOf({ kind, id: recordId, event, updatedAt, slug, apiUrl });
    const id = messageId(webhook.id, kind, recordId, updatedAt);
    const answer = await route.post(this.headers(webhook, id, body, now), body, stop);
    if (!stop.aborted) await this.note(webhook, message, answer, now);
  }

  /** What a message is sent with. */
  headers(webhook: Webhook, id: string, body: string, now: Date): Record<string, string> {
    const seconds = Math.floor(now.getTime() / 1000);
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'practice-review-library',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(id, seconds, body, this.keys.signing(webhook, now)),
    };
  }

  private async note(webhook: Webhook, message: DueMessage, answer: SiteAnswer, now: Date): Promise<void> {
    const { kind, recordId, changedAt } = message;
    const tries = message.tries + 1;
    const isDelivered = isTaken(answer);
    const rest = isDelivered ? null : restAsked(answer.retryAfter, now);
    const again = isDelivered ? null : nextTry(tries, now, rest, Math.random());
    const state = isDelivered ? 'delivered' : again ? 'waiting' : 'dead';
    await this.source.transaction(async (manager) => {
      await manager.query(NOTE, [
        ...[webhook.id, kind, recordId, changedAt, state, tries, again, now, answer.status, answer.said],
      ]);
      if (rest) await manager.update(Webhook, webhook.id, { restUntil: new Date(now.getTime() + rest) });
      const { publicUrl } = this.config;
      const day = now.toISOString().slice(0, 10);
      if (state === 'dead') await this.outbox.send(manager, givenUpMail(webhook, publicUrl!, day));
      if (answer.status === 410) await this.switchOff(manager, webhook, now);
    });
  }

  private async switchOff(manager: EntityManager, webhook: Webhook, now: Date): Promise<void> {
    const { affected } = await manager.update(Webhook, { id: webhook.id, state: 'on' }, { state: 'gone' });
    if (affected !== 1) return;
    await this.outbox.send(manager, switchedOffMail(webhook, this.config.publicUrl!, now));
    await this.audit.record(manager, {
      ...{ chain: webhook.partnershipId, actor: BY_THE_SYSTEM, action: 'webhook.switched-off' },
      subject: { kind: 'webhook', id: webhook.id, name: webhook.name },
    });
  }
}

export const isTaken = ({ status }: SiteAnswer): boolean => status !== null && status >= 200 && status < 300;
