import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { PLATFORM_CHAIN } from './audited-change.js';
import { sealOf } from './seal.js';

/** What is wrong at an entry. */
export const FAULT_WORDS = {
  missing: 'it is not there',
  changed: 'it does not say what it said when it was written',
  unlinked: 'it does not follow the entry before it',
  'words-changed': 'its words are not those that were written',
  'words-missing': 'its words are gone, and no entry says that they were redacted',
  'tail-cut': 'it is not there: the chain went on further',
  'head-changed': 'the head of the chain does not say that it ends here',
  'seal-broken':
    'the seal does not fit: entries were taken away, added or changed since it was made, or the key is another',
  'seal-missing': 'the chain has no seal: it was removed, or there was no key when the chain began',
} as const;
export type FaultCode = keyof typeof FAULT_WORDS;

export interface Fault {
  chain: string;
  /** Of the entry; the first that is bad. */
  number: number;
  what: FaultCode;
}

/** Where a chain ends: what may be kept elsewhere, to compare with later. */
export interface ChainEnd {
  chain: string;
  entries: number;
  /** Of the last entry, as hexadecimal digits. */
  hash: string;
}

/** That a chain was sealed anew, as an entry of its own says. */
export interface SealedAnew {
  chain: string;
  number: number;
  /** How many entries the seal before was for; null where there was none. */
  sealedBefore: number | null;
}

export interface Verification {
  chains: ChainEnd[];
  /** The first fault of each chain that has one. */
  faults: Fault[];
  /** Where a chain was sealed anew: what was missing then shows nowhere else. */
  sealedAnew: SealedAnew[];
  /** Whether seals were looked at; without a key they cannot be. */
  sealed: boolean;
}

interface Row {
  chain: string;
  number: string;
  content: string;
  previous: Buffer;
  hash: Buffer;
  action: string;
  from: { sealed?: number | null } | null;
  /** As the entry has them, by field. */
  words: Record<string, string>;
  /** As they are, by field; those that were redacted are left out. */
  said: Record<string, string>;
}

/** Which words of an entry were taken away. */
interface Redaction {
  chain: string;
  number: string;
  fields: string[];
}

interface Ends {
  chain: string;
  headNumber: string | null;
  headHash: Buffer | null;
  sealNumber: string | null;
  seal: Buffer | null;
}

const BATCH = 1000;
/** What the first entry follows. */
const NOTHING = Buffer.alloc(0);

/**
 * Reads the whole log as it is at one moment, and works out every hash anew: nothing that the database has been told to
 * say of itself is believed.
 * @param key of the seals; without it a chain that was cut and mended is not seen
 */
export async function verifyLog(source: DataSource, key: string | null): Promise<Verification> {
  return await source.transaction('REPEATABLE READ', async (manager) => {
    const chains = new Map<string, Chain>();
    const chainOf = (id: string, ends: Ends | null = null): Chain => {
      const chain = chains.get(id) ?? new Chain(id, ends);
      chains.set(id, chain);
      return chain;
    };
    for (const ends of await manager.query<Ends[]>(ENDS)) chainOf(ends.chain, ends);
    const sealedAnew: SealedAnew[] = [];
    for (const { chain, number, fields } of await manager.query<Redaction[]>(REDACTIONS))
      chainOf(chain).excuse(number, fields);
    for await (const row of entries(manager)) {
      chainOf(row.chain).take(row);
      if (row.action === 'audit.sealed-anew')
        sealedAnew.push({
          chain: row.chain,
          number: Number(row.number),
          sealedBefore: row.from?.sealed ?? null,
        });
    }
    for (const chain of chains.values()) chain.close(key);
    for (const { chain, number } of await manager.query<{ chain: string; number: string }[]>(PLANTED))
      chainOf(chain).blame(Number(number), 'words-changed');
    const read = [...chains.values()];
    return {
      chains: read.map((chain) => chain.end),
      faults: read.flatMap(({ fault }) => fault ?? []),
      sealedAnew,
      sealed: key !== null,
    };
  });
}

/** One chain, while it is read from its first entry to its last. */
class Chain {
  fault: Fault | null = null;
  private number = 0;
  private hash: Buffer = NOTHING;
  private sealed: Buffer | null = null;
  /** By the number of an entry: which of its words were redacted, as later entries say. */
  private readonly redacted = new Map<string, Set<string>>();

