import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { SearchDocument } from '../search-document.js';
import { LibraryIndex, type RecordToIndex } from './library-index.js';

type Row = SearchDocument & Pick<RecordToIndex, 'version' | 'isPrinted'>;

/** As many are read at once: some 10 MB. */
const AT_ONCE = 1000;

/** Keeps the index of the library in memory in step with the documents that the database has committed. */
@Injectable()
export class LibraryIndexStore {
  private readonly index = new LibraryIndex();
  /** As of when the index is. */
  private noted = -1n;
  private withheld: readonly string[] = [];
  private refreshing: Promise<void> | null = null;
  private readonly texts = new LRUCache<string, string>({ max: 200_000 });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The index as of a moment, or later.
   * @param noted what `DOCUMENTS_NOTED` says at that moment
   * @param withheld ids of records that the public may not see, though a document of them may still be there: nothing is
   * learnt from them
   */
  async at(noted: string, withheld: readonly string[]): Promise<LibraryIndex> {
    while (this.noted < BigInt(noted) || String(this.withheld) !== String(withheld)) {
      // Whoever comes while it is under way may need a later one.
      this.refreshing ??= this.refresh(BigInt(noted), withheld).finally(() => (this.refreshing = null));
      await this.refreshing;
    }
    return this.index;
  }

  private async refresh(noted: bigint, withheld: readonly string[]): Promise<void> {
    const { index } = this;
    const rows = await this.source.query<{ id: string; version: string }[]>(
      `select id, revision::text as version from search_document where body is not null and id <> all($1)`,
      [withheld],
    );
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    for (const id of [...index.ids()]) if (!versions.has(id)) index.remove(id);
    const changed = rows.flatMap(({ id, version }) => (index.at(id)?.version === version ? [] : [id]));
    for (let start = 0; start < changed.length; start += AT_ONCE)
      for (const row of await this.source.query<Row[]>(READ, [changed.slice(start, start + AT_ONCE)]))
        index.put(this.asRecord(row));
    this.withheld = withheld;
    if (noted > this.noted) this.noted = noted;
  }

  private asRecord({ body: { kind, date, about, values }, weights, ...row }: Row): RecordToIndex {
    return { ...this.shared({ ...row, kind, date, about, values }), weights };
  }

  /** With the same text for the same word: every row brings its own copy. */
  private shared<Value>(value: Value): Value {
    if (typeof value === 'string') return (this.texts.get(value) ?? this.keep(value)) as Value;
    if (Array.isArray(value)) return value.map((one: unknown) => this.shared(one)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [
      this.shared(name),
      this.shared<unknown>(one),
    ]);
    return Object.fromEntries(entries) as Value;
  }

  private keep(text: string): string {
    this.texts.set(text, text);
    return text;
  }
}

/** An SQL expression: rises with every committed change of a document. */
export const DOCUMENTS_NOTED = `coalesce((select value from search_state where key = 'documents'), '0')`;

const READ = `
  select id, body, terms[1:cardinality(weights)] as terms, weights, spellings, name, carried, revision::text as version,
    cardinality(terms) > cardinality(weights) as "isPrinted"
  from search_document where id = any($1) and body is not null`;
