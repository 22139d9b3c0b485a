import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.js';
import type { Json } from '../../audit/audited-change.js';
import type { Follower } from '../follower.js';

/** Writes down which files people take out of the library. */
@Injectable()
export class ExportLog {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** Programs that read every night are known by their keys: what they read is not written down. */
  async record({ by, partnership }: Follower, what: Record<string, Json>): Promise<void> {
    if (by.kind !== 'person') return;
    await this.source.transaction((manager) =>
      this.audit.record(manager, {
        ...{ chain: partnership.id, actor: by, action: 'tracking.exported', to: what },
        subject: { kind: 'partnership', id: partnership.id },
      }),
    );
  }
}
