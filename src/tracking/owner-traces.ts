import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditEntries } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor } from '../audit/audited-change.js';
import { Outbox } from '../outbox/outbox.js';
import { REMINDER_KINDS } from './reminders/reminder-mail.js';

/** Where somebody of the directory is named beside it: who said what by a link, and to whom e-mails went. */
@Injectable()
export class OwnerTraces {
  constructor(
    private readonly entries: AuditEntries,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes it out for good, before the name in the directory; an e-mail that waits is not sent any more. Reminders are about all
   * partnerships at once: whoever is in the directory of another keeps those.
   */
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
    const [person] = await manager.query<{ name: string; email: string | null; isElsewhere: boolean }[]>(
      PERSON,
      [owner],
    );
    if (person?.email) {
      // What they had in the place of others names them as well.
      const all = await manager.query<{ id: string }[]>(MESSAGES_OF_ALL, [chain]);
      const ids = all.map(({ id }) => id);
      await this.outbox.forgetTo(manager, person.email, ids);
    }
    if (person && !person.isElsewhere)
      await this.outbox.forgetPerson(manager, person, Object.values(REMINDER_KINDS));
  }
}

const PERSON = `
  select o.name, o.email,
    exists (select 1 from tracked_owner other where other.email = o.email and other.id <> o.id) as "isElsewhere"
  from tracked_owner o where o.id = $1`;

const MESSAGES_OF_ALL = `
  select unnest(p.messages) as id from update_round_person p join update_round r on r.id = p.round_id
  where r.partnership_id = $1`;

const MESSAGES = `select unnest(messages) as id from update_round_person where owner_id = $1`;
