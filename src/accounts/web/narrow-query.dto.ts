import { IsOptional, IsString, MaxLength } from 'class-validator';
import { EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { PageQuery } from '../../platform/http/listing/page-query.dto.js';
import type { Page } from '../../platform/http/listing/page.js';
import { paginationOf, type Pagination } from '../../platform/pages/pagination.js';

/** A long list of names, narrowed and page by page. */
export class NarrowQuery extends PageQuery {
  /** Part of a name. */
  @EmptyIsNothing()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;
}

const ON_A_PAGE = 50;

/** What a page shows of such a list. */
export interface NamedPage<Item> {
  items: Item[];
  /** How many fit. */
  total: number;
  /** Offered where not all of them stand on one page. */
  canNarrow: boolean;
  given: { name: string };
  pagination: Pagination | null;
}

/** @param wordsOf what of an item is looked through */
export function pageByName<Item>(
  all: readonly Item[],
  { name = '', page = 1 }: NarrowQuery,
  path: string,
  wordsOf: (item: Item) => string,
): NamedPage<Item> {
  const fitting = all.filter((item) => wordsOf(item).toLowerCase().includes(name.toLowerCase()));
  const window: Omit<Page<Item>, 'items'> = { page, limit: ON_A_PAGE, total: fitting.length };
  const items = fitting.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  const address = (number: number): string =>
    `${path}?${new URLSearchParams({ ...(name && { name }), page: String(number) }).toString()}`;
  return {
    ...{ items, total: fitting.length, canNarrow: all.length > ON_A_PAGE, given: { name } },
    pagination: paginationOf(window, address),
  };
}
