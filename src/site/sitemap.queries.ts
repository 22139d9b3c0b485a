import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';

/** A sitemap may hold 50,000 addresses (sitemaps.org); those of the pages that are no record's stand in the first as well. */
export const MOST_IN_A_SITEMAP = 49_900;

/** The addresses of all records that the public may see. */
@Injectable()
export class SitemapQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async count(): Promise<number> {
    const [row] = await this.source.query<{ total: number }[]>(
      `select count(*)::int as total from (${ADDRESSES}) a`,
    );
    return row!.total;
  }

  /** @param page from 1 */
  async page(page: number): Promise<string[]> {
    const rows = await this.source.query<{ path: string }[]>(
      `select path from (${ADDRESSES}) a order by path collate "C" limit $1 offset $2`,
      [MOST_IN_A_SITEMAP, (page - 1) * MOST_IN_A_SITEMAP],
    );
    return rows.map(({ path }) => path);
  }
}

/** A name that only records use has a page, but nothing on it that anyone should be led to. */
const ADDRESSES = `
  select '/themes/' || slug as path from ${PUBLIC.acceptedTheme}
  union all select '/reviews/' || slug from ${PUBLIC.review}
  union all select distinct '/reviews/' || r.slug || '/progress' from ${PUBLIC.reviewProgress} o
    join ${PUBLIC.review} r on r.id = o.review_id
  union all select path from ${PUBLIC.recommendation}
  union all select '/briefings/' || slug from ${PUBLIC.briefing}
  union all select '/resources/' || slug from ${PUBLIC.resource}`;
