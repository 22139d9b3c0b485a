import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { KeptRecords } from '../cache/kept-records.js';
import { windowOf, type Page } from '../http/listing/page.js';
import type { PageQuery } from '../http/listing/page-query.dto.js';
import { anyItemsById } from './items-by-id.js';
import type { ListStatement } from './list-statement.js';

/** So far into a list its order is kept; nobody reads further, and whoever loads all of it has cursors. */
const MOST_IN_ORDER = 2000;
/** Places in all lists together. */
const MOST_PLACES = 200_000;
/** Records of one sort. */
const MOST_RECORDS = 4000;

interface Order {
  revision: string;
  found: Promise<{ total: number; ids: string[] }>;
}

/**
 * Keeps, for as long as the content stays as it is, in which order lists stand, how many there are, and what the records in
 * them are: another page of a list then asks nothing, and another list only for what no list has shown before.
 */
export class KeptLists {
  private readonly orders = new LRUCache<string, Order>({
    ...{ maxSize: MOST_PLACES, sizeCalculation: () => 50 },
  });
  private readonly records = new Map<string, KeptRecords<unknown>>();

  constructor(private readonly source: DataSource) {}

  /**
   * @param revision of the content, read before (see `contentRevision`)
   * @returns null for a page so deep in a list that it is not kept
   */
  async page<Item>(revision: string, query: PageQuery, statement: ListStatement): Promise<Page<Item> | null> {
    const { page, limit, offset } = windowOf(query);
    if (offset + limit > MOST_IN_ORDER) return null;
    const { total, ids } = await this.order(revision, statement);
    const records = await this.recordsOf(statement).read(ids.slice(offset, offset + limit), revision);
    return { page, limit, total, items: [...records.values()] as Item[] };
  }

  /** Whoever asks for a list while it is read waits for that reading. */
  private async order(revision: string, statement: ListStatement): Promise<Awaited<Order['found']>> {
    const { id, from, conditions, order } = statement;
    const key = JSON.stringify([id, from, conditions.sql, order, conditions.values]);
    const kept = this.orders.get(key);
    if (kept?.revision === revision) return await kept.found;
    const found = this.read(statement);
    const made = { revision, found };
    this.orders.set(key, made);
    found.then(
      ({ ids }) => {
        if (this.orders.peek(key) === made) this.orders.set(key, made, { size: ids.length + 50 });
      },
      () => {
        if (this.orders.peek(key) === made) this.orders.delete(key);
      },
    );
    return await found;
  }

  private async read({ id, from, conditions, order }: ListStatement): Promise<Awaited<Order['found']>> {
    const [row] = await this.source.query<{ total: number; ids: string[] }[]>(
      `select coalesce(max(total), 0) as total, coalesce(json_agg(id), '[]'::json) as ids from (
         select ${id} as id, count(*) over ()::int as total from ${from} where ${conditions.sql}
         order by ${order} limit ${MOST_IN_ORDER}) as found`,
      conditions.values,
    );
    return row!;
  }

  private recordsOf({ id, from, columns }: ListStatement): KeptRecords<unknown> {
    const key = `${id} ${from} ${columns}`;
    const kept = this.records.get(key);
    if (kept) return kept;
    const records = new KeptRecords<unknown>(
      async (ids) => await anyItemsById(this.source, { id, from, columns }, ids),
      MOST_RECORDS,
    );
    this.records.set(key, records);
    return records;
  }
}
