import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { DataSource } from 'typeorm';
import type { Json } from '../../audit/audited-change.js';
import type { Role } from '../../platform/http/access/roles.js';
import type { Page } from '../../platform/http/listing/page.js';
import { Conditions } from '../../platform/postgres/conditions.js';
import { listPage } from '../../platform/postgres/list-page.js';
import type { LogQuery } from './log-query.dto.js';

/** An entry of the log, with what of its words has not been redacted. */
export interface LogItem {
  /** Of the partnership; null for the platform. */
  partnership: string | null;
  number: number;
  recordedAt: string;
  actorKind: 'person' | 'key' | 'system';
  actorId: string | null;
  actorRole: Role | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  from: Json;
  to: Json;
  correlationId: string | null;
  /** By field: `actor`, `subject`, `why`, `from`, `to`. */
  words: Partial<Record<string, Json>>;
}

/** Nobody reads more of an export; a narrower one has the rest. */
export const MOST_EXPORTED = 20_000;

/** Reads the log as administrators may. */
@Injectable()
export class LogQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @param chain of a partnership; null for all */
  async list(chain: string | null, query: LogQuery): Promise<Page<LogItem>> {
    return await listPage<LogItem>(this.source, query, {
      id: 'e.hash',
      from: FROM,
      conditions: conditionsOf(chain, query),
      order: ORDER,
      columns: COLUMNS,
    });
  }

  /** All of it, up to `MOST_EXPORTED` entries. */
  async export(chain: string | null, query: LogQuery): Promise<LogItem[]> {
    const { sql, values } = conditionsOf(chain, query);
    return await this.source.query<LogItem[]>(
      `select ${COLUMNS} from ${FROM} where ${sql} order by ${ORDER} limit ${MOST_EXPORTED}`,
      values,
    );
  }
}

function conditionsOf(chain: string | null, { from, until, action, who }: LogQuery): Conditions {
  const given = (value: string | undefined): string[] | undefined => (value ? [value] : undefined);
  return new Conditions()
    .filter(chain === null ? undefined : [chain], (at) => `e.chain = any(${at}::uuid[])`)
    .filter(
      given(from),
      (at) => `e.recorded_at >= ((${at}::date[])[1])::timestamp at time zone 'Europe/London'`,
    )
    .filter(
      given(until),
      (at) => `e.recorded_at < ((${at}::date[])[1] + 1)::timestamp at time zone 'Europe/London'`,
    )
    .filter(
      given(action),
      (at) => `e.action = any(${at}) or starts_with(e.action, (${at}::text[])[1] || '.')`,
    )
    .filter(
      given(who),
      (at) => `exists (select 1 from audit_words w where w.chain = e.chain and w.number = e.number
        and w.field in ('actor', 'subject') and position(lower((${at}::text[])[1]) in lower(w.content)) > 0)`,
    );
}

const FROM = `audit_entry e left join ${PUBLIC.publisher} p on p.id = e.chain`;
const ORDER = `e.recorded_at desc, e.chain, e.number desc`;
const COLUMNS = `
  p.name as partnership, e.number::int as number, e.recorded_at as "recordedAt", e.actor_kind as "actorKind", e.actor_id as "actorId",
  e.actor_role as "actorRole", e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e."from", e."to",
  e.correlation_id as "correlationId", coalesce((select json_object_agg(w.field, w.content::json) from audit_words w
    where w.chain = e.chain and w.number = e.number), '{}') as words`;
