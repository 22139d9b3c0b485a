import type { PageQuery } from './page-query.dto.js';

/** One page of a list, and how many there are in all. */
export interface Page<Item> {
  page: number;
  limit: number;
  total: number;
  items: Item[];
  /** Of a list that is read by cursors: where the next part begins; null at the end. */
  cursor?: string | null;
}

/** The window that a page query asks for. */
export function windowOf(query: PageQuery): { page: number; limit: number; offset: number } {
  const { page = 1, limit = 20 } = query;
  return { page, limit, offset: (page - 1) * limit };
}
