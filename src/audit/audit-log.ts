import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { currentRequestId } from '../platform/http/request-id.js';
import type { ServerAddresses } from '../platform/servers/data-folder.js';
import { HELD_CHAIN } from '../platform/postgres/locks.js';
import { SERVERS } from '../platform/servers/servers.module.js';
import {
  PLATFORM_CHAIN,
  type AuditActor,
  type AuditedChange,
  type AuditReference,
} from './audited-change.js';
import { sealOf, type End } from './seal.js';
import { hashesOf, saltedWords } from './words.js';

/** Writes down what was done. Nothing of it can be changed afterwards; words can be redacted, which is written down too. */
@Injectable()
export class AuditLog {
  private readonly logger = new Logger('Audit');

  /** @param servers the key of the seals comes with them; without one chains are not sealed */
  constructor(@Inject(SERVERS) private readonly servers: Pick<ServerAddresses, 'auditKey'>) {}

  /**
   * Writes one entry in the transaction of its change: it is there if, and only if, the change is. The chain is held until
   * that transaction ends, so call it last.
   * @param manager of the change's transaction
   * @throws Error outside of a transaction
   */
  async record(manager: EntityManager, change: AuditedChange): Promise<AuditReference> {
    const [reference] = await this.recordAll(manager, change.chain, [change]);
    return reference!;
  }

  /**
   * Writes several entries of one chain as `record` does one, in their order.
   * @returns where each of them stands
   */
  async recordAll(
    manager: EntityManager,
    chain: string | null,
    changes: readonly Omit<AuditedChange, 'chain'>[],
  ): Promise<AuditReference[]> {
    if (changes.length === 0) return [];
    const written = await this.write(manager, chain, changes);
    await this.seal(manager, written.at(-1)!, { number: written[0]!.number - 1, hash: written[0]!.previous });
    return written.map(({ chain: of, number }) => ({ chain: of, number }));
  }

  /** Holds a partnership's chain until the transaction ends: what is read now is what the next entry follows. */
  async hold(manager: EntityManager, chain: string): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1, hashtext($2))', [HELD_CHAIN, chain]);
  }

  /** Writes an entry, and seals its chain there whether the seal before fits or not: only with an entry that says so. */
  async sealAnew(
    manager: EntityManager,
    change: AuditedChange & { action: 'audit.sealed-anew' },
  ): Promise<End & { previous: Buffer }> {
    const [written] = await this.write(manager, change.chain, [change]);
    const { chain, number } = written!;
    await manager.query(SEAL_ANEW, [chain, number, sealOf(this.servers.auditKey!, written!)]);
    return written!;
  }

  private async write(
    manager: EntityManager,
    of: string | null,
    changes: readonly Omit<AuditedChange, 'chain'>[],
  ): Promise<(End & { previous: Buffer })[]> {
    if (!manager.queryRunner?.isTransactionActive)
      throw new Error('An audit entry belongs in the transaction of its change');
    const chain = of ?? PLATFORM_CHAIN;
    const said = changes.map((change) => saltedWords(change));
    const rows = changes.map((change, place) => rowOf(change, hashesOf(said[place]!)));
    const written = await manager.query<Written[]>(WRITE, [chain, JSON.stringify(rows)]);
    const numbers = written.map(({ number }) => Number(number));
    const words = said.flatMap((own, place) => own.map((one) => ({ ...one, number: numbers[place]! })));
    if (words.length > 0)
      await manager.query(SAY, [
        ...[chain, words.map(({ number }) => number), words.map(({ field }) => field)],
        ...[words.map(({ salt }) => salt), words.map(({ content }) => content)],
      ]);
    return written.map(({ hash, previous }, place) => ({ chain, number: numbers[place]!, hash, previous }));
  }

  /**
   * Deletes words of an entry, for good, and writes down that it was done, by whom and why.
   * @param fields of them; all, where it is left out
   * @returns which there were
   */
  async redact(
    manager: EntityManager,
    { chain, number }: AuditReference,
    by: { actor: AuditActor; why: string; correlationId?: string | null },
    fields: readonly WordField[] = WORD_FIELDS,
  ): Promise<WordField[]> {
    const [gone] = await manager.query<[{ field: WordField }[], number]>(UNSAY, [chain, number, fields]);
    const redacted = gone.map(({ field }) => field).toSorted();
    if (redacted.length > 0)
      await this.record(manager, {
        ...{ chain, action: 'audit.redacted', subject: { kind: 'audit-entry', id: String(number) } },
        ...{ from: redacted, ...by },
      });
    return redacted;
  }

  /** A seal moves on only from one that fits: where somebody was at the chain it stays, for `audit:verify` to find. */
  private async seal(manager: EntityManager, end: End, start: Omit<End, 'chain'>): Promise<void> {
    const key = this.servers.auditKey;
    if (!key) return;
    const before = { ...start, chain: end.chain };
    const sealed = await manager.query<unknown[]>(SEAL, [
      ...[end.chain, end.number, sealOf(key, end), before.number, sealOf(key, before)],
    ]);
    if (sealed.length === 0)
      this.logger.error(
        `The seal of the chain ${end.chain} does not fit its entry ${before.number}: npm run audit:verify says more`,
      );
  }
}

/** What of an entry can be redacted. */
export const WORD_FIELDS = ['actor', 'subject', 'why', 'from', 'to'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

interface Written {
  number: string;
  hash: Buffer;
  previous: Buffer;
}

const rowOf = (
  { actor, action, subject, from, to, effectiveOn, correlationId }: Omit<AuditedChange, 'chain'>,
  words: Record<string, string>,
): object => ({
  ...{ actor_kind: actor.kind, actor_id: actor.id, actor_role: actor.role, action },
  ...{ subject_kind: subject.kind, subject_id: subject.id, from, to, words },
  ...{ effective_on: effectiveOn ?? null, correlation_id: correlationId ?? currentRequestId() },
});

// Numbers are given in the order of the rows.
const WRITE = `
  insert into audit_entry (chain, actor_kind, actor_id, actor_role, action, subject_kind, subject_id, "from", "to",
    effective_on, correlation_id, words)
  select $1, row.actor_kind, row.actor_id, row.actor_role, row.action, row.subject_kind, row.subject_id, row."from", row."to",
    row.effective_on, row.correlation_id, row.words
  from rows from (jsonb_to_recordset($2::jsonb) as (actor_kind text, actor_id text, actor_role text, action text,
    subject_kind text, subject_id text, "from" jsonb, "to" jsonb, effective_on text, correlation_id text, words jsonb))
    with ordinality as row
  order by row.ordinality
  returning number, hash, previous`;

const SAY = `
  insert into audit_words (chain, number, field, salt, content)
  select $1, * from unnest($2::bigint[], $3::text[], $4::bytea[], $5::text[])`;

const UNSAY = `delete from audit_words where chain = $1 and number = $2 and field = any($3) returning field`;

const SEAL_ANEW = `
  insert into audit_seal (chain, number, seal) values ($1, $2, $3)
  on conflict (chain) do update set number = excluded.number, seal = excluded.seal`;

const SEAL = `
  insert into audit_seal (chain, number, seal)
  select $1::uuid, $2::bigint, $3::bytea where $4::bigint = 0 or exists (select 1 from audit_seal where chain = $1)
  on conflict (chain) do update set number = excluded.number, seal = excluded.seal
    where audit_seal.number = $4 and audit_seal.seal = $5
  returning number`;
