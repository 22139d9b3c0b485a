import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Webhook } from '../webhook.entity.js';
import { WebhookFollows } from '../webhook-follows.js';
import { MOVE_ON, WAITING, WRITE_DOWN } from './deliveries.sql.js';

/** So many messages are written down at once. The rest stays in the log: there it takes no place, however many there are. */
const AT_ONCE = 100;
/** With so many that did not arrive, nothing more is written down: the site is away, and its place in the log is kept. */
const MOST_FAILING = 50;

/** Writes down which messages a webhook has to be sent. */
@Injectable()
export class WriteDown {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly follows: WebhookFollows,
  ) {}

  /**
   * Reads on in the log for a webhook. Its place there and the messages are written in one transaction: each change is told,
   * whatever dies in between.
   * @returns whether there is something that was not there before
   */
  async next(webhookId: string, now: Date): Promise<boolean> {
    const webhook = await this.source.manager.findOneBy(Webhook, { id: webhookId, state: 'on' });
    if (!webhook) return false;
    const [waiting] = await this.source.query<{ fresh: number; failing: number }[]>(WAITING, [webhookId]);
    if (waiting!.fresh > 0 || waiting!.failing >= MOST_FAILING) return false;
    const { changes, cursor } = await this.follows.since(webhook, webhook.cursor, AT_ONCE);
    if (cursor === webhook.cursor) return false;
    return await this.source.transaction(async (manager) => {
      const [moved] = await manager.query<[unknown[], number]>(MOVE_ON, [webhookId, cursor, webhook.cursor]);
      if (moved.length === 0) return true;
      if (changes.length > 0)
        await manager.query(WRITE_DOWN, [webhookId, JSON.stringify(changes), webhook.cursor, now]);
      return changes.length > 0;
    });
  }
}
