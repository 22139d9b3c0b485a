import type { DataSource } from 'typeorm';
import type { ListQuery } from '../http/listing/list-query.dto.js';
import type { PageQuery } from '../http/listing/page-query.dto.js';
import { partFrom, partOf } from '../http/listing/part.js';
import { windowOf, type Page } from '../http/listing/page.js';
import { revisionGoneBy } from '../cache/gone-by.js';
import { KeptLists } from './kept-lists.js';
import { libraryOf } from './library-name.js';
import type { ListStatement } from './list-statement.js';

/** One page of one list, to be read. */
export interface WantedPage {
  query: PageQuery;
  statement: ListStatement;
}

const kept = new WeakMap<DataSource, KeptLists>();

function keptOn(source: DataSource): KeptLists {
  const lists = kept.get(source) ?? new KeptLists(source);
  kept.set(source, lists);
  return lists;
}

/**
 * Reads one page of a list and how many items there are in all: one statement, however long the page. Where the request goes
 * by a revision of the content, what was read at that revision is not read again. Where a cursor is given, what comes after it
 * in the order of ids.
 * @throws LibraryError invalid-request or cursor-expired where a cursor does not fit
 */
export async function listPage<Item>(
  source: DataSource,
  query: ListQuery,
  statement: ListStatement,
): Promise<Page<Item>> {
  if (query.cursor !== undefined) return await listPart(source, query, statement);
  const revision = revisionGoneBy();
  const page =
    revision === null || changesByItself(statement)
      ? null
      : await keptOn(source).page<Item>(revision, query, statement);
  if (page) return page;
  const { list } = await listPages<{ list: Item }>(source, { list: { query, statement } });
  return list;
}

/** Columns that go by what is asked for are not those of the record alone; and what goes by the clock changes without a change. */
const changesByItself = ({ from, columns, order, conditions }: ListStatement): boolean =>
  `${from} ${columns} ${order}`.includes('$') ||
  /now\(\)|clock_timestamp|current_/i.test(`${columns} ${order} ${conditions.sql}`);

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
