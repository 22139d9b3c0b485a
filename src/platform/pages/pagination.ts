import type { Page } from '../http/listing/page.js';

interface PaginationLink {
  href: string;
}

/** What `govukPagination` takes. */
export interface Pagination {
  previous?: PaginationLink;
  next?: PaginationLink;
  items: ({ number: number; href: string; current: boolean } | { ellipsis: true })[];
}

/** Links to the other pages of a list: the first, the last and the neighbours. Null where one page holds everything. */
export function paginationOf(
  { page, limit, total }: Omit<Page<unknown>, 'items'>,
  address: (page: number) => string,
): Pagination | null {
  const last = Math.ceil(total / limit);
  // A page beyond the end is empty; it still offers the way back.
  if (last <= 1 && page <= 1) return null;
  const wanted = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((number) => number >= 1 && number <= last)
    .sort((a, b) => a - b);
  const items: Pagination['items'] = [];
  let before = 0;
  for (const number of wanted) {
    // Where a gap would hide a single page, the page takes no more room than the gap.
    if (number === before + 2) items.push({ number: before + 1, href: address(before + 1), current: false });
    else if (number > before + 1) items.push({ ellipsis: true });
    items.push({ number, href: address(number), current: number === page });
    before = number;
  }
  return {
    ...(page > 1 && { previous: { href: address(Math.min(page - 1, Math.max(last, 1))) } }),
    ...(page < last && { next: { href: address(page + 1) } }),
    items,
  };
}

/** “Showing 21 to 40 of 57 reviews”, or only how many there are where they are all shown. */
export function sayShown(
  { page, limit, total }: Omit<Page<unknown>, 'items'>,
  one: string,
  many = `${one}s`,
): string {
  const number = total.toLocaleString('en-GB');
  if (total === 0) return `No ${many}`;
  const first = (page - 1) * limit + 1;
  if (first > total) return `${number} ${total === 1 ? one : many}, none on this page`;
  if (total <= limit) return `${number} ${total === 1 ? one : many}`;
  const upTo = Math.min(page * limit, total);
  return `Showing ${first.toLocaleString('en-GB')} to ${upTo.toLocaleString('en-GB')} of ${number} ${many}`;
}
