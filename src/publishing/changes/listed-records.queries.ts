import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { PUBLIC } from '../audience.js';
import { settleEmbargoes } from './change-log.js';
import { isAmong, wasAmong } from './followed.sql.js';
import type { PublicKind } from './public-kinds.js';
import { inUtc } from '../../platform/dates/in-utc.sql.js';

/** One record that the public sees or has seen, and nothing of what it says. */
export interface ListedRecord {
  kind: PublicKind;
  id: string;
  /** When what the public sees of it changed, or where its themes stand. With all digits: RFC 3339, UTC. */
  updatedAt: string;
  /** Of what was asked for by theme or publisher: and still among these. */
  isPublic: boolean;
  /** Of what is public: slugs of its accepted themes and of those above them, without replaced ones, and of who published it. */
  themes: string[];
  publisher: string | null;
}

export interface WhichRecords {
  kinds: readonly PublicKind[];
  /** The first instant, and the first one after the last: RFC 3339. */
  from?: string | undefined;
  before?: string | undefined;
  /** With what has left these, or was withdrawn. */
  themeIds?: readonly string[] | undefined;
  publisherIds?: readonly string[] | undefined;
  /** Behind which one to go on. */
  after?: Pick<ListedRecord, 'kind' | 'id' | 'updatedAt'> | undefined;
}

export interface ListedRecords {
  records: ListedRecord[];
  more: boolean;
  /** Whatever changes from now on is dated no earlier than this: RFC 3339, UTC. */
  asOf: string;
}

const RETRY_AFTER_SECONDS = 30;

/** Lists what is or was public in the order in which it changed, for those who ask by date. */
@Injectable()
export class ListedRecordQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws LibraryError unavailable while a long import is being listed */
  async page(which: WhichRecords, limit: number): Promise<ListedRecords> {
    await settleEmbargoes(this.source);
    const { kinds, from, before, themeIds, publisherIds, after } = which;
    const { rows, asOf } = await this.source
      .transaction(async (manager) => {
        // What is being listed at this moment is dated earlier than it can be seen: whoever asked for what has changed
        // since would never be told of it. So they wait until it can be seen.
        const [begun] = await manager.query<{ asOf: string }[]>(BEGIN);
        await manager.query(`select pg_advisory_xact_lock_shared(hashtext('published_record'))`);
        const rows = await manager.query<ListedRecord[]>(LISTED, [
          ...[kinds, from ?? null, before ?? null, themeIds ?? null, publisherIds ?? null],
          ...[after?.updatedAt ?? null, after?.kind ?? null, after?.id ?? null, limit + 1],
        ]);
        return { rows, asOf: begun!.asOf };
      })
      .catch((error: unknown) => {
        throw isStillLocked(error)
          ? new LibraryError('unavailable', BUSY, [], { retryAfter: RETRY_AFTER_SECONDS })
          : error;
      });
    return { records: rows.slice(0, limit), more: rows.length > limit, asOf };
  }

  /** Undefined where the public has never seen it. */
  async find(kind: PublicKind, id: string): Promise<ListedRecord | undefined> {
    await settleEmbargoes(this.source);
    const [row] = await this.source.query<ListedRecord[]>(
      `select ${columns('p.is_public')} from published_record p where p.kind = $1 and p.record_id = $2`,
      [kind, id],
    );
    return row;
  }

  /** When the one that has not changed for longest did; null where nothing was ever public. */
  async earliest(kinds: readonly PublicKind[]): Promise<string | null> {
    const [row] = await this.source.query<{ earliest: string | null }[]>(
      `select ${inUtc('min(p.updated_at)', 'microseconds')} as earliest from published_record p where p.kind = any($1)`,
      [kinds],
    );
    return row!.earliest;
  }
}

const BUSY = 'An import is being finished just now. Ask again in half a minute.';

const isStillLocked = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

// A change dates itself just before it waits for its turn to be listed: a second is more than lies between.
const BEGIN = `
  select ${inUtc(`(clock_timestamp() - interval '1 second')`, 'microseconds')} as "asOf", set_config('lock_timeout', '20s', true)`;

const columns = (isPublic: string): string => `
  p.kind, p.record_id as id, ${inUtc('p.updated_at', 'microseconds')} as "updatedAt", ${isPublic} as "isPublic",
  array(select t.slug from ${PUBLIC.acceptedTheme} t where ${isPublic} and t.id = any(p.theme_ids)
    and t.replaced_by_id is null order by t.slug) as themes,
  (select o.slug from ${PUBLIC.publisher} o where ${isPublic} and o.id = p.publisher_id) as publisher`;

const FOLLOWED = { themes: '$4', publishers: '$5' };

const LISTED = `
  select ${columns(`(p.is_public and ${isAmong(FOLLOWED)})`)} from published_record p
  where p.kind = any($1) and ($2::timestamptz is null or p.updated_at >= $2)
    and ($3::timestamptz is null or p.updated_at < $3) and ${wasAmong(FOLLOWED)}
    and ($6::timestamptz is null or (p.updated_at, p.kind, p.record_id) > ($6, $7::text, $8::uuid))
  order by p.updated_at, p.kind, p.record_id limit $9`;
