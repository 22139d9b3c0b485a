import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { SearchDocument } from '../search-document.js';
import { comparedBy, forEachFilter, type FilterName } from '../search-filters.js';
import { LibraryIndex, type RecordToIndex } from './library-index.js';

interface Row {
  id: string;
  body: SearchDocument;
  terms: string[];
  weights: number[];
  spellings: string[];
  name: string[];
  carried: Record<string, string[][]>;
  printed: boolean;
}

/** As many are read at once: some 10 MB. */
const AT_ONCE = 1000;
/** Transactions may end in another order than they began: so many changes are looked at again. */
const OVERLAP = 5000;

/** Keeps the index of the library in memory in step with the documents that the database has committed. */
@Injectable()
export class LibraryIndexStore {
  private readonly index = new LibraryIndex();
  private noted: string | null = null;
  private since = 0n;
  private refreshing: { noted: string; done: Promise<void> } | null = null;
  /** Records that were taken out because the public may not see them. */
  private readonly withheld = new Set<string>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The index as of a moment.
   * @param noted what `DOCUMENTS_NOTED` says at that moment
   * @param withheld ids of records that the public may not see, though a document of them may still be there: nothing is
   * learnt from them
   */
  async at(noted: string, withheld: readonly string[]): Promise<LibraryIndex> {
    while (this.noted !== noted) {
      this.refreshing ??= this.begin(noted);
      const { noted: until, done } = this.refreshing;
      await done;
      // Whoever came later than the one that is under way waits for the next; an older one is served by a newer index.
      if (until === noted || BigInt(until || 0) > BigInt(noted || 0)) break;
    }
    await this.withhold(withheld);
    return this.index;
  }

  private begin(noted: string): { noted: string; done: Promise<void> } {
    const done = this.refresh()
      .then(() => void (this.noted = noted))
      .finally(() => (this.refreshing = null));
    return { noted, done };
  }

  private async refresh(): Promise<void> {
    const { index } = this;
    const first = this.since > BigInt(OVERLAP) ? this.since - BigInt(OVERLAP) : 0n;
    const changed = await this.source.query<{ id: string; version: string | null; revision: string }[]>(
      `select id, body->>'version' as version, revision::text from search_document where revision > $1 order by revision`,
      [first.toString()],
    );
    await this.load(
      changed.flatMap(({ id, version }) => (version !== null && index.versionOf(id) !== version ? [id] : [])),
    );
    for (const { id, version } of changed) if (version === null) index.remove(id);
    this.since = BigInt(changed.at(-1)?.revision ?? this.since);
    const [row] = await this.source.query<{ count: number }[]>(
      `select count(*)::int as count from search_document where body is not null`,
    );
    if (row!.count !== index.size + this.withheld.size) await this.removeGone();
  }

  private async load(ids: string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const rows = await this.source.query<Row[]>(READ, [ids.slice(start, start + AT_ONCE)]);
      for (const row of rows) {
        this.withheld.delete(row.id);
        this.index.put(asRecord(row));
      }
    }
  }

  /** What was removed before we heard of it left no trace. */
  private async removeGone(): Promise<void> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from search_document where body is not null`,
    );
    const there = new Set(rows.map(({ id }) => id));
    for (const id of [...this.index.ids()]) if (!there.has(id)) this.index.remove(id);
    for (const id of this.withheld) if (!there.has(id)) this.withheld.delete(id);
    await this.load([...there].filter((id) => this.index.at(id) === null && !this.withheld.has(id)));
  }

  private async withhold(ids: readonly string[]): Promise<void> {
    const now = new Set(ids);
    const back = [...this.withheld].filter((id) => !now.has(id));
    for (const id of back) this.withheld.delete(id);
    if (back.length > 0) await this.load(back);
    for (const id of ids) {
      if (this.index.at(id) === null) continue;
      this.index.remove(id);
      this.withheld.add(id);
    }
  }
}

/** An SQL expression: changes with every committed change of a document. */
export const DOCUMENTS_NOTED = `coalesce((select value from search_state where key = 'documents'), '')`;

const READ = `
  select id, body, terms[1:cardinality(weights)] as terms, weights, spellings, name, carried,
    cardinality(terms) > cardinality(weights) as printed
  from search_document where id = any($1) and body is not null`;

/** A row of the documents as the index takes it. */
export function asRecord({
  id,
  body,
  terms,
  weights,
  spellings,
  name,
  carried,
  printed,
}: Row): RecordToIndex {
  return {
    ...{ id, version: body.version, kind: body.kind, date: body.date, about: body.about },
    ...{ weights, isPrinted: printed, terms: terms.map(once), spellings: spellings.map(once) },
    name: name.map(once),
    values: forEachFilter((filter) => valuesOf(body, filter)),
    carried: Object.fromEntries(
      Object.entries(carried).map(([slug, phrases]) => [
        once(slug),
        phrases.map((phrase) => phrase.map(once)),
      ]),
    ),
  };
}

/** What a filter compares: lists of the values, and of the slugs of what these name. */
const valuesOf = (body: SearchDocument, filter: FilterName): string[][] =>
  comparedBy(filter).map((attribute) => {
    const value = (body as unknown as Record<string, unknown>)[attribute];
    return (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]).map((one) =>
      once(String(one)),
    );
  });

/** The same text for the same word: every row brings its own copy. */
const texts = new LRUCache<string, string>({ max: 200_000 });
function once(text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}
