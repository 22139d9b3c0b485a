import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, type EntryWords } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../platform/clock/clock.js';
import { londonDay } from '../platform/dates/london-day.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import type { Follower } from './follower.js';
import { TrackingChange } from './tracking-change.js';

/** What a request did: what it was about, and the last entry that it made. */
export interface Done {
  /** Id of the item, the action or the agency. */
  subject: string;
  status: 201 | 202;
  entry: number | null;
}

/** What tells a request that comes again from another one. */
export interface Repeatable {
  key: string;
  /** Method, address and body. */
  request: string;
}

/** The one way in which anything is recorded about items. */
@Injectable()
export class TrackingLog {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly entries: AuditEntries,
    private readonly clock: Clock,
  ) {}

  /** Today in London, by the clock of the application. */
  today(): string {
    return londonDay(this.clock.now());
  }

  /** The words of entries, as far as they were not redacted. */
  async words(asking: EntityManager, partnershipId: string, entries: readonly number[]): Promise<Map<number, EntryWords>> {
    return await this.entries.words(partnershipId, entries, asking);
  }

  /**
   * Does one change while nobody else changes anything of the partnership, records it, and works out how its items stand.
   * @param deed decides by what it finds, and adds entries; whatever it throws undoes all
   * @param repeatable of a request that may come again: then it is answered as before, and nothing is done
   */
  async change(
    who: Follower,
    deed: (change: TrackingChange) => Promise<Pick<Done, 'subject'> & Partial<Done>>,
    repeatable: Repeatable | null = null,
  ): Promise<Done> {
    return await this.source.transaction(async (manager) => {
      await this.audit.hold(manager, who.partnership.id);
      const answered = repeatable && (await answeredBefore(manager, who, repeatable));
      if (answered) return answered;
      const { audit, entries, clock } = this;
      const change = new TrackingChange(manager, who, this.today(), { audit, entries, clock });
      const { subject, status = 201, entry } = await deed(change);
      const numbers = await change.record();
      const done = { subject, status, entry: entry ?? numbers.at(-1) ?? null };
      if (repeatable) await keepAnswer(manager, who, repeatable, done);
      return done;
    });
  }
}

async function answeredBefore(manager: EntityManager, who: Follower, { key, request }: Repeatable): Promise<Done | null> {
  const [row] = await manager.query<{ hash: Buffer; subject: string; status: 201 | 202; entry: string | null }[]>(ANSWERED, [
    ...[holderOf(who), key],
  ]);
  if (!row) return null;
  if (!row.hash.equals(hashOf(request)))
    throw new LibraryError('key-used', 'This Idempotency-Key was sent with another request. Nothing has been changed.');
  return { subject: row.subject, status: row.status, entry: row.entry === null ? null : Number(row.entry) };
}

async function keepAnswer(manager: EntityManager, who: Follower, { key, request }: Repeatable, done: Done): Promise<void> {
  await manager.query(KEEP, [holderOf(who), key, hashOf(request), done.status, done.subject, done.entry]);
}

const hashOf = (request: string): Buffer => createHash('sha256').update(request).digest();
const holderOf = ({ by, partnership }: Follower): string => `${by.id} ${partnership.id}`;

const ANSWERED = `
  select request_hash as hash, subject, status, entry from answered_request where holder = $1 and key = $2`;
const KEEP = `
  insert into answered_request (holder, key, request_hash, status, subject, entry) values ($1, $2, $3, $4, $5, $6)`;
