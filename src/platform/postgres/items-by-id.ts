import type { EntityManager } from 'typeorm';
import type { ListStatement } from './list-page.js';

/**
 * Items of a list by their ids, as the list has them, in no order of their own.
 * @returns those that the list can have; a record that is not seen any more is left out
 */
export async function itemsById<Item>(
  on: Pick<EntityManager, 'query'>,
  { id, from, conditions, columns }: ListStatement,
  ids: readonly string[],
): Promise<Map<string, Item>> {
  const { sql, values } = conditions.among(ids, (given) => `${id} = any(${given}::uuid[])`);
  const rows = await on.query<{ key: string; item: Item }[]>(
    `select key, to_json(item) as item from (
       select ${id} as key, item from ${from} cross join lateral (select ${columns}) as item where ${sql}) as found`,
    values,
  );
  return new Map(rows.map(({ key, item }) => [key, item]));
}
