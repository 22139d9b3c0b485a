import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, saidIn, wordIn, type EntrySeal, type EntryWords } from '../../audit/audit-entries.js';
import { AuditLog } from '../../audit/audit-log.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import type { Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';
import { requireAuditLead } from '../rights.js';
import { TrackingLog, type Asked, type Done } from '../tracking-log.js';
import { SnapshotItem } from './snapshot.model.js';

const SNAPSHOT = 'board-snapshot';

/** Takes snapshots for meetings of the board, and reads them. */
@Injectable()
export class BoardSnapshots {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly entries: AuditEntries,
  ) {}

  /** Everything that is recorded by now counts. @param wish the name of the meeting and its day, YYYY-MM-DD */
  async take(
    who: Follower,
    { name, meetingOn }: { name: string; meetingOn: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    const chain = who.partnership.id;
    return await this.log.change(
      who,
      async ({ manager, today }) => {
        const id = randomUUID();
        const { number } = await this.audit.record(manager, {
          ...{ chain, actor: who.by, action: 'tracking.snapshot-taken', subject: { kind: SNAPSHOT, id } },
          ...{ to: { meetingOn }, words: { to: { name } } },
        });
        const seal = (await this.entries.seals(chain, [number], manager)).get(number)!;
        const hash = Buffer.from(seal.hash, 'hex');
        await manager.query(TAKE, [id, chain, number, hash, meetingOn, today, seal.recordedAt]);
        return { subject: id, entry: number };
      },
      asked,
    );
  }

  /** Says that a snapshot is the one that the board had. @throws LibraryError not-found; decided where somebody did before */
  async signOff(who: Follower, id: string, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async ({ manager }) => {
        const snapshot = await this.find(who, id, manager);
        if (snapshot.signedOff) throw new LibraryError('decided', 'This snapshot was signed off before.');
        const { number } = await this.audit.record(manager, {
          ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.snapshot-signed-off' },
          subject: { kind: SNAPSHOT, id },
        });
        await manager.query('update board_snapshot set signed_entry = $2 where id = $1', [id, number]);
        return { subject: id, entry: number };
      },
      asked,
    );
  }

  /** The latest first. */
  async list({ partnership }: Follower): Promise<SnapshotItem[]> {
    return await this.read(partnership.id);
  }

  /**
   * @param asking the transaction in which it is asked: whoever holds the partnership's chain waits for no other connection
   * @throws LibraryError not-found
   */
  async find({ partnership }: Follower, id: string, asking?: EntityManager): Promise<SnapshotItem> {
    const [found] = isId(id) ? await this.read(partnership.id, { id }, asking) : [];
    if (!found) throw new LibraryError('not-found', 'There is no such snapshot.');
    return found;
  }

  /** The one that was taken last before a moment: its day, and the number of its last entry. Null where there is none. */
  async before(
    { partnership }: Follower,
    { lastEntry, asOf }: Pick<SnapshotItem, 'lastEntry' | 'asOf'>,
  ): Promise<SnapshotItem | null> {
    const [found] = await this.read(partnership.id, { lastEntry, asOf, most: 1 });
    return found ?? null;
  }

  private async read(
    chain: string,
    { id, lastEntry, asOf, most }: Wanted = {},
    asking: EntityManager = this.source.manager,
  ): Promise<SnapshotItem[]> {
    const rows = await asking.query<Row[]>(READ, [
      chain,
      id ?? null,
      lastEntry ?? null,
      asOf ?? null,
      most ?? null,
    ]);
    const numbers = rows
      .flatMap(({ entry, signedEntry }) => (signedEntry === null ? [entry] : [entry, signedEntry]))
      .map(Number);
    const words = await this.entries.words(chain, numbers, asking);
    const seals = await this.entries.seals(chain, numbers, asking);
    return rows.map((row) => snapshotOf(row, words, seals));
  }
}

/** From where everything is looked at for a snapshot. */
export const momentOfSnapshot = ({ asOf, takenAt, lastEntry }: SnapshotItem): TrackingMoment => ({
  ...{ asOf, view: 'shown', before: takenAt },
  past: { view: 'taken', last: lastEntry },
});

/** Which snapshots of a partnership: of all, where nothing is said. */
interface Wanted {
  id?: string;
  /** Whose entry was recorded by then. */
  lastEntry?: number;
  /** Taken on that day or earlier. */
  asOf?: string;
  most?: number;
}

interface Row {
  id: string;
  entry: string;
  hash: string;
  meetingOn: string;
  asOf: string;
  takenAt: Date;
  signedEntry: string | null;
}

function snapshotOf(
  { entry, signedEntry, ...row }: Row,
  words: ReadonlyMap<number, EntryWords>,
  seals: ReadonlyMap<number, EntrySeal>,
): SnapshotItem {
  const [taken, signed] = [Number(entry), signedEntry === null ? null : Number(signedEntry)];
  return {
    ...{
      ...row,
      name: saidIn(words.get(taken), 'name'),
      lastEntry: taken - 1,
      isWhole: seals.get(taken)?.hash === row.hash,
    },
    signedOff:
      signed === null
        ? null
        : { by: wordIn(words.get(signed), 'actor'), at: seals.get(signed)?.recordedAt ?? row.takenAt },
  };
}

const TAKE = `
  insert into board_snapshot (id, partnership_id, entry, hash, meeting_on, as_of, taken_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const READ = `
  select id, entry, encode(hash, 'hex') as hash, meeting_on::text as "meetingOn", as_of::text as "asOf",
    taken_at as "takenAt", signed_entry as "signedEntry"
  from board_snapshot
  where partnership_id = $1 and ($2::uuid is null or id = $2) and ($3::bigint is null or board_snapshot.entry <= $3)
    and ($4::date is null or as_of <= $4)
  order by board_snapshot.entry desc limit $5`;
