import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditEntries } from '../../audit/audit-entries.js';
import { AuditLog } from '../../audit/audit-log.js';
import type { AuditActor } from '../../audit/audited-change.js';
import { Outbox } from '../../outbox/outbox.js';

/** What rounds know of somebody by name: who said what by a link, and to whom e-mails went. */
@Injectable()
export class OwnerTraces {
  constructor(
    private readonly entries: AuditEntries,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Takes it out for good, with the name in the directory; an e-mail that waits is not sent any more. */
  async forget(
    manager: EntityManager,
    chain: string,
    owner: string,
    by: { actor: AuditActor; why: string },
  ): Promise<void> {
    for (const number of await this.entries.namedBy(chain, owner, manager))
      await this.audit.redact(manager, { chain, number }, by, ['actor']);
    const rows = await manager.query<{ id: string }[]>(MESSAGES, [owner]);
    await this.outbox.forget(
      manager,
      rows.map(({ id }) => id),
    );
  }
}

const MESSAGES = `select unnest(messages) as id from update_round_person where owner_id = $1`;
