import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { listPage } from '../platform/postgres/list-page.js';
import { published } from '../publishing/published.js';
import type { Page } from '../platform/http/listing/page.js';
import type { PageQuery } from '../platform/http/listing/page-query.dto.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import { themeFamily } from '../themes/theme-family.js';
import type { LearningGroup, LearningPoint, LearningPointItem, LearningPointList } from './learning.model.js';
import { LEARNING_POINT_COLUMNS } from './learning.sql.js';
import type { ReviewRef } from './review-ref.model.js';
import { NEWEST_REVIEW, REVIEW_REF, REVIEW_REF_COLUMNS } from './review.sql.js';

/** Reads what published reviews teach on a theme or on what is narrower, newest review first. */
@Injectable()
export class LearningQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemeQueries,
  ) {}

  /** @throws LibraryError not-found where there is no such theme */
  async list(themeSlug: string, query: PageQuery): Promise<LearningPointList> {
    await this.themes.mustExist(themeSlug);
    const family = await themeFamily(this.source, [themeSlug]);
    return await listPage<LearningPointItem>(this.source, query, {
      id: 'l.id',
      from: `learning_point l join review r on r.id = l.review_id
             join theme t on t.id = l.theme_id join partnership p on p.id = r.publisher_id`,
      conditions: new Conditions(published('r')).among(family, (ids) => `l.theme_id = any(${ids})`),
      order: `${NEWEST_REVIEW}, l.position, l.id`,
      columns: `${LEARNING_POINT_COLUMNS}, ${REVIEW_REF} as review`,
    });
  }

  /** Grouped by review: `page`, `limit` and `total` count reviews. */
  async byReview(themeSlug: string, query: PageQuery): Promise<Page<LearningGroup>> {
    const family = await themeFamily(this.source, [themeSlug]);
    const page = await listPage<ReviewRef & { id: string }>(this.source, query, {
      id: 'r.id',
      from: 'review r join partnership p on p.id = r.publisher_id',
      conditions: new Conditions(published('r')).among(
        family,
        (ids) => `r.id in (select l.review_id from learning_point l where l.theme_id = any(${ids}))`,
      ),
      order: NEWEST_REVIEW,
      columns: `r.id, ${REVIEW_REF_COLUMNS}`,
    });
    const points = await this.source.query<(LearningPoint & { reviewId: string })[]>(
      `select l.review_id as "reviewId", ${LEARNING_POINT_COLUMNS}
       from learning_point l join theme t on t.id = l.theme_id join review r on r.id = l.review_id
       where l.review_id = any($1) and l.theme_id = any($2) and ${published('r')} order by l.position, l.id`,
      [page.items.map(({ id }) => id), family],
    );
    const ofReview = Map.groupBy(points, ({ reviewId }) => reviewId);
    return {
      ...page,
      items: page.items.map(({ id, ...review }) => ({
        review,
        points: (ofReview.get(id) ?? []).map(({ reviewId: _, ...point }) => point),
      })),
    };
  }
}
