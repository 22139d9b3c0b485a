import { Injectable } from '@nestjs/common';
import { inUtc } from '../../platform/dates/in-utc.sql.js';
import type { Queryable } from '../../platform/postgres/items-by-id.js';
import { PUBLIC } from '../audience.js';
import { isAmong, wasAmong } from './followed.sql.js';
import type { PublicKind } from './public-kinds.js';

/** Which records are meant. What is left out narrows nothing. */
export interface MeantRecords {
  kinds: readonly PublicKind[];
  /** Ids of themes, with all that is narrower. */
  themeIds?: readonly string[];
  publisherIds?: readonly string[];
  ids?: readonly string[];
}

/** A record that the public sees. Times are RFC 3339, UTC. */
export interface PublishedRecord {
  id: string;
  kind: PublicKind;
  /** When this library published it first: of reviews, briefings and resources no two in the same second. */
  publishedAt: string;
  updatedAt: string;
}

/** What the public does not see any more. Nothing else may be said of it to whoever did not ask for it by name. */
export interface GoneRecord {
  id: string;
  /** When it went. */
  updatedAt: string;
}

export interface RecordsWindow {
  limit: number;
  offset: number;
}

/** Reads the list of what the public sees and has seen (ADR 37). */
@Injectable()
export class PublishedRecords {
  /** Those that are public, the newest first by when this library published them; and how many there are in all. */
  async newest(
    on: Queryable,
    meant: MeantRecords,
    { limit, offset }: RecordsWindow,
  ): Promise<{ records: PublishedRecord[]; total: number }> {
    const rows = await on.query<(PublishedRecord & { total: number })[]>(NEWEST, [
      ...valuesOf(meant),
      meant.ids ?? null,
      limit,
      offset,
    ]);
    const records = rows.map(({ total: _, ...record }) => record);
    return { records, total: rows[0]?.total ?? 0 };
  }

  /** Those that were public and are not any more, or have left these themes or publishers; the last to go first. */
  async gone(on: Queryable, meant: Omit<MeantRecords, 'ids'>, limit: number): Promise<GoneRecord[]> {
    return await on.query<GoneRecord[]>(GONE, [...valuesOf(meant), limit]);
  }

  /** The id of a record that is public. */
  async idOf(on: Queryable, kind: PublicKind, slug: string): Promise<string | undefined> {
    const [row] = await on.query<{ id: string }[]>(
      `select p.record_id as id from ${PUBLIC.record} p where p.kind = $1 and p.slug = $2`,
      [kind, slug],
    );
    return row?.id;
  }
}

const valuesOf = ({ kinds, themeIds, publisherIds }: Omit<MeantRecords, 'ids'>): unknown[] => [
  kinds,
  themeIds ?? null,
  publisherIds ?? null,
];

const MEANT = { themes: '$2', publishers: '$3' };

const NEWEST = `
  select p.record_id as id, p.kind, ${inUtc('p.published_at')} as "publishedAt", ${inUtc('p.updated_at')} as "updatedAt",
    count(*) over ()::int as total
  from ${PUBLIC.record} p
  where p.kind = any($1::text[]) and ${isAmong(MEANT)}
    and ($4::uuid[] is null or p.record_id = any($4::uuid[]))
  order by p.published_at desc, p.record_id limit $5 offset $6`;

const GONE = `
  select p.record_id as id, ${inUtc('p.updated_at')} as "updatedAt"
  from published_record p
  where p.kind = any($1::text[]) and ${wasAmong(MEANT)} and not (p.is_public and ${isAmong(MEANT)})
  order by p.updated_at desc, p.record_id limit $4`;
