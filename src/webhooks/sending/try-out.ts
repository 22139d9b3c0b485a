import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { messageId, pingBody } from '../message.js';
import { WebhookDelivery } from '../webhook.entity.js';
import { Webhooks } from '../webhooks.service.js';
import { PinnedRoute, type SiteAnswer } from './pinned-route.js';
import { isTaken, SendMessage } from './send-message.js';

/** Sends a site a message that says nothing, to see what it answers. */
@Injectable()
export class TryOut {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'webhookAllow'>,
    private readonly webhooks: Webhooks,
    private readonly sender: SendMessage,
  ) {}

  /** @throws LibraryError not-found */
  async ping(id: string, scope: string | null, now = new Date()): Promise<SiteAnswer> {
    const webhook = await this.webhooks.find(id, scope);
    const body = pingBody(now);
    const route = new PinnedRoute(webhook.address, this.config.webhookAllow);
    const headers = this.sender.headers(webhook, messageId(id, 'ping', now.toISOString()), body, now);
    const answer = await route.post(headers, body);
    await route.close();
    await this.source.manager.upsert(
      WebhookDelivery,
      {
        ...{ webhookId: id, kind: 'ping', recordId: id, event: 'ping', changedAt: now, nextTryAt: now },
        ...{ state: isTaken(answer) ? 'delivered' : 'failed', tries: 1, triedAt: now },
        ...{ status: answer.status, answer: answer.said },
      },
      ['webhookId', 'kind', 'recordId'],
    );
    return answer;
  }
}
