import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
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
  private moment: string | null = null;
  private refreshing: Promise<void> | null = null;
  private readonly texts = new LRUCache<string, string>({ max: 200_000 });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The index as of a moment, or later. What the public may not see is not in it, though a document of it may still be
   * there: nothing is learnt from that.
   * @param noted what `DOCUMENTS_NOTED` says at that moment
   * @param revision of the content, read at that moment
   */
  async at(noted: string, revision: string): Promise<LibraryIndex> {
    const moment = `${noted} ${revision}`;
    while (this.moment !== moment) {
      // Whoever comes while it is under way may need a later one.
      this.refreshing ??= this.refresh()
        .then(() => void (this.moment = moment))
        .finally(() => (this.refreshing = null));
      await this.refreshing;
    }
    return this.index;
  }

  private async refresh(): Promise<void> {
    const { index } = this;
    const rows = await this.source.query<{ id: string; version: string }[]>(VERSIONS);
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    for (const id of [...index.ids()]) if (!versions.has(id)) index.remove(id);
    const changed = rows.flatMap(({ id, version }) => (index.at(id)?.version === version ? [] : [id]));
    for (let start = 0; start < changed.length; start += AT_ONCE)
      for (const row of await this.source.query<Row[]>(READ, [changed.slice(start, start + AT_ONCE)]))
        index.put(this.asRecord(row));
  }

  private asRecord({ body: { kind, date, about, values }, weights, ...row }: Row): RecordToIndex {
    return { ...this.shared({ ...row, kind, date, about, values }), weights };
  }

  /** With the same text for the same word: every row brings its own copy. */
  private shared<Value>(value: Value): Value {
    if (typeof value === 'string') {
      if (!this.texts.has(value)) this.texts.set(value, value);
      return this.texts.get(value) as Value;
    }
    if (Array.isArray(value)) return value.map((one: unknown) => this.shared(one)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [name, this.shared<unknown>(one)]);
    return Object.fromEntries(entries) as Value;
  }
}

/** An SQL expression: rises with every committed change of a document. */
export const DOCUMENTS_NOTED = `coalesce((select value from search_state where key = 'documents'), '0')`;

const VERSIONS = `
  select d.id, d.revision::text as version from search_document d join (
    select id from ${PUBLIC.review} union all select id from ${PUBLIC.briefing} union all select id from ${PUBLIC.resource}
    union all select id from ${PUBLIC.theme} where replaced_by_id is null) as seen on seen.id = d.id
  where d.body is not null`;

const READ = `
  select id, body, terms[1:cardinality(weights)] as terms, weights, spellings, name, carried, revision::text as version,
    cardinality(terms) > cardinality(weights) as "isPrinted"
  from search_document where id = any($1) and body is not null`;
