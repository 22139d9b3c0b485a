import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor, Json } from '../audit/audited-change.js';
import { CONFIG, type Config } from '../platform/config.js';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { enqueueDeliveries } from './sending/enqueue-deliveries.js';
import { reachableAddresses, systemResolver, Unreachable } from './sending/reachable-address.js';
import { ROTATION_MS, WebhookKeys } from './signing/webhook-keys.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';
import { WebhookFollows } from './webhook-follows.js';
import { checkWish, type WebhookWish } from './webhook-wish.js';

/** Nobody has more. */
const MOST_OF_ONE = 20;

/** Alone writes webhooks. @see DeliverWebhooks for what they are sent */
@Injectable()
export class Webhooks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'webhookAllow'>,
    private readonly keys: WebhookKeys,
    private readonly follows: WebhookFollows,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param partnershipId whose it is; null for the library's own
   * @returns its id, and the shared secret where there is one: it is shown this once
   * @throws LibraryError invalid-request, naming the field
   */
  async add(
    wish: WebhookWish,
    partnershipId: string | null,
    by: AuditActor,
  ): Promise<{ id: string; secret: string | null }> {
    checkWish(wish, this.config.webhookAllow.length > 0);
    await this.checkReachable(wish.address);
    const { fromBeginning, ...said } = wish;
    const { shown, ...key } = this.keys.make(said.signature);
    const cursor = fromBeginning ? null : await this.follows.cursorNow(said);
    return await this.source.transaction(async (manager) => {
      const others = await manager.countBy(Webhook, { partnershipId: partnershipId ?? IsNull() });
      if (others >= MOST_OF_ONE)
        throw invalidField('name', `There are ${MOST_OF_ONE} webhooks already: delete one first`);
      const { identifiers } = await manager.insert(Webhook, { ...said, ...key, partnershipId, cursor });
      const id = identifiers[0]!.id as string;
      await enqueueDeliveries(manager);
      const { signature, kinds, themeId: theme, publisherId: publisher, name } = said;
      await this.audit.record(manager, {
        ...{
          chain: partnershipId,
          actor: by,
          action: 'webhook.added',
          subject: { kind: 'webhook', id, name },
        },
        ...{ to: { signature, kinds, theme, publisher }, words: { to: { address: said.address } } },
      });
      return { id, secret: shown };
    });
  }

  /** @param scope whose it has to be; null for any @throws LibraryError not-found */
  async find(id: string, scope: string | null, manager = this.source.manager): Promise<Webhook> {
    const found = await manager.findOneBy(Webhook, { id, ...(scope !== null && { partnershipId: scope }) });
    if (!found) throw new LibraryError('not-found', 'There is no such webhook.');
    return found;
  }

  /** @param scope whose; null for all */
  async list(scope: string | null): Promise<Webhook[]> {
    const where = scope === null ? {} : { partnershipId: scope };
    return await this.source.manager.find(Webhook, { where, order: { name: 'ASC', id: 'ASC' } });
  }

  /** The public keys that are good now, the newest first, by webhook. Of shared secrets there is none. */
  async publicKeys(now = new Date()): Promise<{ id: string; publicKeys: string[] }[]> {
    const all = await this.source.manager.find(Webhook, {
      select: { id: true, publicKey: true, oldPublicKey: true, oldUntil: true },
      where: { signature: 'v1a' },
      order: { id: 'ASC' },
    });
    return all.map(({ id, publicKey, oldPublicKey, oldUntil }) => ({
      id,
      publicKeys: [publicKey!, ...(oldPublicKey && oldUntil && oldUntil > now ? [oldPublicKey] : [])],
    }));
  }

  /** A new key; the one before signs beside it for a day. @returns the shared secret, where there is one */
  async rotate(id: string, scope: string | null, by: AuditActor, now = new Date()): Promise<string | null> {
    return await this.change(id, scope, by, 'webhook.rotated', async (manager, webhook) => {
      const { shown, ...key } = this.keys.make(webhook.signature);
      await manager.update(Webhook, id, {
        ...{ ...key, oldSealedKey: webhook.sealedKey, oldPublicKey: webhook.publicKey },
        oldUntil: new Date(now.getTime() + ROTATION_MS),
      });
      return shown;
    });
  }

  /** The key before signs no more. */
  async endRotation(id: string, scope: string | null, by: AuditActor): Promise<void> {
    await this.change(id, scope, by, 'webhook.rotation-ended', async (manager) => {
      await manager.update(Webhook, id, { oldSealedKey: null, oldPublicKey: null, oldUntil: null });
    });
  }

  async pause(id: string, scope: string | null, by: AuditActor): Promise<void> {
    await this.change(id, scope, by, 'webhook.paused', async (manager) => {
      await manager.update(Webhook, id, { state: 'paused' });
    });
  }

  /** It goes on where it stopped, and what waits is tried at once. */
  async resume(id: string, scope: string | null, by: AuditActor): Promise<void> {
    await this.change(id, scope, by, 'webhook.resumed', async (manager) => {
      await manager.update(Webhook, id, { state: 'on', restUntil: null });
      await this.tryNow(manager, id, ['waiting']);
    });
  }

  /**
   * Everything that has changed since a cursor is told again, each record as it is now.
   * @param cursor of one of its messages; null for the beginning
   * @throws LibraryError invalid-request, cursor-expired
   */
  async replay(id: string, scope: string | null, cursor: string | null, by: AuditActor): Promise<void> {
    if (cursor !== null) await this.follows.check(await this.find(id, scope), cursor);
    const from = cursor === null ? 'beginning' : 'cursor';
    await this.change(
      ...([id, scope, by, 'webhook.replayed'] as const),
      async (manager) => {
        await manager.update(Webhook, id, { cursor });
        await enqueueDeliveries(manager);
      },
      { from },
    );
  }

  /** What was given up is sent again, with what waits. @returns how many messages */
  async replayDead(id: string, scope: string | null, by: AuditActor): Promise<void> {
    await this.change(
      ...([id, scope, by, 'webhook.replayed'] as const),
      async (manager) => {
        await manager.update(Webhook, id, { restUntil: null });
        await this.tryNow(manager, id, ['waiting', 'dead']);
      },
      { from: 'given-up' },
    );
  }

  async delete(id: string, scope: string | null, by: AuditActor): Promise<void> {
    await this.change(id, scope, by, 'webhook.deleted', async (manager) => {
      await manager.delete(Webhook, { id });
    });
  }

  private async tryNow(manager: EntityManager, id: string, states: readonly string[]): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(WebhookDelivery)
      .set({ state: 'waiting', tries: 0, nextTryAt: new Date() })
      .where('webhook_id = :id and state = any(:states)', { id, states })
      .execute();
    await enqueueDeliveries(manager);
  }

  private async change<T>(
    id: string,
    scope: string | null,
    actor: AuditActor,
    action: `webhook.${string}`,
    write: (manager: EntityManager, webhook: Webhook) => Promise<T>,
    to?: Json,
  ): Promise<T> {
    return await this.source.transaction(async (manager) => {
      const webhook = await this.find(id, scope, manager);
      const result = await write(manager, webhook);
      const { partnershipId: chain, name } = webhook;
      await this.audit.record(manager, {
        ...{ chain, actor, action, subject: { kind: 'webhook', id, name } },
        ...(to !== undefined && { to }),
      });
      return result;
    });
  }

  /** What leads into our own network is refused at once, not only when the first message is sent. */
  private async checkReachable(address: string): Promise<void> {
    try {
      await reachableAddresses(new URL(address), this.config.webhookAllow, systemResolver);
    } catch (error) {
      if (error instanceof Unreachable) throw invalidField('address', error.message);
      throw error;
    }
  }
}
