import type { DataSource, EntityManager } from 'typeorm';
import { digestOf } from '../text/digest.js';
import type { ListStatement } from './list-statement.js';
import { prepared } from './prepared.js';

/** What reads: a connection, or the transaction in which all is to be read. */
export type Queryable = Pick<EntityManager, 'query'>;

/** Reads the items of a list by their ids; one that the list would not have is left out. */
export interface ById<Item> {
  byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, Item>>;
}

/** What is read of each item, and from where. */
type Items = Pick<ListStatement, 'id' | 'from' | 'columns'>;

/** Items of a list by their ids, as the list has them. */
export async function itemsById<Item>(
  on: Queryable,
  { conditions, ...items }: Items & Pick<ListStatement, 'conditions'>,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  const { sql, values } = conditions.among(ids, (given) => `${items.id} = any(${given}::uuid[])`);
  return byKey(await on.query<Row<Item>[]>(statementOf(items, sql), values));
}

/** The same without conditions: read and planned once a connection, which takes as long as to answer it. */
export async function anyItemsById<Item>(
  source: DataSource,
  items: Items,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  const text = statementOf(items, `${items.id} = any($1::uuid[])`);
  return byKey(await prepared<Row<Item>>(source, `items ${digestOf([text])}`, text, [ids]));
}

interface Row<Item> {
  key: string;
  item: Item;
}

/** As JSON, so that numbers and dates come as they do in lists. */
const statementOf = ({ id, from, columns }: Items, where: string): string =>
  `select ${id} as key, to_json(item) as item from ${from} cross join lateral (select ${columns}) as item where ${where}`;

const byKey = <Item>(rows: Row<Item>[]): Map<string, Item> =>
  new Map(rows.map(({ key, item }) => [key, item]));
