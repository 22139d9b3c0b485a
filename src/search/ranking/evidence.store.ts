import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { contentRevision } from '../../publishing/content-revision.js';
import { PublishedResults } from '../results/published-results.js';
import { stemOf } from '../analysis/words.js';
import { Corpus } from './corpus.js';
import { StemWeights } from './stem-set.js';

/** What ranking knows of one record. */
export interface RankedRecord {
  id: string;
  kind: 'theme' | 'review' | 'briefing' | 'resource';
  weights: StemWeights;
  /** The stems of its own name. */
  name: readonly string[];
  /** Slugs of themes. */
  taught: readonly string[];
  mentioned: readonly string[];
  /** Its themes and all broader ones. */
  themes: readonly string[];
  date: number;
}

interface Row {
  id: string;
  version: string;
  kind: RankedRecord['kind'];
  terms: string[];
  weights: number[];
  name: string[];
  taught: string[];
  mentioned: string[];
  themes: string[];
  date: number;
}

/** Records kept in memory: at about 6 kB each, some 120 MB at the most. */
const MOST_KEPT = 20_000;
/** The words of the library are counted anew at most this often, and for at most a twentieth of the time. */
const COUNT_EVERY_MS = 2000;
const COUNT_SHARE = 20;

/** New records that are added to a count; after more it is made anew. */
const MOST_ADDED = 200;
/** In a library of more records than this, a word that fewer than these write is more likely a slip than meant. */
const LARGE = 5000;
const COMMON_IN_LARGE = 3;

