import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditActor, Json } from './audited-change.js';
import type { WordField } from './audit-log.js';

/** An entry as rooms read those that they have written, without its words. */
export interface ReadEntry {
  number: number;
  recordedAt: Date;
  actor: Pick<AuditActor, 'kind' | 'id' | 'role'>;
  action: string;
  subjectId: string;
  from: Json;
  to: Json;
  effectiveOn: string | null;
  /** Which fields of words it was written with. */
  said: string[];
}

/** What an entry says, and when: without who said it, what was there before it, and its words. */
export type ReadFact = Pick<ReadEntry, 'number' | 'recordedAt' | 'to' | 'effectiveOn'>;

/** Which entries of a chain. */
export interface WantedEntries {
  chain: string;
  subjectKind: string;
  /** Of these subjects alone; of all, where it is left out. */
  subjects?: readonly string[];
  /** Recorded before this instant. */
  before?: Date;
  /** Of these actions alone. */
  actions?: readonly string[];
  /** With a higher number than this. */
  after?: number;
  /** With this number, or a lower one. */
  last?: number;
}

/** What shows that an entry, and all before it, is what it was: its hash as hexadecimal digits. */
export interface EntrySeal {
  hash: string;
  recordedAt: Date;
}

/** What an entry says in words, as far as it was not redacted. */
export type EntryWords = Partial<Record<WordField, Json>>;

/** A line of them: who it was, or why; null where there is none, or it was redacted. */
export function wordIn(words: EntryWords | undefined, field: 'actor' | 'why'): string | null {
  const word = words?.[field];
  return typeof word === 'string' ? word : null;
}

/** What an entry says under a name; null where it says nothing, or it was redacted. */
export function saidIn(words: EntryWords | undefined, field: string): string | null {
  const to = words?.to;
  const said = to && typeof to === 'object' && !Array.isArray(to) ? to[field] : undefined;
  return typeof said === 'string' ? said : null;
}

type Asking = DataSource | EntityManager;

/** Reads the log for the rooms that write it. */
@Injectable()
export class AuditEntries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Those of one kind of subject, in the order in which they were recorded. */
  async read(wanted: WantedEntries, asking: Asking = this.source): Promise<ReadEntry[]> {
    const rows = await asking.query<Row[]>(READ, which(wanted));
    return rows.map(({ number, kind, id, role, ...entry }) => ({
      ...{ ...entry, number: Number(number), actor: { kind, id, role } },
    }));
  }

  /** As `read`, by subject, as much of each as says how its subject stands: a fraction of the work, for tens of thousands. */
  async facts(wanted: WantedEntries, asking: Asking = this.source): Promise<Map<string, ReadFact[]>> {
    const rows = await asking.query<{ id: string; facts: [number, number, string | null, Json][] }[]>(
      FACTS,
      which(wanted),
    );
    return new Map(
      rows.map(({ id, facts }) => [
        id,
        facts.map(([number, at, effectiveOn, to]) => ({ number, recordedAt: new Date(at), effectiveOn, to })),
      ]),
    );
  }

  /** The subject of an entry, where it is of this kind; else null. */
  async subjectOf(
    chain: string,
    number: number,
    subjectKind: string,
    asking: Asking = this.source,
  ): Promise<string | null> {
    const [row] = await asking.query<{ id: string }[]>(
      `select subject_id as id from audit_entry where chain = $1 and number = $2 and subject_kind = $3`,
      [chain, number, subjectKind],
    );
    return row?.id ?? null;
  }

  /** The subjects of entries, each once, as far as they are of this kind. */
  async subjectsOf(
    chain: string,
    numbers: readonly number[],
    subjectKind: string,
    asking: Asking = this.source,
  ): Promise<string[]> {
    const rows = await asking.query<{ id: string }[]>(
      `select distinct subject_id as id from audit_entry where chain = $1 and number = any($2::bigint[]) and subject_kind = $3`,
      [chain, numbers, subjectKind],
    );
    return rows.map(({ id }) => id);
  }

  /** How often an action was recorded in answer to the request that an entry answered. */
  async countBeside(chain: string, number: number, action: string): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(BESIDE, [chain, number, action]);
    return row!.count;
  }

  /** What requests that redacted words of an entry took away, of it and of others: fields by number. */
  async redactedWith(chain: string, number: number): Promise<{ number: number; fields: string[] }[]> {
    const rows = await this.source.query<{ number: string; fields: string[] }[]>(REDACTED_WITH, [
      ...[chain, String(number)],
    ]);
    return rows.map((row) => ({ ...row, number: Number(row.number) }));
  }

  /** Number of the last entry of a chain that was recorded before an instant; 0 where there is none. */
  async last(chain: string, before: Date | null): Promise<number> {
    const [row] = await this.source.query<{ last: string }[]>(LAST, [chain, before]);
    return Number(row!.last);
  }

  /** The hashes of entries by number, and when they were recorded. */
  async seals(
    chain: string,
    numbers: readonly number[],
    asking: Asking = this.source,
  ): Promise<Map<number, EntrySeal>> {
    const rows = await asking.query<(EntrySeal & { number: string })[]>(
      `select number, encode(hash, 'hex') as hash, recorded_at as "recordedAt" from audit_entry
       where chain = $1 and number = any($2::bigint[])`,
      [chain, numbers],
    );
    return new Map(rows.map(({ number, ...seal }) => [Number(number), seal]));
  }

  /** Entries in which somebody is named as the one who acted, by number. */
  async namedBy(chain: string, actorId: string, asking: Asking = this.source): Promise<number[]> {
    const rows = await asking.query<{ number: string }[]>(NAMED_BY, [chain, actorId]);
    return rows.map(({ number }) => Number(number));
  }

  /** The words of entries by number; an entry without any, or whose words are redacted, is not among them. */
  async words(
    chain: string,
    numbers: readonly number[],
    asking: Asking = this.source,
  ): Promise<Map<number, EntryWords>> {
    if (numbers.length === 0) return new Map();
    const rows = await asking.query<{ number: string; words: EntryWords }[]>(WORDS, [chain, numbers]);
    return new Map(rows.map(({ number, words }) => [Number(number), words]));
  }
}

