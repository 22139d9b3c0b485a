import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import { CONTENT_REVISION } from '../../publishing/content-revision.js';
import type { SearchDocument } from '../search-document.js';
import { LibraryIndex, type RecordToIndex } from './library-index.js';

type Row = SearchDocument & Pick<RecordToIndex, 'version' | 'isPrinted'>;

/** As many are read at once: others are answered between. */
const AT_ONCE = 250;

/** The revision of the content, and how far documents have changed. */
export interface Moment {
  revision: string;
  noted: string;
}

/** Keeps the index of the library in memory in step with the documents that the database has committed. */
@Injectable()
export class LibraryIndexStore implements OnApplicationBootstrap {
  private readonly index = new LibraryIndex();
  /** As of when the index is. */
  private asOf: string | null = null;
  private refreshing: Promise<void> | null = null;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Read before anybody asks: whoever came first would wait for all of it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.at(await this.moment());
  }

  /** What the index is to be as of now. */
  async moment(): Promise<Moment> {
    const [now] = await prepared<{ revision: string; noted: string }>(this.source, 'moment', MOMENT, []);
    return now!;
  }

  /**
   * The index as of a moment, or later. What the public may not see is not in it, though a document of it may still be
   * there: nothing is learnt from that.
   */
  async at({ noted, revision }: Moment): Promise<LibraryIndex> {
    const moment = `${noted} ${revision}`;
    while (this.asOf !== moment) {
      // Whoever comes while it is under way may need a later one.
      this.refreshing ??= this.refresh()
        .then(() => void (this.asOf = moment))
        .finally(() => (this.refreshing = null));
      await this.refreshing;
    }
    return this.index;
  }

  private async refresh(): Promise<void> {
    const { index } = this;
    const rows = await this.source.query<{ id: string; version: string }[]>(VERSIONS);
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    for (const record of index.all) if (record && !versions.has(record.id)) index.remove(record.id);
    const changed = rows.flatMap(({ id, version }) => (index.at(id)?.version === version ? [] : [id]));
    for (let start = 0; start < changed.length; start += AT_ONCE)
      for (const row of await this.source.query<Row[]>(READ, [changed.slice(start, start + AT_ONCE)]))
        index.put(asRecord(row));
  }
}

const asRecord = ({ body: { kind, date, about, values }, ...row }: Row): RecordToIndex => ({
  ...{ ...row, kind, date, about, values },
});

/** The second rises with every committed change of a document. */
const MOMENT = `select ${CONTENT_REVISION} as revision,
  coalesce((select value from search_state where key = 'documents'), '0') as noted`;

const VERSIONS = `
  select d.id, d.revision::text as version from search_document d join (
    select id from ${PUBLIC.review} union all select id from ${PUBLIC.briefing} union all select id from ${PUBLIC.resource}
    union all select id from ${PUBLIC.theme} where replaced_by_id is null) as seen on seen.id = d.id
  where d.body is not null`;

/** As JSON, for lists of PostgreSQL's own are read word by word. */
const READ = `
  select id, body, to_json(terms[1:cardinality(weights)]) as terms, to_json(weights) as weights, to_json(carried) as carried,
    to_json(spellings) as spellings, to_json(name) as name, revision::text as version,
    cardinality(terms) > cardinality(weights) as "isPrinted"
  from search_document where id = any($1) and body is not null`;
