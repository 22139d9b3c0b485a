import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, type EntryWords } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../platform/clock/clock.js';
import { londonDay } from '../platform/dates/london-day.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { entryOf, SUBJECT } from './entry-log.js';
import type { DeedName, Entry } from './entry.js';
import type { Follower } from './follower.js';
import { TrackingChange } from './tracking-change.js';

/** What a request did: what it was about, and the last entry that it made. */
export interface Done {
  /** Id of the item, the action or the agency. */
  subject: string;
  status: 201 | 202;
  entry: number | null;
}

/** What a request says of itself, beside what it wants. */
export interface Asked {
  /** Tells a request that comes again from another one; null where it would be done again. */
  key: string | null;
  /** Method, address and body. */
  request: string;
  /** The version of what is changed that its sender has seen; null where they do not say. */
  version: number | null;
}

/** Of a request about what has no versions. */
export const withoutVersion = (asked: Asked | null): Asked | null => asked && { ...asked, version: null };

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
  async words(
    asking: EntityManager,
    partnershipId: string,
    entries: readonly number[],
  ): Promise<Map<number, EntryWords>> {
    return await this.entries.words(partnershipId, entries, asking);
  }

  /** As `words`, of all entries of an item. */
  async wordsOfItem(
    asking: EntityManager,
    { partnership }: Follower,
    item: string,
  ): Promise<Map<number, EntryWords>> {
    const wanted = { chain: partnership.id, subjectKind: SUBJECT, subjects: [item] };
    const numbers = (await this.entries.read(wanted, asking)).map(({ number }) => number);
    return await this.entries.words(partnership.id, numbers, asking);
  }

  /** As `words`, of what stands. */
  async wordsOf({ partnership }: Follower, entries: readonly number[]): Promise<Map<number, EntryWords>> {
    return await this.entries.words(partnership.id, entries);
  }

  /** An entry of the partnership about an item, by its number; null where there is no such one. */
  async entry(asking: EntityManager, { partnership }: Follower, number: number): Promise<Entry | null> {
    const chain = partnership.id;
    const item = await this.entries.subjectOf(chain, number, SUBJECT, asking);
    if (item === null) return null;
    const read = await this.entries.read({ chain, subjectKind: SUBJECT, subjects: [item] }, asking);
    return read.map(entryOf).find((one) => one.number === number) ?? null;
  }

  /** The items that entries are about. */
  async itemsOfEntries(
    asking: EntityManager,
    { partnership }: Follower,
    numbers: readonly number[],
  ): Promise<string[]> {
    return await this.entries.subjectsOf(partnership.id, numbers, SUBJECT, asking);
  }

  /** On how many entries of a deed the request that made an entry came down. */
  async countBeside({ partnership }: Follower, entry: number, deed: DeedName): Promise<number> {
    return await this.entries.countBeside(partnership.id, entry, `tracking.${deed}`);
  }

  /** What requests that redacted an entry took away, of it and of others. */
  async redactedWith({ partnership }: Follower, entry: number): ReturnType<AuditEntries['redactedWith']> {
    return await this.entries.redactedWith(partnership.id, entry);
  }

  /**
   * Does one change while nobody else changes anything of the partnership, records it, and works out how its items stand.
   * @param deed decides by what it finds, and adds entries; whatever it throws undoes all
   * @param asked with a key, a request that comes again is answered as before, and nothing is done
   */
  async change(
    who: Follower,
    deed: (change: TrackingChange) => Promise<Pick<Done, 'subject'> & Partial<Done>>,
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.source.transaction(async (manager) => {
      await this.audit.hold(manager, who.partnership.id);
      const answered = asked?.key && (await answeredBefore(manager, who, asked));
      if (answered) return answered;
      const { audit, entries, clock } = this;
      const change = new TrackingChange(
        manager,
        who,
        this.today(),
        { audit, entries, clock },
        asked?.version ?? null,
      );
      const { subject, status = 201, entry } = await deed(change);
      const numbers = await change.record();
      const done = { subject, status, entry: entry ?? numbers.at(-1) ?? null };
      if (asked?.key) await keepAnswer(manager, who, asked, done);
      return done;
    });
  }
}

async function answeredBefore(
  manager: EntityManager,
  who: Follower,
  { key, request }: Asked,
): Promise<Done | null> {
  const [row] = await manager.query<
    { hash: Buffer; subject: string; status: 201 | 202; entry: string | null }[]
  >(ANSWERED, [...[holderOf(who), key]]);
  if (!row) return null;
  if (!row.hash.equals(hashOf(request)))
    throw new LibraryError(
      'key-used',
      'This Idempotency-Key was sent with another request. Nothing has been changed.',
    );
  return { subject: row.subject, status: row.status, entry: row.entry === null ? null : Number(row.entry) };
}

async function keepAnswer(
  manager: EntityManager,
  who: Follower,
  { key, request }: Asked,
  done: Done,
): Promise<void> {
  await manager.query(KEEP, [holderOf(who), key, hashOf(request), done.status, done.subject, done.entry]);
}

const hashOf = (request: string): Buffer => createHash('sha256').update(request).digest();
const holderOf = ({ by, partnership }: Follower): string => `${by.id} ${partnership.id}`;

const ANSWERED = `
  select request_hash as hash, subject, status, entry from answered_request where holder = $1 and key = $2`;
/** Nobody asks the same thing again after two days. */
const KEEP = `
  with old as (delete from answered_request where answered_at < now() - interval '2 days')
  insert into answered_request (holder, key, request_hash, status, subject, entry) values ($1, $2, $3, $4, $5, $6)`;
