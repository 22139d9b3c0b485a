import type { DataSource } from 'typeorm';
import type { PageQuery } from '../http/listing/page-query.dto.js';
import { windowOf, type Page } from '../http/listing/page.js';
import type { Conditions } from './conditions.js';

/** How one list is read. */
export interface ListStatement {
  /** The column that identifies a row, and the tables. */
  id: string;
  from: string;
  conditions: Conditions;
  /** From an allow-list, never a visitor's words. */
  order: string;
  /** What each item holds: worked out for the page that is shown, not for every row that is sorted. */
  columns: string;
}

/** Reads one page of a list and how many items there are in all: two statements, however long the page. */
export async function listPage<Item>(
  source: DataSource,
  query: PageQuery,
  { id, from, conditions, order, columns }: ListStatement,
): Promise<Page<Item>> {
  const { page, limit, offset } = windowOf(query);
  const where = `from ${from} where ${conditions.sql}`;
  const window = `limit $${conditions.values.length + 1} offset $${conditions.values.length + 2}`;
  const [[count], items] = await Promise.all([
    source.query<{ total: number }[]>(`select count(*)::int as total ${where}`, conditions.values),
    source.query<Item[]>(
      `with shown as materialized (select ${id} as id ${where} order by ${order} ${window})
       select ${columns} from ${from} where ${id} in (select id from shown) order by ${order}`,
      [...conditions.values, limit, offset],
    ),
  ]);
  return { page, limit, total: count!.total, items };
}