interface Row extends Omit<ReadEntry, 'number' | 'actor'> {
  number: string;
  kind: AuditActor['kind'];
  id: string | null;
  role: string | null;
}

const which = ({
  chain,
  subjectKind,
  subjects = null,
  before = null,
  actions = null,
  after = 0,
  last = Number.MAX_SAFE_INTEGER,
}: Partial<Record<keyof WantedEntries, unknown>>): unknown[] => [
  chain,
  subjectKind,
  subjects,
  before,
  actions,
  after,
  last,
];

const WHICH = `
  e.chain = $1 and e.subject_kind = $2 and ($3::text[] is null or e.subject_id = any($3))
    and ($4::timestamptz is null or e.recorded_at < $4) and ($5::text[] is null or e.action = any($5))
    and e.number > $6::bigint and e.number <= $7::bigint`;

const READ = `
  select e.number, e.recorded_at as "recordedAt", e.actor_kind as kind, e.actor_id as id, e.actor_role as role, e.action,
    e.subject_id as "subjectId", e."from", e."to", e.effective_on as "effectiveOn",
    array(select jsonb_object_keys(e.words)) as said
  from audit_entry e
  where ${WHICH} order by e.number`;

// Times lose what is below a millisecond: what was recorded before the end of a day still was.
const FACTS = `
  select e.subject_id as id, json_agg(json_build_array(
    e.number, trunc(extract(epoch from e.recorded_at) * 1000), e.effective_on, e."to") order by e.number) as facts
  from audit_entry e where ${WHICH} group by e.subject_id`;

const BESIDE = `
  select count(*)::int as count from audit_entry e where e.chain = $1 and e.action = $3
    and e.correlation_id = (select own.correlation_id from audit_entry own where own.chain = $1 and own.number = $2)`;

const REDACTIONS = `e.chain = $1 and e.action = 'audit.redacted' and e.subject_kind = 'audit-entry'`;
const REDACTED_WITH = `
  select e.subject_id as number, e."from" as fields from audit_entry e
  where ${REDACTIONS} and e.correlation_id in (
    select e.correlation_id from audit_entry e where ${REDACTIONS} and e.subject_id = $2) order by e.number`;

// Times are in the order of numbers.
const LAST = `
  select coalesce((select e.number from audit_entry e where e.chain = $1 and ($2::timestamptz is null or e.recorded_at < $2)
    order by e.number desc limit 1), 0) as last`;

const NAMED_BY = `
  select e.number from audit_entry e
  join audit_words w on w.chain = e.chain and w.number = e.number and w.field = 'actor'
  where e.chain = $1 and e.actor_id = $2 order by e.number`;

const WORDS = `
  select w.number, json_object_agg(w.field, w.content::json) as words
  from audit_words w where w.chain = $1 and w.number = any($2::bigint[]) group by w.number`;
