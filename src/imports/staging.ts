import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { nameKey } from '../platform/text/name-key.js';
import type { Identity, NamesNoted, ReviewByName } from '../platform/bundle/bundle-kind.js';
import { signature } from '../platform/bundle/field-map.js';
import type { Staged, StagedState } from '../platform/bundle/import-run.js';
import type { CheckedRecord } from './check-record.js';
import { BUNDLE_KINDS } from './kinds.js';

/** A batch of records takes about this much memory, a few times over. */
const BATCH_BYTES = 2 * 1024 * 1024;
const BATCH_RECORDS = 250;

type Waiting = Identity & {
  file: number;
  line: number;
  kind: string;
  hash: string;
  bytes: number;
  body: string;
};

/**
 * Checked records wait in a temporary table until all of the bundle has been read: the memory holds one batch of them,
 * the questions about all of them (the same one twice? is it in the library already?) are one statement each, and a
 * bundle may come from standard input, for it is read only once.
 */
export class Staging implements NamesNoted {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private seq = 0;
  /** Begins every fingerprint: what a mended writer learnt to write makes records that it wrote before count as changed. */
  private readonly signatures = new Map(BUNDLE_KINDS.map(({ name, fields }) => [name, signature(fields)]));
  /** Every publisher that the bundle names: compared form, and as it is first written. */
  readonly publisherNames = new Map<string, string>();
  private readonly references = new Map<string, number>();
  private newReferences: {
    id: number;
    publisher: string | null;
    exact: boolean;
    label: string;
    year: number | null;
  }[] = [];
  private uses: { seq: number; place: number; ref: number }[] = [];

  private constructor(private readonly manager: EntityManager) {}

  /** Makes the tables; they end with the transaction. */
  static async open(manager: EntityManager): Promise<Staging> {
    await manager.query(`
      create temporary table import_record (
        seq int primary key, file int not null, line int not null, kind text not null, hash text not null,
        bytes int not null, publisher text, name text not null, edition text, reference text, page int,
        body text not null, publisher_id uuid, target_id uuid, position int, state text
      ) on commit drop`);
    // Kept as it is, outside the row: compressing costs more than it saves, and updates need not copy it.
    await manager.query(`alter table import_record alter body set storage external`);
    await manager.query(`
      create temporary table import_review_ref (
        id int primary key, publisher text, exact boolean not null, label text not null, year int,
        review_id uuid, problem text
      ) on commit drop`);
    await manager.query(
      `create temporary table import_review_use (seq int not null, place int not null, ref int not null) on commit drop`,
    );
    return new Staging(manager);
  }

  async add({ kind, fields }: CheckedRecord, file: number, line: number): Promise<void> {
    this.seq += 1;
    const body = JSON.stringify(fields);
    const hash = createHash('sha256')
      .update(this.signatures.get(kind.name) ?? '')
      .update(body)
      .digest('base64url');
    const bytes = Buffer.byteLength(body);
    this.waiting.push({ ...kind.identify(fields, this), file, line, kind: kind.name, hash, bytes, body });
    this.waitingBytes += bytes;
    if (this.waiting.length >= BATCH_RECORDS || this.waitingBytes >= BATCH_BYTES) await this.flush();
  }

  /** Call after the last `add`. */
  async finish(): Promise<void> {
    await this.flush();
    await this.manager.query(`create index on import_record (kind, seq)`);
    for (const table of ['import_record', 'import_review_ref', 'import_review_use'])
      await this.manager.query(`analyze ${table}`);
  }

  publisher(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const key = nameKey(name);
    if (!this.publisherNames.has(key)) this.publisherNames.set(key, name);
    return key;
  }

  review({ publisher: named, label, year }: ReviewByName, own?: string): number {
    const exact = named !== undefined;
    const publisher = exact ? nameKey(named) : own;
    const key = JSON.stringify([publisher, exact, label, year]);
    const known = this.references.get(key);
    if (known !== undefined) return known;
    const id = this.references.size + 1;
    this.references.set(key, id);
    this.newReferences.push({ id, publisher: publisher ?? null, exact, label, year: year ?? null });
    return id;
  }

  usesReview(place: number, ref: number): void {
    this.uses.push({ seq: this.seq, place, ref });
  }

  private async flush(): Promise<void> {
    const { waiting, newReferences, uses } = this;
    const first = this.seq - waiting.length + 1;
    const column = <Value>(value: (record: Waiting) => Value): Value[] => waiting.map(value);
    if (waiting.length > 0)
      await this.manager.query(
        `insert into import_record (seq, file, line, kind, hash, bytes, publisher, name, edition, reference, page, body)
         select * from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::text[], $6::int[], $7::text[],
           $8::text[], $9::text[], $10::text[], $11::int[], $12::text[])`,
        [
          waiting.map((_, place) => first + place),
          column(({ file }) => file),
          column(({ line }) => line),
          column(({ kind }) => kind),
          column(({ hash }) => hash),
          column(({ bytes }) => bytes),
          column(({ publisher }) => publisher ?? null),
          column(({ name }) => name),
          column(({ edition }) => edition ?? null),
          column(({ reference }) => reference ?? null),
          column(({ page }) => page ?? null),
          column(({ body }) => body),
        ],
      );
    if (newReferences.length > 0)
      await this.manager.query(
        `insert into import_review_ref (id, publisher, exact, label, year)
         select * from jsonb_to_recordset($1::jsonb) as r(id int, publisher text, exact boolean, label text, year int)`,
        [JSON.stringify(newReferences)],
      );
    if (uses.length > 0)
      await this.manager.query(
        `insert into import_review_use select * from jsonb_to_recordset($1::jsonb) as u(seq int, place int, ref int)`,
        [JSON.stringify(uses)],
      );
    this.waiting = [];
    this.waitingBytes = 0;
    this.newReferences = [];
    this.uses = [];
  }

  /** The records of a kind that are in one of `states` (or not matched yet), in the bundle's order, batch by batch. */
  async *batches<Fields>(kind: string, states: StagedState[] = []): AsyncGenerator<Staged<Fields>[]> {
    for (let after = 0; ;) {
      const batch = await this.manager.query<(Omit<Staged<Fields>, 'fields'> & { body: string })[]>(
        `select seq, file, line, hash, target_id as "targetId", publisher_id as "publisherId", edition, state, body
           from (select *, sum(bytes) over (order by seq) as total
                   from (select * from import_record
                          where kind = $1 and seq > $2 and (cardinality($3::text[]) = 0 or state = any($3))
                          order by seq limit ${BATCH_RECORDS}) as next) as sized
          where total <= ${BATCH_BYTES} or total = bytes
          order by seq`,
        [kind, after, states],
      );
      if (batch.length === 0) return;
      after = batch.at(-1)!.seq;
      yield batch.map(({ body, ...record }) => ({ ...record, fields: JSON.parse(body) as Fields }));
    }
  }
}
