import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isUuid } from '../platform/http/listing/address.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage, type WantedPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { PUBLIC } from '../publishing/audience.js';
import { readFilters } from '../publishing/named-values.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { SummaryNotices } from '../publishing/summary-notice.js';
import { Tombstones } from '../publishing/tombstones.js';
import type { PageQuery } from '../platform/http/listing/page-query.dto.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import { familyOf } from '../themes/theme.sql.js';
import type { LearningListQuery } from './api/learning-query.dto.js';
import type { LearningPointDetail, LearningPointItem, LearningPointList } from './learning.model.js';
import { LEARNING_POINT_COLUMNS, LEARNING_POINTS, LEARNING_SORTS, teaches } from './learning.sql.js';
import { ReviewSlugs } from './review-slugs.js';
import { NEWEST_REVIEW, REVIEW_REF, REVIEWS, withReviewCodes } from './review.sql.js';

type LearningPointRow = Omit<LearningPointDetail, 'summarised'> & { summarised: boolean };

/** Reads what published reviews teach. */
@Injectable()
export class LearningQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemeQueries,
    private readonly themeNames: ThemesByName,
    private readonly publishers: PublishersByName,
    private readonly reviews: ReviewSlugs,
    private readonly tombstones: Tombstones,
    private readonly notices: SummaryNotices,
  ) {}

  async list(given: LearningListQuery): Promise<LearningPointList> {
    const { query, unknown } = await readFilters(given, {
      theme: (values) => this.themeNames.find(values),
      review: (values) => this.reviews.find(values),
      publisher: (values) => this.publishers.find(values),
    });
    const found = await listPage<LearningPointItem>(this.source, query, listed(query));
    return { ...found, unknown };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, LearningPointItem>> {
    return await itemsById(on, listed({}), ids);
  }

  /** @throws LibraryError not-found, also where its review is not published */
  async find(id: string): Promise<LearningPointDetail> {
    const [row] = isUuid(id) ? await this.source.query<LearningPointRow[]>(LEARNING_POINT, [id]) : [];
    if (!row)
      throw await this.tombstones.missing(
        `/learning/${id.toLowerCase()}`,
        'There is no learning point with this id.',
      );
    return this.notices.on(row, 'report');
  }

  /**
   * Those on one theme or on what is narrower, newest review first.
   * @throws LibraryError not-found where there is no such theme
   */
  async ofTheme(themeSlug: string, query: PageQuery): Promise<LearningPointList> {
    const { familyIds } = await this.themes.family(themeSlug);
    const found = await listPage<LearningPointItem>(this.source, query, {
      id: 'l.id',
      from: LEARNING_POINTS,
      conditions: new Conditions(teaches('l')).among(familyIds, (ids) => `l.theme_id = any(${ids})`),
      order: LEARNING_SORTS['-publishedOn'],
      columns: ITEM,
    });
    return { ...found, unknown: [] };
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

const ITEM = `${LEARNING_POINT_COLUMNS}, ${REVIEW_REF} as review`;

const LEARNING_POINT = `
  select ${ITEM}, ${sourceLinks('r')} as sources, r.summarised from ${LEARNING_POINTS} where l.id = $1`;

const listed = (query: LearningListQuery): ListStatement => ({
  id: 'l.id',
  from: LEARNING_POINTS,
  conditions: withReviewCodes(new Conditions(teaches('l')), query)
    .filter(query.learningKind, (kinds) => `l.kind = any(${kinds})`)
    .filter(query.review, (slugs) => `r.slug = any(${slugs})`)
    .filter(query.year, (years) => `r.year = any(${years})`)
    .filter(query.publisher, (publishers) => publishedBy('r.publisher_id', publishers))
    .filter(query.theme, (slugs) => `l.theme_id = any(${familyOf(slugs)})`),
  order: LEARNING_SORTS[query.sort ?? '-publishedOn'],
  columns: ITEM,
});
