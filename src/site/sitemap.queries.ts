import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { inUtc } from '../platform/dates/in-utc.sql.js';

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
  async page(page: number): Promise<SitemapPage[]> {
    return await this.source.query<SitemapPage[]>(
      `select a.path, ${CHANGED} as "changedAt" from (${ADDRESSES}) a
       left join ${PUBLIC.record} seen on seen.kind = a.kind and seen.record_id = a.id
       order by a.path collate "C" limit $1 offset $2`,
      [MOST_IN_A_SITEMAP, (page - 1) * MOST_IN_A_SITEMAP],
    );
  }
}

/** A page that search engines may lead to. */
export interface SitemapPage {
  path: string;
  /** When what it shows last changed: RFC 3339, UTC; null where nobody knows. */
  changedAt: string | null;
}

const CHANGED = inUtc('seen.updated_at', 'seconds');

/** A name that only records use has a page, but nothing on it that anyone should be led to. */
const ADDRESSES = `
  select 'theme' as kind, id, '/themes/' || slug as path from ${PUBLIC.acceptedTheme}
  union all select 'review', id, '/reviews/' || slug from ${PUBLIC.review}
  union all select distinct 'review', r.id, '/reviews/' || r.slug || '/progress' from ${PUBLIC.reviewProgress} o
    join ${PUBLIC.review} r on r.id = o.review_id
  union all select 'recommendation', id, path from ${PUBLIC.recommendation}
  union all select 'briefing', id, '/briefings/' || slug from ${PUBLIC.briefing}
  union all select 'resource', id, '/resources/' || slug from ${PUBLIC.resource}`;
