import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import type { WebhookDelivery } from './webhook.entity.js';

/** A message to a site, and what became of it. What the record was called then is not kept: it may not be named any more. */
export interface DeliveryItem extends Pick<
  WebhookDelivery,
  'kind' | 'recordId' | 'event' | 'cursor' | 'state' | 'tries' | 'nextTryAt' | 'triedAt' | 'status' | 'answer'
> {
  /** Of its page; null where there is none now. */
  path: string | null;
}

export interface WebhookTally {
  waiting: number;
  dead: number;
}

/** No more are listed. */
const RECENT = 20;
const DEAD = 50;

/** Reads what became of the messages of webhooks. */
@Injectable()
export class WebhookHistory {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The last that were tried, the newest first. */
  async recent(webhookId: string): Promise<DeliveryItem[]> {
    return await this.source.query<DeliveryItem[]>(
      `${ITEMS} and d.tried_at is not null order by d.tried_at desc, d.place desc limit ${RECENT}`,
      [webhookId],
    );
  }

  /** Those that were given up, the oldest first. */
  async dead(webhookId: string): Promise<DeliveryItem[]> {
    return await this.source.query<DeliveryItem[]>(
      `${ITEMS} and d.state = 'dead' order by d.place limit ${DEAD}`,
      [webhookId],
    );
  }

  /** By the id of the webhook; one without messages is not in it. */
  async tallies(webhookIds: readonly string[]): Promise<Map<string, WebhookTally>> {
    const rows = await this.source.query<(WebhookTally & { id: string })[]>(TALLIES, [webhookIds]);
    return new Map(rows.map(({ id, ...tally }) => [id, tally]));
  }
}

const ITEMS = `
  select d.kind, d.record_id as "recordId", d.event, d.cursor, d.state, d.tries, d.next_try_at as "nextTryAt",
    d.tried_at as "triedAt", d.status, d.answer, r.path
  from webhook_delivery d left join ${PUBLIC.record} r on r.kind = d.kind and r.record_id = d.record_id
  where d.webhook_id = $1`;

const TALLIES = `
  select webhook_id as id, count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'dead')::int as dead
  from webhook_delivery where webhook_id = any($1::uuid[]) group by webhook_id`;