/** Keeps what ranking needs in memory: records by id and version, and how often the library says each word. */
@Injectable()
export class EvidenceStore {
  private readonly records = new Map<string, { version: string; record: RankedRecord }>();
  private held: { corpus: Corpus; revision: string; withheld: string } | null = null;
  private counting: Promise<Corpus> | null = null;
  private nextCount = 0;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    readonly results: PublishedResults,
  ) {}

  /** The records of these candidates, in their order; those that are gone are left out. */
  async read(candidates: { id: string; version: string }[]): Promise<RankedRecord[]> {
    const missing = candidates.filter(({ id, version }) => this.records.get(id)?.version !== version);
    if (missing.length > 0) await this.load(missing.map(({ id }) => id));
    return candidates.flatMap(({ id }) => this.records.get(id)?.record ?? []);
  }

  private async load(ids: string[]): Promise<void> {
    const rows = await this.source.query<Row[]>(
      `select id, kind, terms[1:cardinality(weights)] as terms, weights, name, taught, mentioned, body->>'version' as version,
         (body->>'date')::int as date, array(select jsonb_array_elements_text(body->'themes')) as themes
       from search_document where id = any($1) and body is not null`,
      [ids],
    );
    for (const row of rows) {
      // Written again at the end, so that what was not asked for longest stands first and goes first.
      this.records.delete(row.id);
      this.records.set(row.id, { version: row.version, record: asRecord(row) });
    }
    for (const id of this.records.keys()) {
      if (this.records.size <= MOST_KEPT) break;
      this.records.delete(id);
    }
  }

  /** The words of the library. The first count is waited for; later ones run beside the searches. */
  async corpus(): Promise<Corpus> {
    if (Date.now() >= this.nextCount && !this.counting) {
      this.counting = this.count().finally(() => (this.counting = null));
      this.counting.catch(() => undefined);
    }
    return this.held?.corpus ?? (await this.counting) ?? new Corpus(0, new Map(), []);
  }

  /**
   * Forgets those of these words that nothing published writes any more: what a count has learnt is not told once its record
   * is withdrawn, however lately.
   * @param withheld documents of records that are not published
   * @returns whether there were any
   */
  async forget(corpus: Corpus, words: string[], withheld: string[]): Promise<boolean> {
    if (words.length === 0) return false;
    const rows = await this.source.query<{ word: string }[]>(UNWRITTEN, [words, words.map(stemOf), withheld]);
    for (const { word } of rows) corpus.spelling.remove(word);
    return rows.length > 0;
  }

  private async count(): Promise<Corpus> {
    const began = Date.now();
    this.nextCount = Number.MAX_SAFE_INTEGER;
    try {
      const since = this.held?.revision ?? '0';
      // Only what is published is learnt from: a document may outlive its record by a moment, or be of a name that is not public.
      const hidden = await this.results.withheld(await contentRevision(this.source));
      const withheld = hidden.join();
      const [latest] = await this.source.query<{ revision: string }[]>(LATEST);
      const asBefore = this.held?.withheld === withheld;
      if (this.held && asBefore && latest!.revision === since) return this.held.corpus;
      const [now] = await this.source.query<{ revision: string; size: number; changed: number }[]>(STATE, [
        since,
      ]);
      const { revision, size, changed } = now!;
      const grown = size - (this.held?.corpus.size ?? 0);
      // Where as many have come as have changed, none was changed or withdrawn: the count need not be made anew, which
      // takes seconds in a large library.
      if (this.held && asBefore && grown === changed && changed <= MOST_ADDED) {
        await this.addNew(this.held.corpus, since, revision, hidden);
        this.held = { ...this.held, revision };
      } else {
        const records = await this.counted('terms[1:cardinality(d.weights)]', 1, hidden);
        const words = await this.counted('spellings', size > LARGE ? COMMON_IN_LARGE : 1, hidden);
        this.held = { corpus: new Corpus(size, records, words), revision, withheld };
      }
      return this.held.corpus;
    } finally {
      this.nextCount = Date.now() + Math.max(COUNT_EVERY_MS, (Date.now() - began) * COUNT_SHARE);
    }
  }

  private async addNew(corpus: Corpus, since: string, until: string, hidden: string[]): Promise<void> {
    const rows = await this.source.query<{ terms: string[]; spellings: string[] }[]>(
      `select terms[1:cardinality(weights)] as terms, spellings from search_document
       where revision > $1 and revision <= $2 and body is not null and id <> all($3::uuid[])`,
      [since, until, hidden],
    );
    for (const { terms, spellings } of rows) corpus.add(terms, corpus.size > LARGE ? [] : spellings);
  }

  private async counted(column: string, least: number, hidden: string[]): Promise<[string, number][]> {
    const rows = await this.source.query<{ word: string; n: number }[]>(
      `select word, count(*)::int as n from search_document d, unnest(d.${column}) as word
       where d.body is not null and d.id <> all($2::uuid[]) group by word having count(*) >= $1`,
      [least, hidden],
    );
    return rows.map(({ word, n }) => [word, n]);
  }
}

function asRecord({ terms, weights, name, taught, mentioned, themes, ...row }: Row): RankedRecord {
  return {
    id: row.id,
    kind: row.kind,
    date: row.date,
    weights: new StemWeights(terms, weights),
    name: name.map(once),
    taught: taught.map(once),
    mentioned: mentioned.map(once),
    themes: themes.map(once),
  };
}

/** The same text for the same word: every row brings its own copy of the few hundred slugs. */
const texts = new LRUCache<string, string>({ max: 20_000 });
function once(text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

const UNWRITTEN = `
  select asked.word from unnest($1::text[], $2::text[]) as asked(word, stem)
  where not exists (select 1 from search_document d where d.terms @> array[asked.stem] and asked.word = any(d.spellings)
    and d.body is not null and d.id <> all($3::uuid[]))`;

/** From the end of an index: asked every two seconds, and mostly the same. */
const LATEST = `select coalesce(max(revision), 0)::text as revision from search_document`;

/** What has changed since a revision, all as of one moment. */
const STATE = `
  select coalesce(max(revision), 0)::text as revision, (count(*) filter (where body is not null))::int as size,
    (count(*) filter (where body is not null and revision > $1))::int as changed
  from search_document`;
