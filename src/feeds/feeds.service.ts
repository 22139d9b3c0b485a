import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { RecordReader } from '../exchange/record-reader.js';
import { ContactSentences } from '../partnerships/contact-sentences.js';
import { addressOf } from '../platform/pages/addresses.js';
import { sayList } from '../platform/text/words.js';
import { settleEmbargoes } from '../publishing/changes/change-log.js';
import {
  PublishedRecords,
  type MeantRecords,
  type PublishedRecord,
} from '../publishing/changes/published-records.queries.js';
import { OWN_FEED_KINDS, type FeedKind } from '../publishing/changes/public-kinds.js';
import { SEARCH_KIND_PLURALS } from '../search/search-kinds.js';
import { LIBRARY_TITLE, type Feed, type FeedItem } from './feed.js';
import { presentFeedItem } from './feed-item.presenter.js';
import type { FeedSubject } from './feed-subjects.js';

/** A reader that asks once a day misses nothing unless more than this came in it, and then it reads the next part. */
const ITEMS = 50;

/** Where a feed stands. */
export interface FeedAddress {
  /** Of the library. */
  origin: string;
  /** Of the feed. */
  path: string;
  page: number;
}

/** Reads what is in feeds. */
@Injectable()
export class FeedsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly records: PublishedRecords,
    private readonly listed: RecordReader,
    private readonly contacts: ContactSentences,
  ) {}

  /**
   * @param find what it is about; asked when the embargoes that have ended are known of
   * @throws LibraryError as `find` does
   */
  async read(find: () => FeedSubject | Promise<FeedSubject>, address: FeedAddress): Promise<Feed> {
    await settleEmbargoes(this.source);
    const subject = await find();
    return await this.source.transaction('REPEATABLE READ', (on) => this.readOn(on, subject, address));
  }

  private async readOn(
    on: EntityManager,
    { about, meant, page, parameters, isPartial = false }: FeedSubject,
    { origin, path, page: part }: FeedAddress,
  ): Promise<Feed> {
    const window = { limit: ITEMS, offset: (part - 1) * ITEMS };
    const { records, total } = await this.records.newest(on, meant, window);
    const gone = part === 1 ? await this.records.gone(on, meant, ITEMS) : [];
    const at = (n: number): string => origin + addressOf(path, { ...parameters, page: n });
    return {
      title: about === null ? LIBRARY_TITLE : `${about} – ${LIBRARY_TITLE}`,
      description: `${describe(about, meant.kinds)} ${await this.contacts.read(on)}`,
      page: origin + page,
      self: at(part),
      first: at(1),
      previous: part > 1 ? at(part - 1) : null,
      next: part * ITEMS < total ? at(part + 1) : null,
      themes: `${origin}/themes`,
      updatedAt: [...records, ...gone].map(({ updatedAt }) => updatedAt).reduce(later, NEVER),
      items: await this.itemsOf(on, records, origin),
      isPartial,
      gone,
    };
  }

  /** In the order of the records. */
  private async itemsOf(on: EntityManager, records: PublishedRecord[], origin: string): Promise<FeedItem[]> {
    const found = new Map<string, FeedItem>();
    for (const kind of OWN_FEED_KINDS)
      for (const [id, item] of await this.readKind(on, kind, records, origin)) found.set(id, item);
    return records.flatMap(({ id }) => found.get(id) ?? []);
  }

  private async readKind(
    on: EntityManager,
    kind: FeedKind,
    records: PublishedRecord[],
    origin: string,
  ): Promise<[id: string, item: FeedItem][]> {
    const wanted = records.filter((record) => record.kind === kind);
    const listed = await this.listed.read(
      on,
      kind,
      wanted.map(({ id }) => id),
    );
    return wanted.flatMap((record): [string, FeedItem][] => {
      const item = listed.get(record.id);
      return item ? [[record.id, presentFeedItem(kind, item, record, origin)]] : [];
    });
  }
}

function describe(about: string | null, kinds: MeantRecords['kinds']): string {
  const names = OWN_FEED_KINDS.filter((kind) => kinds.includes(kind)).map(
    (kind) => SEARCH_KIND_PLURALS[kind],
  );
  // A feed of one kind is about nothing else.
  const on = about === null || names.includes(about) ? '' : ` about ${about}`;
  return `What the library adds${on}: ${sayList(names).toLowerCase()}, the newest first.`;
}

/** Of a feed that never had anything in it. */
const NEVER = '1970-01-01T00:00:00.000Z';
const later = (one: string, other: string): string => (one > other ? one : other);
