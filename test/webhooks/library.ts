import { expect, jest } from '@jest/globals';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { DeliverWebhooks } from '../../src/webhooks/sending/deliver-webhooks.js';
import type { WebhookWish } from '../../src/webhooks/webhook-wish.js';
import { Webhooks } from '../../src/webhooks/webhooks.service.js';
import type { TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';

/** May send to this machine, and knows its own address. */
export const SETTINGS = { PUBLIC_URL: 'https://library.example', WEBHOOK_ALLOW: '127.0.0.1/32' };

export const WISH: Omit<WebhookWish, 'address'> = {
  ...{ name: 'Intranet', email: 'web@council.example', signature: 'v1a' },
  ...{ kinds: null, themeId: null, publisherId: null, fromBeginning: false },
};

/** Nobody is given up for being slow until it is restored: how long a test takes goes by what else the machine does. */
export const withPatience = (): { mockRestore(): void } =>
  jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal);

/** A message, as the database keeps it. */
export interface KeptDelivery {
  kind: string;
  event: string;
  state: string;
  tries: number;
  nextTryAt: Date;
  status: number | null;
  answer: string | null;
  cursor: string | null;
}

/** Webhooks of a library, as tests set them up and look at them. */
export class WebhookBench {
  readonly webhooks: Webhooks;
  readonly deliveries: DeliverWebhooks;

  constructor(readonly library: TestLibrary) {
    this.webhooks = library.app.get(Webhooks);
    this.deliveries = library.app.get(DeliverWebhooks);
  }

  async add(
    address: string,
    wish: Partial<WebhookWish> = {},
  ): Promise<{ id: string; secret: string | null }> {
    return await this.webhooks.add({ ...WISH, address, ...wish }, null, BY_THE_SYSTEM);
  }

  /** In the order in which they were written down. */
  async kept(id: string): Promise<KeptDelivery[]> {
    return await this.library.source.query<KeptDelivery[]>(
      `select kind, event, state, tries, next_try_at as "nextTryAt", status, answer, cursor from webhook_delivery
       where webhook_id = $1 order by place`,
      [id],
    );
  }

  /** Waits until everything was tried, and nothing is left in the log. */
  async tried(id: string, messages: number): Promise<KeptDelivery[]> {
    let kept: KeptDelivery[] = [];
    await eventually(async () => {
      kept = await this.kept(id);
      expect([kept.length, kept.filter(({ tries }) => tries === 0)]).toEqual([messages, []]);
    });
    return kept;
  }

  async mails(): Promise<{ to: string; subject: string | null }[]> {
    return await this.library.source.query(
      `select recipient_address as to, subject from outbox_message where kind = 'webhook' order by written_at`,
    );
  }

  async deleteAll(): Promise<void> {
    for (const { id } of await this.webhooks.list(null)) await this.webhooks.delete(id, null, BY_THE_SYSTEM);
  }
}
