import type { EntityManager } from 'typeorm';
import type { ListStatement } from './list-statement.js';

/** What reads: a connection, or the transaction in which all is to be read. */
export type Queryable = Pick<EntityManager, 'query'>;

/** Reads the items of a list by their ids; one that the list would not have is left out. */
export interface ById<Item> {
  byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, Item>>;
}

/** Items of a list by their ids, as the list has them. */
export async function itemsById<Item>(
  on: Queryable,
  { id, from, conditions, columns }: Omit<ListStatement, 'order'>,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  const { sql, values } = conditions.among(ids, (given) => `${id} = any(${given}::uuid[])`);
  // As JSON, so that numbers and dates come as they do in lists.
  const rows = await on.query<{ key: string; item: Item }[]>(
    `select ${id} as key, to_json(item) as item from ${from} cross join lateral (select ${columns}) as item where ${sql}`,
    values,
  );
  return new Map(rows.map(({ key, item }) => [key, item]));
}
