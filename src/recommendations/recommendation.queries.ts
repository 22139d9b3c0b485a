import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../database/conditions.js';
import { listPage } from '../database/list-page.js';
import { published } from '../database/published.js';
import { LibraryError } from '../errors/library-error.js';
import { isUuid } from '../listing/address.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import { REVIEW_REF } from '../reviews/review.sql.js';
import { themeFamily } from '../themes/theme-family.js';
import type { RecommendationListQuery } from './api/recommendation-query.dto.js';
import type { RecommendationItem, RecommendationList } from './recommendation.model.js';
import { RECOMMENDATION_COLUMNS, RECOMMENDATION_SORTS } from './recommendation.sql.js';

/** Reads the recommendations of published reviews. */
@Injectable()
export class RecommendationQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(query: RecommendationListQuery): Promise<RecommendationList> {
    const family = query.theme?.length ? await themeFamily(this.source, query.theme) : undefined;
    const conditions = new Conditions(published('r'))
      .filter(query.scope, (scopes) => `c.scope = any(${scopes})`)
      .filter(query.type, (types) => `r.type = any(${types})`)
      .filter(query.year, (years) => `r.year = any(${years})`)
      .filter(query.publisher, (publishers) => publishedBy('r.publisher_id', publishers))
      .filter(
        query.agency,
        (agencies) =>
          `c.id in (select ca.recommendation_id from recommendation_addressee ca join agency a on a.id = ca.agency_id
                    where a.slug = any(${agencies}))`,
      )
      .among(
        family,
        (ids) =>
          `c.id in (select ct.recommendation_id from recommendation_theme ct where ct.theme_id = any(${ids}))`,
      );
    return await listPage<RecommendationItem>(this.source, query, {
      id: 'c.id',
      from: FROM,
      conditions,
      order: RECOMMENDATION_SORTS[query.sort ?? '-publishedOn'],
      columns: COLUMNS,
    });
  }

  /** @throws LibraryError not-found, also where its review is not published */
  async find(id: string): Promise<RecommendationItem> {
    const [item] = isUuid(id)
      ? await this.source.query<RecommendationItem[]>(
          `select ${COLUMNS} from ${FROM} where c.id = $1 and ${published('r')}`,
          [id],
        )
      : [];
    if (!item) throw new LibraryError('not-found', 'There is no recommendation with this address.');
    return item;
  }
}

const FROM =
  'recommendation c join review r on r.id = c.review_id join partnership p on p.id = r.publisher_id';
const COLUMNS = `${RECOMMENDATION_COLUMNS}, ${REVIEW_REF} as review`;
