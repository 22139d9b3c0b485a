import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';

/**
 * Puts failed sign-ins of known accounts into the log: the first of a window and the one that reaches the limit, with how many
 * there were. So guessing shows from its beginning, and nobody can flood a log from which nothing can be taken.
 */
@Injectable()
export class FailedSignIns implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private readonly writing = new Set<Promise<void>>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** Is not waited for: an answer that takes longer would tell that there is such an account. */
  note(accountId: string, wrong: 'password' | 'code', failures: number): void {
    const written = this.write(accountId, wrong, failures).catch((error: unknown) =>
      this.logger.error(`A failed sign-in is not in the log: ${error instanceof Error ? error.message : ''}`),
    );
    this.writing.add(written);
    void written.finally(() => this.writing.delete(written));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.writing);
  }

  private async write(accountId: string, wrong: string, failures: number): Promise<void> {
    await this.source.transaction(async (manager) => {
      await this.audit.record(manager, {
        // Nobody knows who it was.
        ...{ chain: null, actor: BY_THE_SYSTEM, action: 'session.refused' },
        ...{ subject: { kind: 'account', id: accountId }, to: { wrong, failures } },
      });
    });
  }
}
