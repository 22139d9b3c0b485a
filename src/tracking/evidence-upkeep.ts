import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { TaskHandlers } from '../platform/jobs/task-handlers.js';
import { enqueue } from '../platform/jobs/enqueue.js';
import { EvidenceStore } from './evidence-store.js';
import { TrackingLog } from './tracking-log.js';

const EVERY_MS = 60 * 60 * 1000;

/** Has files of evidence deleted once they are no more to be kept, and what requests that died have left on the disk. */
@Injectable()
export class EvidenceUpkeep implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Evidence');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly handlers: TaskHandlers,
    private readonly audit: AuditLog,
    private readonly log: TrackingLog,
    private readonly store: EvidenceStore,
  ) {}

  onModuleInit(): void {
    this.handlers.register('evidence.expire', () => this.expire());
    this.handlers.register('evidence.settle', ({ id }) => this.store.settle(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.again();
    this.timer = setInterval(() => void this.again(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What was to be kept until yesterday is gone today; that it was there, and its entry, stay. */
  async expire(): Promise<void> {
    const today = this.log.today();
    for (const chain of await this.store.expiring(today))
      await this.source.transaction(async (manager) => {
        await this.audit.hold(manager, chain);
        const expired = await this.store.expire(manager, chain, today);
        await this.audit.recordAll(
          manager,
          chain,
          expired.map((id) => ({
            ...{ actor: BY_THE_SYSTEM, action: 'tracking.evidence-expired' },
            subject: { kind: 'tracked-file', id },
          })),
        );
      });
  }

  private async again(): Promise<void> {
    await this.enqueue().catch((error: unknown) =>
      this.logger.warn(
        `Nothing was deleted, later again: ${error instanceof Error ? error.message : 'unknown'}`,
      ),
    );
  }

  /** Once for all instances. */
  private async enqueue(): Promise<string> {
    return await enqueue(this.source.manager, 'evidence.expire', {}, { jobKey: 'evidence.expire' });
  }
}
