import { Injectable } from '@nestjs/common';
import { inUtc } from '../../platform/dates/in-utc.sql.js';
import type { Queryable } from '../../platform/postgres/items-by-id.js';
import { PUBLIC } from '../audience.js';
import { isAmong, wasAmong } from './followed.sql.js';
import type { PublicKind } from './public-kinds.js';

/** Which records are meant. What is left out narrows nothing. */
export interface MeantRecords {
  kinds: readonly PublicKind[];
  /** Ids of themes: each with all that is narrower. */
  themeIds?: readonly string[];
  publisherIds?: readonly string[];
  ids?: readonly string[];
}

/** A record that the public sees. Times are RFC 3339, UTC. */
export interface PublishedRecord {
  id: string;
  kind: PublicKind;
  /**
   * When this library published it first: no two reviews, briefings and resources in the same second, nor two recommendations.
   */
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
    const areParts = meant.kinds.includes('recommendation');
    const rows = await on.query<(PublishedRecord & { total: number })[]>(areParts ? NEWEST_PARTS : NEWEST, [
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

const newest = (publishedAt: string, from: string): string => `
  select p.record_id as id, p.kind, ${inUtc(publishedAt)} as "publishedAt", ${inUtc('p.updated_at')} as "updatedAt",
    count(*) over ()::int as total
  from ${from}
  where p.kind = any($1::text[]) and ${isAmong(MEANT)}
    and ($4::uuid[] is null or p.record_id = any($4::uuid[]))
  order by ${publishedAt} desc, p.record_id limit $5 offset $6`;

const NEWEST = newest('p.published_at', `${PUBLIC.record} p`);

/**
 * The recommendations of an import are published at one moment. Each is given a second of its own, before that moment where
 * there is room for it and after whatever came earlier: so one that comes later changes none of these. Withdrawn ones keep
 * theirs. Newest first, those of a review come in its own order.
 */
const SPACED = `
  select record_id, to_timestamp(n + max(second - n) over (order by n)) as at from (
    select record_id, n, floor(extract(epoch from published_at))
      - count(*) over (partition by published_at) + row_number() over (partition by published_at order by n) as second
    from (
      select p.record_id, p.published_at,
        row_number() over (order by p.published_at, r.published_at, length(p.path) desc, p.path desc, p.record_id) as n
      from published_record p
      left join published_record r on r.kind = 'review' and r.record_id = p.review_id
      where p.kind = 'recommendation') as placed) as begun`;

const NEWEST_PARTS = newest('spaced.at', `${PUBLIC.record} p join (${SPACED}) as spaced using (record_id)`);

const GONE = `
  select p.record_id as id, ${inUtc('p.updated_at')} as "updatedAt"
  from published_record p
  where p.kind = any($1::text[]) and ${wasAmong(MEANT)} and not (p.is_public and ${isAmong(MEANT)})
  order by p.updated_at desc, p.record_id limit $4`;
