import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { listPage, type WantedPage } from '../platform/postgres/list-page.js';
import { PUBLIC } from '../publishing/audience.js';
import type { PageQuery } from '../platform/http/listing/page-query.dto.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import type { LearningPointItem, LearningPointList } from './learning.model.js';
import { LEARNING_POINT_COLUMNS, teaches } from './learning.sql.js';
import { NEWEST_REVIEW, REVIEW_REF, REVIEWS } from './review.sql.js';

/** Reads what published reviews teach on a theme or on what is narrower, newest review first. */
@Injectable()
export class LearningQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemeQueries,
  ) {}

  /** @throws LibraryError not-found where there is no such theme */
  async list(themeSlug: string, query: PageQuery): Promise<LearningPointList> {
    const { familyIds } = await this.themes.family(themeSlug);
    return await listPage<LearningPointItem>(this.source, query, {
      id: 'l.id',
      from: `${PUBLIC.learningPoint} l join ${PUBLIC.review} r on r.id = l.review_id
             join ${PUBLIC.publisher} p on p.id = r.publisher_id`,
      conditions: new Conditions(teaches('l')).among(familyIds, (ids) => `l.theme_id = any(${ids})`),
      order: `${NEWEST_REVIEW}, l.position, l.id`,
      columns: `${LEARNING_POINT_COLUMNS}, ${REVIEW_REF} as review`,
    });
  }

  /**
   * Grouped by review, with those that only name the theme: `page`, `limit` and `total` count reviews.
   * @param familyIds of a theme and all that is narrower
   */
  byReview(familyIds: string[], query: PageQuery): WantedPage {
    const onTheme = (ids: string): string => `l.theme_id = any(${ids})`;
    return {
      query,
      statement: {
        id: 'r.id',
        from: REVIEWS,
        conditions: new Conditions().among(
          familyIds,
          (ids) => `r.id in (select l.review_id from ${PUBLIC.learningPoint} l where ${onTheme(ids)})`,
        ),
        order: NEWEST_REVIEW,
        // The first parameter is the family.
        columns: `${REVIEW_REF} as review,
          (select json_agg(point) from (
             select ${LEARNING_POINT_COLUMNS} from ${PUBLIC.learningPoint} l
             where l.review_id = r.id and ${onTheme('$1')} order by l.position, l.id) as point) as points`,
      },
    };
  }
}
