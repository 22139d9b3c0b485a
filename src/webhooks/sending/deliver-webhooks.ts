import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { TaskHandlers } from '../../platform/jobs/task-handlers.js';
import { Webhook } from '../webhook.entity.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';
import { DUE, NEXT_AT } from './deliveries.sql.js';
import { DeliveryRun } from './delivery-run.js';
import { PinnedRoute } from './pinned-route.js';
import { SendMessage, type DueMessage } from './send-message.js';
import { WriteDown } from './write-down.js';

/** Embargoes end by the clock, and nobody else may be looking. */
const EVERY_MS = 60_000;

/** Tells other sites what has changed: one run at a time in all instances, which does what is due and says when the next is. */
@Injectable()
export class DeliverWebhooks implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  /** When each site was served last, by its webhook: whoever has waited longest comes first. */
  private served = new Map<string, number>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'webhookAllow'>,
    private readonly handlers: TaskHandlers,
    private readonly writeDown: WriteDown,
    private readonly sender: SendMessage,
  ) {}

  onModuleInit(): void {
    this.handlers.register('webhooks.deliver', async () => {
      const next = await this.run();
      if (next) await enqueueDeliveries(this.source.manager, next);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    // Messages lead to the API by its whole address.
    if (this.config.publicUrl === undefined) return;
    await this.again();
    this.timer = setInterval(() => void this.again(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopping.abort();
  }

  /**
   * Does what is due.
   * @param now what time it is
   * @returns when there is something to do next; null where nothing is waiting
   */
  async run(now: () => Date = () => new Date()): Promise<Date | null> {
    if (this.config.publicUrl === undefined) return null;
    const webhooks = await this.source.manager.findBy(Webhook, { state: 'on' });
    if (webhooks.length === 0) return null;
    const servedAt = ({ id }: Webhook): number => this.served.get(id) ?? 0;
    const run = new DeliveryRun(webhooks.toSorted((one, other) => servedAt(one) - servedAt(other)));
    this.served = new Map(webhooks.map((webhook) => [webhook.id, servedAt(webhook)]));
    const isUnfinished: boolean[] = [];
    await run.serveAll(async (webhook, isSlow) => {
      isUnfinished.push(await this.serve(webhook, now, run, isSlow));
      this.served.set(webhook.id, Date.now());
    });
    if (isUnfinished.includes(true)) return now();
    const [row] = await this.source.query<{ at: Date | null }[]>(NEXT_AT);
    return row!.at;
  }

  /** @returns whether the time was up before everything was done */
  private async serve(
    { id, address }: Webhook,
    now: () => Date,
    run: DeliveryRun,
    isSlow: () => void,
  ): Promise<boolean> {
    const { signal } = this.stopping;
    const route = new PinnedRoute(address, this.config.webhookAllow);
    const writeDown = async (): Promise<boolean> => await this.writeDown.next(id, now());
    const tell = async (): Promise<boolean> => {
      // What has changed since is written down first: nobody is told what holds no more.
      let isNew = await writeDown();
      for (;;) {
        if (signal.aborted) return true;
        const [due] = await this.source.query<DueMessage[]>(DUE, [id, now()]);
        const webhook = due && (await this.source.manager.findOneBy(Webhook, { id }));
        if (webhook) {
          await run.sending(() => this.sender.send(webhook, due, route, now(), signal), isSlow);
          isNew = true;
        } else if (isNew) isNew = await writeDown();
        else return false;
        // Asked last: each has its turn in every run.
        if (run.isOver) return true;
      }
    };
    try {
      for (;;) {
        if (await run.telling(tell)) return true;
        if (!(await run.hasMore(writeDown, signal))) return false;
      }
    } catch (error) {
      // The others are told all the same, and this one in a minute.
      this.logger.warn(`The webhook ${id} could not be told: ${sayFault(error)}`);
      return false;
    } finally {
      await route.close();
    }
  }

  private async again(): Promise<void> {
    try {
      if (await this.source.manager.existsBy(Webhook, { state: 'on' }))
        await enqueueDeliveries(this.source.manager);
    } catch (error) {
      this.logger.warn(`Nobody was told, later again: ${sayFault(error)}`);
    }
  }
}

const sayFault = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');
