import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { expired, readCursor, writeCursor, type IsPart } from '../../platform/http/listing/cursor.js';
import { libraryOf } from '../../platform/postgres/library-name.js';
import { isAmong, wasAmong } from './followed.sql.js';
import type { PublicKind } from './public-kinds.js';
import { inUtc } from '../../platform/dates/in-utc.sql.js';

/** What can happen to a record that the public sees, saw, or sees from now on. */
export const CHANGE_EVENTS = ['published', 'updated', 'withdrawn', 'merged'] as const;
export type ChangeEvent = (typeof CHANGE_EVENTS)[number];

/** What became of one record: its latest state. */
export interface Change {
  id: string;
  kind: PublicKind;
  event: ChangeEvent;
  /** Null where it could identify someone who is not to be named any more. */
  slug: string | null;
  /** Of its page. */
  path: string | null;
  updatedAt: string;
  /** The record to use instead of one that was merged. */
  into: { id: string; slug: string; path: string } | null;
}

/** Which changes somebody follows. Each filter left out narrows nothing. */
export interface FollowedChanges {
  kinds?: readonly PublicKind[];
  /** Ids of themes: each with all that is narrower. */
  themeIds?: readonly string[];
  publisherIds?: readonly string[];
  /** What a cursor is bound to: the filters as they were asked for. */
  asked: unknown;
}

export interface ChangesPage {
  changes: Change[];
  cursor: string;
  more: boolean;
}

/** Reads what has changed for the public, in an order in which nothing is missed (ADR 37). */
@Injectable()
export class ChangeLog {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The records that have changed since a cursor, each once, those that changed first before the others.
   * @param cursor where an earlier reading ended; left out, from the beginning
   * @throws LibraryError invalid-request, cursor-expired
   */
  async read(followed: FollowedChanges, cursor: string | undefined, limit: number): Promise<ChangesPage> {
    await settleEmbargoes(this.source);
    return await this.source.transaction('REPEATABLE READ', async (manager) => {
      const scope = { library: await libraryOf(manager), reading: ['changes', followed.asked] };
      const place = cursor === undefined ? BEFORE_ALL : placeOf(readCursor(scope, cursor, PLACE));
      await refuseOther(manager, place);
      const rows = await manager.query<ChangeRow[]>(CHANGES, [
        ...[place.seq, limit + 1],
        ...[followed.kinds ?? null, followed.themeIds ?? null, followed.publisherIds ?? null],
      ]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      // With nothing more to come, what filters passed over need not be passed over again.
      const end = rows.length > limit ? last! : ((await lastPlace(manager)) ?? place);
      return {
        changes: shown.map(({ xid: _x, seq: _s, at: _a, ...change }) => change),
        cursor: writeCursor(scope, [end.xid, end.seq, end.at]),
        more: rows.length > limit,
      };
    });
  }

  /**
   * A cursor from which reading goes on after all that `manager` sees now.
   * @param manager of a transaction that reads one state: REPEATABLE READ
   */
  async cursorNow(manager: EntityManager, asked: unknown): Promise<string> {
    const scope = { library: await libraryOf(manager), reading: ['changes', asked] };
    const { xid, seq, at } = (await lastPlace(manager)) ?? BEFORE_ALL;
    return writeCursor(scope, [xid, seq, at]);
  }

  /** How a record is called now, and when it last changed for the public; null of one that nobody ever saw. */
  async latest(kind: PublicKind, id: string): Promise<Pick<Change, 'slug' | 'updatedAt'> | null> {
    const [row] = await this.source.query<Pick<Change, 'slug' | 'updatedAt'>[]>(LATEST, [kind, id]);
    return row ?? null;
  }
}

/** Embargoes end by the clock: those that have since anyone looked are logged now. */
export async function settleEmbargoes(on: Pick<DataSource, 'query'>): Promise<void> {
  await on.query(
    'select settle_embargoes() where exists (select 1 from embargo where visible_from <= now())',
  );
}

/** A place in the log: behind the change with this number, which this transaction logged then. */
interface LogPlace {
  xid: string;
  seq: string;
  /** Microseconds; empty before the first change. */
  at: string;
}

const BEFORE_ALL: LogPlace = { xid: '0', seq: '0', at: '' };

interface ChangeRow extends Change, LogPlace {}

const PLACE: readonly IsPart[] = [
  (xid) => /^\d{1,19}$/.test(xid),
  // As many digits as a bigint surely holds.
  (seq) => /^\d{1,18}$/.test(seq),
  (at) => /^\d{0,20}$/.test(at),
];

const placeOf = ([xid, seq, at]: string[]): LogPlace => ({ xid: xid!, seq: seq!, at: at! });

/** The change at a place is still the same: the log was not put back to an older state, and written on since. */
async function refuseOther(manager: EntityManager, { xid, seq, at }: LogPlace): Promise<void> {
  if (at === '') return;
  const found = await manager.query<unknown[]>(
    `select 1 from change_log c where c.xid = $1::xid8 and c.seq = $2 and ${AT} = $3`,
    [xid, seq, at],
  );
  if (found.length === 0) throw expired();
}

const AT = `(extract(epoch from c.logged_at) * 1000000)::bigint::text`;

async function lastPlace(manager: EntityManager): Promise<LogPlace | undefined> {
  const [row] = await manager.query<LogPlace[]>(
    `select c.xid::text as xid, c.seq::text as seq, ${AT} as at from change_log c
     order by c.seq desc limit 1`,
  );
  return row;
}

const UPDATED_AT = inUtc('p.updated_at');

/** What is withdrawn because it identifies someone is not named any more. */
const NAMELESS = `(not p.is_public and exists (select 1 from tombstone t where t.record_id in (p.record_id, p.review_id)
      and t.restored_at is null and t.reason = 'identifies-someone'))`;

const LATEST = `
  select case when not ${NAMELESS} then p.slug end as slug, ${UPDATED_AT} as "updatedAt"
  from published_record p where p.kind = $1 and p.record_id = $2`;

const FOLLOWED = { themes: '$4', publishers: '$5' };

// Where a record has changed again, it comes at its later place. Whoever follows a theme or a publisher is told when a record
// leaves it.
const CHANGES = `
  select c.xid::text as xid, c.seq::text as seq, ${AT} as at, p.kind, p.record_id as id,
    case when not (p.is_public and matches) then 'withdrawn' when p.merged_into is not null then 'merged'
      when exists (select 1 from change_log first where first.kind = c.kind and first.record_id = c.record_id
        and first.event = 'published' and first.seq > $1) then 'published'
      else 'updated' end as event,
    case when not nameless then p.slug end as slug, case when not nameless then p.path end as path,
    ${UPDATED_AT} as "updatedAt",
    (select json_build_object('id', o.record_id, 'slug', o.slug, 'path', o.path) from published_record o
     where o.kind = p.kind and o.record_id = p.merged_into and o.is_public and p.is_public) as into
  from change_log c
  join published_record p on p.kind = c.kind and p.record_id = c.record_id
  cross join lateral (select
    ${isAmong(FOLLOWED)} as matches,
    ${NAMELESS} as nameless) as seen
  where c.seq > $1::bigint
    and not exists (select 1 from change_log later where later.kind = c.kind and later.record_id = c.record_id
      and later.seq > c.seq)
    and ($3::text[] is null or p.kind = any($3::text[]))
    and ${wasAmong(FOLLOWED)}
  order by c.seq limit $2`;
