import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { DataSource } from 'typeorm';
import type { Json } from '../../audit/audited-change.js';
import type { Role } from '../../platform/http/access/roles.js';
import type { Page } from '../../platform/http/listing/page.js';
import { Conditions } from '../../platform/postgres/conditions.js';
import { isId } from '../../platform/text/is-id.js';
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
  /** Whether some of them were redacted: then no name is looked up for it either. */
  isRedacted: boolean;
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

  /**
   * What the ids in these entries are called today: as far as whoever reads may see them, and nothing was redacted.
   * @param chain of a partnership, whose people, keys and agencies alone are named; null for all
   */
  async names(chain: string | null, items: readonly LogItem[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(items.filter(({ isRedacted }) => !isRedacted).flatMap(idsIn));
    if (ids.size === 0) return new Map();
    const rows = await this.source.query<{ id: string; name: string }[]>(NAMES, [[...ids], chain]);
    return new Map(rows.map(({ id, name }) => [id, name]));
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
    where w.chain = e.chain and w.number = e.number), '{}') as words,
  exists (select 1 from jsonb_object_keys(e.words) field where not exists (select 1 from audit_words w
    where w.chain = e.chain and w.number = e.number and w.field = field)) as "isRedacted"`;

function idsIn({ actorId, subjectId, from, to }: LogItem): string[] {
  const within = (value: Json): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value
        ? Object.values(value).flatMap(within)
        : [];
  return [actorId ?? '', subjectId, ...within(from), ...within(to)].filter(isId);
}

const ofChain = (column: string): string => `($2::uuid is null or ${column} = $2)`;

const NAMES = `
  select a.id, a.name from account a where a.id = any($1)
    and ($2::uuid is null or a.id in (select account_id from role_holding where partnership_id = $2))
  union all select k.id, k.name from api_key k where k.id = any($1) and ${ofChain('k.partnership_id')}
  union all select p.id, p.name from ${PUBLIC.publisher} p where p.id = any($1) and ${ofChain('p.id')}
  union all select g.id, g.name from agency_name g
    where g.id = any($1) and (g.partnership_id is null or ${ofChain('g.partnership_id')})
  union all select i.id, i.name from identity_provider i where i.id = any($1) and $2::uuid is null`;
