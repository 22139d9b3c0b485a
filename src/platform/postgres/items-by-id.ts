import type { EntityManager } from 'typeorm';
import type { ListStatement } from './list-statement.js';

/** What reads: a connection, or the transaction in which all is to be read. */
export type Queryable = Pick<EntityManager, 'query'>;

/** Reads the items of a list by their ids; one that the list would not have is left out. */
export interface ById<Item> {
  byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, Item>>;
}

/** Items of a list by their ids, as the list has them. */
export async function itemsById<Item extends { id: string }>(
  on: Queryable,
  { id, from, conditions, columns }: ListStatement,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  const { sql, values } = conditions.among(ids, (given) => `${id} = any(${given}::uuid[])`);
  // As JSON, so that numbers and dates come as they do in lists.
  const rows = await on.query<{ item: Item }[]>(
    `select to_json(item) as item from (select ${columns} from ${from} where ${sql}) as item`,
    values,
  );
  return new Map(rows.map(({ item }) => [item.id, item]));
}
