import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { listPage } from '../platform/postgres/list-page.js';
import { published } from '../publishing/published.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { isUuid } from '../platform/http/listing/address.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import { REVIEW_REF, withReviewCodes } from '../reviews/review.sql.js';
import { themeFamily } from '../themes/theme-family.js';
import type { RecommendationListQuery } from './api/recommendation-query.dto.js';
import type { RecommendationItem, RecommendationList, ReviewRecommendation } from './recommendation.model.js';
import { RECOMMENDATION_COLUMNS, RECOMMENDATION_SORTS } from './recommendation.sql.js';

/** Reads the recommendations of published reviews. */
@Injectable()
export class RecommendationQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async list(query: RecommendationListQuery): Promise<RecommendationList> {
    const family = query.theme?.length ? await themeFamily(this.source, query.theme) : undefined;
    const conditions = withReviewCodes(new Conditions(published('r')), query)
      .filter(query.scope, (scopes) => `c.scope = any(${scopes})`)
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

  /** Those of one review, in its order. */
  async ofReview(reviewId: string): Promise<ReviewRecommendation[]> {
    return await this.source.query<ReviewRecommendation[]>(OF_REVIEW, [reviewId]);
  }
}

const FROM =
  'recommendation c join review r on r.id = c.review_id join partnership p on p.id = r.publisher_id';
const COLUMNS = `${RECOMMENDATION_COLUMNS}, ${REVIEW_REF} as review`;

const OF_REVIEW = `
  select ${RECOMMENDATION_COLUMNS} from recommendation c join review r on r.id = c.review_id
  where c.review_id = $1 and ${published('r')} order by c.position, c.id`;
