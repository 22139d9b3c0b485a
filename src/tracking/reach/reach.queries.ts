import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, saidIn, wordIn, type EntryWords, type ReadEntry } from '../../audit/audit-entries.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { windowOf } from '../../platform/http/listing/page.js';
import type { PageQuery } from '../../platform/http/listing/page-query.dto.js';
import { permits } from '../../platform/http/access/permissions.js';
import { isId } from '../../platform/text/is-id.js';
import { AgencyList } from '../agency-list.js';
import { addDays, monthsBefore } from '../day.js';
import { isAuditLead, seesAll, type Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { reachOf, type ReachPeriod, type UseKind } from './reach.js';
import type { ReachAnswer, UsedRecord, UseItem, UseList } from './reach.model.js';
import { publicRecords } from './used-records.js';

/** What discussions are the subject of in the log. */
export const USE = 'team-use';

/** Reads what teams have used. */
@Injectable()
export class ReachQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly entries: AuditEntries,
    private readonly agencies: AgencyList,
    private readonly items: TrackedItemQueries,
  ) {}

  async list(who: Follower, query: PageQuery): Promise<UseList> {
    const { page, limit, offset } = windowOf(query);
    const rows = await this.rows(who);
    return {
      ...{ page, limit, total: rows.length },
      items: await this.present(who, rows.slice(offset, offset + limit)),
    };
  }

  /**
   * @param asking the transaction in which it is asked: whoever holds the partnership's chain waits for no other connection
   * @throws LibraryError not-found for what is of another partnership, or of another agency than one leads
   */
  async find(who: Follower, id: string, asking?: EntityManager): Promise<UseItem> {
    const row = isId(id) ? (await this.rows(who, asking)).find((one) => one.id === id) : undefined;
    if (!row) throw new LibraryError('not-found', 'There is no such discussion.');
    const [item] = await this.present(who, [row], asking);
    return item!;
  }

  /** What was reached in a period, as the log stands now. */
  async figures(who: Follower, period: ReachPeriod): Promise<ReachAnswer> {
    return await this.counted(who, await this.rows(who), period);
  }

  /** Whether anything counts that was discussed before a day. */
  async hasBefore(who: Follower, day: string): Promise<boolean> {
    return (await this.rows(who)).some(({ on, withdrawnEntry }) => on < day && withdrawnEntry === null);
  }

  /** What was reached in the months before a moment, with the day of it. */
  async lately(who: Follower, moment: TrackingMoment, months: number): Promise<ReachAnswer> {
    const period = { from: addDays(monthsBefore(moment.asOf, months), 1), until: moment.asOf };
    return await this.counted(who, await this.standing(who, moment), period);
  }

  /** What was recorded up to a moment, and after an entry: of however long ago. */
  async recordedSince(who: Follower, moment: TrackingMoment, entry: number): Promise<ReachAnswer> {
    const rows = (await this.standing(who, moment)).filter((row) => row.entry > entry);
    const from = rows.at(-1)?.on ?? moment.asOf;
    return await this.counted(who, rows, { from, until: moment.asOf });
  }

  /** Those that count at a moment: recorded by then, and not taken back by then. */
  private async standing(who: Follower, moment: TrackingMoment): Promise<UseRow[]> {
    const [rows, last] = await Promise.all([this.rows(who), this.items.lastEntry(who, moment)]);
    return rows
      .filter(({ entry }) => entry <= last)
      .map((row) => ({ ...row, withdrawnEntry: isBy(row.withdrawnEntry, last) ? row.withdrawnEntry : null }));
  }

  private async counted(who: Follower, rows: readonly UseRow[], period: ReachPeriod): Promise<ReachAnswer> {
    const standing = rows.filter(({ withdrawnEntry }) => withdrawnEntry === null);
    const { total, agencies } = reachOf(standing, period);
    const names = await this.names(who);
    return {
      ...{ ...period, total },
      agencies: agencies.map(({ agency: id, ...reach }) => ({ agency: { id, name: names(id) }, ...reach })),
    };
  }

  /** The latest discussion first. */
  private async rows(who: Follower, asking: EntityManager = this.source.manager): Promise<UseRow[]> {
    // Whoever leads an agency, and has none any more, sees nothing.
    if (!seesAll(who) && !who.agency) return [];
    const of = seesAll(who) ? null : who.agency!.id;
    const rows = await asking.query<ReadRow[]>(READ, [who.partnership.id, of]);
    return rows.map((row) => ({
      ...{ ...row, entry: Number(row.entry) },
      withdrawnEntry: row.withdrawnEntry === null ? null : Number(row.withdrawnEntry),
    }));
  }

  private async present(
    who: Follower,
    rows: readonly UseRow[],
    asking: EntityManager = this.source.manager,
  ): Promise<UseItem[]> {
    const chain = who.partnership.id;
    const wanted = { chain, subjectKind: USE, subjects: rows.map(({ id }) => id) };
    const records = await publicRecords(
      asking,
      rows.map(({ recordId }) => recordId),
    );
    const names = await this.names(who, asking);
    const entries = await this.entries.read(wanted, asking);
    const words = await this.entries.words(
      chain,
      entries.map(({ number }) => number),
      asking,
    );
    const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
    return rows.map((row) => present(who, row, { records, names, entries: byNumber, words }));
  }

  /** What agencies of the partnership's list are called. */
  private async names(
    { partnership }: Follower,
    asking: EntityManager = this.source.manager,
  ): Promise<(id: string) => string> {
    const listed = await this.agencies.list(asking, partnership.id);
    const byId = new Map(listed.map(({ id, name }) => [id, name]));
    return (id) => byId.get(id) ?? 'An agency that is not in the list any more';
  }
}

