import { invalidField } from '../errors/library-error.js';
import { isUuid } from './address.js';
import { readCursor, writeCursor, type CursorScope } from './cursor.js';
import type { ListQuery } from './list-query.dto.js';
import { windowOf, type Page } from './page.js';

/** Which part of a list is asked for by a cursor. */
export interface ListedPart {
  /** The id after which it begins. */
  after: string;
  limit: number;
  scope: CursorScope;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * @param list which list it is
 * @throws LibraryError invalid-request, cursor-expired
 */
export function partFrom(query: ListQuery, list: string, library: string): ListedPart {
  const { page, limit } = windowOf(query);
  if (page !== 1) throw invalidField('cursor', 'cursor takes the place of page: leave page out.');
  const scope = { library, reading: [list, filtersOf(query)] };
  const [after] = query.cursor ? readCursor(scope, query.cursor, [isUuid]) : [BEFORE_ALL];
  return { after: after!, limit, scope };
}

/** @param found what comes after the cursor, by id: one more than the part has, if there are more */
export function partOf<Item>(
  { limit, scope }: ListedPart,
  total: number,
  found: readonly { id: string; item: Item }[],
): Page<Item> {
  const shown = found.slice(0, limit);
  const cursor = found.length > limit ? writeCursor(scope, [shown.at(-1)!.id]) : null;
  return { page: 1, limit, total, items: shown.map(({ item }) => item), cursor };
}

/** What narrows a list, in one order. */
const filtersOf = ({ cursor: _c, page: _p, limit: _l, ...filters }: ListQuery): unknown =>
  Object.entries(filters)
    .filter(([name, value]) => name !== 'sort' && value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