  constructor(
    private readonly chain: string,
    private readonly ends: Ends | null,
  ) {}

  get end(): ChainEnd {
    return { chain: this.chain, entries: this.number, hash: this.hash.toString('hex') };
  }

  take(row: Row): void {
    const number = Number(row.number);
    if (number !== this.number + 1) this.blame(this.number + 1, 'missing');
    if (!row.hash.equals(createHash('sha256').update(row.content).digest())) this.blame(number, 'changed');
    if (!row.previous.equals(this.hash)) this.blame(number, 'unlinked');
    if (Object.entries(row.said).some(([field, hash]) => row.words[field] !== hash))
      this.blame(number, 'words-changed');
    const redacted = this.redacted.get(row.number);
    if (Object.keys(row.words).some((field) => !(field in row.said) && !redacted?.has(field)))
      this.blame(number, 'words-missing');
    this.number = number;
    this.hash = row.hash;
    if (String(number) === this.ends?.sealNumber) this.sealed = row.hash;
  }

  /** That these words of an entry are not there is as it should be. */
  excuse(number: string, fields: string[]): void {
    this.redacted.set(number, new Set([...(this.redacted.get(number) ?? []), ...fields]));
  }

  /** Compares where it ends with what is said of that elsewhere. */
  close(key: string | null): void {
    const { number, hash, ends, chain } = this;
    const head = Number(ends?.headNumber ?? 0);
    if (head > number) this.blame(number + 1, 'tail-cut');
    else if (head !== number || !(ends?.headHash ?? NOTHING).equals(hash)) this.blame(number, 'head-changed');
    if (key === null) return;
    if (!ends?.seal) this.blame(number, 'seal-missing');
    else if (Number(ends.sealNumber) > number) this.blame(number + 1, 'tail-cut');
    else if (
      Number(ends.sealNumber) < number ||
      !this.sealed ||
      !ends.seal.equals(sealOf(key, { chain, number, hash }))
    )
      this.blame(Math.max(1, Math.min(number, Number(ends.sealNumber))), 'seal-broken');
  }

  blame(number: number, what: FaultCode): void {
    if (!this.fault || number < this.fault.number) this.fault = { chain: this.chain, number, what };
  }
}

async function* entries(manager: EntityManager): AsyncGenerator<Row> {
  let [chain, number] = [PLATFORM_CHAIN, String(-(2n ** 63n))];
  for (;;) {
    const rows = await manager.query<Row[]>(READ, [chain, number, BATCH]);
    yield* rows;
    if (rows.length < BATCH) return;
    ({ chain, number } = rows.at(-1)!);
  }
}

const ENDS = `
  select chain, h.number as "headNumber", h.hash as "headHash", s.number as "sealNumber", s.seal
  from audit_head h full join audit_seal s using (chain) order by chain`;

// The text is that which the trigger made; the functions in it are PostgreSQL's own.
const READ = `
  select e.chain, e.number, e.previous, e.hash, e.words, e.action, e."from",
    jsonb_build_array(
      e.chain, e.number, extract(epoch from e.recorded_at)::text, e.actor_kind, e.actor_id, e.actor_role,
      e.action, e.subject_kind, e.subject_id, e."from", e."to", e.effective_on, e.correlation_id, e.words,
      encode(e.previous, 'hex'))::text as content,
    coalesce((
      select jsonb_object_agg(w.field, encode(sha256(w.salt || convert_to(w.content, 'UTF8')), 'hex'))
      from audit_words w where w.chain = e.chain and w.number = e.number), '{}') as said
  from audit_entry e where (e.chain, e.number) > ($1::uuid, $2::bigint) order by e.chain, e.number limit $3`;

const REDACTIONS = `
  select e.chain, e.subject_id as number, e."from" as fields from audit_entry e
  where e.action = 'audit.redacted' and e.subject_kind = 'audit-entry' and jsonb_typeof(e."from") = 'array'`;

/** Words of which no entry knows. */
const PLANTED = `
  select w.chain, w.number from audit_words w
  where not exists (select 1 from audit_entry e where e.chain = w.chain and e.number = w.number)`;