interface ReadRow {
  id: string;
  entry: string;
  kind: UseKind;
  recordId: string;
  on: string;
  people: number;
  agency: string;
  withdrawnEntry: string | null;
}

interface UseRow extends Omit<ReadRow, 'entry' | 'withdrawnEntry'> {
  entry: number;
  withdrawnEntry: number | null;
}

const isBy = (entry: number | null, last: number): boolean => entry !== null && entry <= last;

function present(
  who: Follower,
  { id, kind, recordId, on, people, agency, entry, withdrawnEntry }: UseRow,
  known: {
    records: ReadonlyMap<string, UsedRecord>;
    names: (id: string) => string;
    entries: ReadonlyMap<number, ReadEntry>;
    words: ReadonlyMap<number, EntryWords>;
  },
): UseItem {
  const { actor, recordedAt } = known.entries.get(entry)!;
  const words = known.words.get(entry);
  const isOwn = actor.kind === who.by.kind && actor.id === who.by.id;
  const withdrawn = withdrawnEntry === null ? null : known.entries.get(withdrawnEntry)!;
  return {
    ...{ id, kind, record: known.records.get(recordId) ?? null, on, people },
    ...{ agency: { id: agency, name: known.names(agency) } },
    ...{ changed: saidIn(words, 'changed'), evidence: saidIn(words, 'evidence') },
    ...{ recordedAt, recordedBy: wordIn(words, 'actor'), entry },
    withdrawn: withdrawn && {
      at: withdrawn.recordedAt,
      by: wordIn(known.words.get(withdrawn.number), 'actor'),
      reason: wordIn(known.words.get(withdrawn.number), 'why'),
      entry: withdrawn.number,
    },
    mayWithdraw:
      withdrawn === null && permits(who.role, 'tracking.contribute') && (isAuditLead(who) || isOwn),
  };
}

const READ = `
  select id, entry, kind, record_id as "recordId", used_on::text as "on", people, agency_id as agency,
    withdrawn_entry as "withdrawnEntry"
  from team_use where partnership_id = $1 and ($2::uuid is null or agency_id = $2)
  order by used_on desc, team_use.entry desc`;
