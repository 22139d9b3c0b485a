import type { DataSource } from 'typeorm';
import type { ListQuery } from '../http/listing/list-query.dto.js';
import type { PageQuery } from '../http/listing/page-query.dto.js';
import { partFrom, partOf } from '../http/listing/part.js';
import { windowOf, type Page } from '../http/listing/page.js';
import type { Conditions } from './conditions.js';
import { libraryOf } from './library-name.js';

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

/** One page of one list, to be read. */
export interface WantedPage {
  query: PageQuery;
  statement: ListStatement;
}

/**
 * Reads one page of a list and how many items there are in all: one statement, however long the page. Where a cursor is given,
 * what comes after it in the order of ids.
 * @throws LibraryError invalid-request or cursor-expired where a cursor does not fit
 */
export async function listPage<Item>(
  source: DataSource,
  query: ListQuery,
  statement: ListStatement,
): Promise<Page<Item>> {
  if (query.cursor !== undefined) return await listPart(source, query, statement);
  const { list } = await listPages<{ list: Item }>(source, { list: { query, statement } });
  return list;
}

/** Reads a page of each of several lists, all of them in one statement. */
export async function listPages<Items extends object>(
  source: DataSource,
  wanted: { [Name in keyof Items]: WantedPage },
): Promise<{ [Name in keyof Items]: Page<Items[Name]> }> {
  const values: unknown[] = [];
  const lists = Object.entries<WantedPage>(wanted).map(([name, { query, statement }]) => {
    const { limit, offset } = windowOf(query);
    const own = [...statement.conditions.values, limit, offset];
    const text = numberedFrom(values.length, asJson(statement));
    values.push(...own);
    return `(${text}) as "${name}"`;
  });
  const [row] = await source.query<Record<string, { total: number; items: unknown[] }>[]>(
    `select ${lists.join(', ')}`,
    values,
  );
  const pages = Object.entries<WantedPage>(wanted).map(([name, { query }]) => {
    const { page, limit } = windowOf(query);
    return [name, { page, limit, ...row![name]! }];
  });
  return Object.fromEntries(pages) as { [Name in keyof Items]: Page<Items[Name]> };
}

/** A statement whose placeholders follow those of another, for both of them in one. */
export const numberedFrom = (taken: number, statement: string): string =>
  statement.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + taken}`);

/** What is found is looked for once, for the page and for the total; only beyond the last page it has to be counted. */
function asJson({ id, from, conditions, order, columns }: ListStatement): string {
  const where = `from ${from} where ${conditions.sql}`;
  const window = `limit $${conditions.values.length + 1} offset $${conditions.values.length + 2}`;
  return `
    with shown as materialized (
      select ${id} as id, count(*) over ()::int as total ${where} order by ${order} ${window})
    select json_build_object(
      'total', coalesce((select total from shown limit 1), (select count(*)::int ${where})),
      'items', coalesce((
        select json_agg(item) from (
          select ${columns} from ${from} where ${id} in (select id from shown) order by ${order}) as item), '[]'::json))`;
}

async function listPart<Item>(
  source: DataSource,
  query: ListQuery,
  { id, from, conditions, columns }: ListStatement,
): Promise<Page<Item>> {
  const part = partFrom(query, from, await libraryOf(source));
  const counted = conditions.sql;
  const { sql, values } = conditions.among([part.after], (place) => `${id} > all(${place}::uuid[])`);
  const [row] = await source.query<{ total: number; found: { id: string; item: Item }[] }[]>(
    `select (select count(*)::int from ${from} where ${counted}) as total, (
       select coalesce(json_agg(found order by found.id), '[]'::json) from (
         select ${id} as id, item from ${from} cross join lateral (select ${columns}) as item
         where ${sql} order by ${id} limit $${values.length + 1}) as found) as found`,
    [...values, part.limit + 1],
  );
  return partOf(part, row!.total, row!.found);
}
