import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { prepared } from '../platform/postgres/prepared.js';
import { PUBLIC } from '../publishing/audience.js';
import { FilterChoices, type Choices } from '../publishing/filter-choices.js';
import { readFilters, type ReadFilters } from '../publishing/named-values.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { SummaryNotices } from '../publishing/summary-notice.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug, isUuid } from '../platform/http/listing/address.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import { REVIEW_CHOICES, REVIEW_REF, withReviewCodes } from '../reviews/review.sql.js';
import { ReviewSlugs } from '../reviews/review-slugs.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { themeChoice } from '../themes/theme-counts.sql.js';
import { familyOf } from '../themes/theme.sql.js';
import { AgenciesByName } from './agencies-by-name.js';
import type { RecommendationListQuery } from './api/recommendation-query.dto.js';
import type {
  RecommendationDetail,
  RecommendationItem,
  RecommendationList,
  ReviewRecommendation,
} from './recommendation.model.js';
import {
  RECOMMENDATION_COLUMNS,
  RECOMMENDATION_SORTS,
  RECOMMENDATIONS_OF_REVIEWS,
} from './recommendation.sql.js';

type RecommendationRow = Omit<RecommendationDetail, 'summarised'> & { summarised: boolean };

/** What is at an address, and what else that can be seen had it before. */
export interface RecommendationAt {
  item: RecommendationDetail;
  before: Pick<RecommendationDetail, 'number' | 'url'>[];
}

interface AtRow {
  id: string;
  number: string | null;
  /** Null where it is withdrawn. */
  path: string | null;
  /** It had this number before, and has another one now, or none. */
  isBefore: boolean;
}

/** Reads the recommendations of published reviews. */
@Injectable()
export class RecommendationQueries {
  private readonly filters: FilterChoices<RecommendationChoice, RecommendationListQuery>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
    private readonly notices: SummaryNotices,
    private readonly themes: ThemesByName,
    private readonly publishers: PublishersByName,
    private readonly agencies: AgenciesByName,
    private readonly reviews: ReviewSlugs,
  ) {
    this.filters = new FilterChoices(source, CHOICES, (query: RecommendationListQuery) => this.listed(query));
  }

  async list(given: RecommendationListQuery): Promise<RecommendationList> {
    const { query, unknown } = await this.read(given);
    return { ...(await listPage<RecommendationItem>(this.source, query, this.listed(query))), unknown };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, RecommendationItem>> {
    return await itemsById(on, this.listed({}), ids);
  }

  /** The values to filter the list by, with how many recommendations each would find beside the filters that are on. */
  async choices(query: RecommendationListQuery): Promise<Choices<RecommendationChoice>> {
    return await this.filters.get((await this.read(query)).query);
  }

  /**
   * The query with what the library calls its agencies, publishers and themes, and what of them it does not know.
   * @param agencies `name`: people choose agencies by name, and so find those of two partnerships that have the same one
   */
  async read(
    query: RecommendationListQuery,
    agencies: 'name' | 'as given' = 'as given',
  ): Promise<ReadFilters<RecommendationListQuery>> {
    return await readFilters(query, {
      theme: (values) => this.themes.find(values),
      agency: (values) => this.agencies.find(values, agencies),
      publisher: (values) => this.publishers.find(values),
      review: (values) => this.reviews.find(values),
    });
  }

  /** @param familyIds of a theme and all that is narrower: only what carries one of these */
  listed(query: RecommendationListQuery, familyIds?: string[]): ListStatement {
    const onThemes = (ids: string): string =>
      `c.id in (select tagged.recommendation_id from recommendation_theme tagged where tagged.theme_id = any(${ids}))`;
    return {
      id: 'c.id',
      from: RECOMMENDATIONS_OF_REVIEWS,
      conditions: withReviewCodes(new Conditions(), query)
        .filter(query.review, (slugs) => `r.slug = any(${slugs})`)
        .filter(query.scope, (scopes) => `c.scope = any(${scopes})`)
        .filter(query.year, (years) => `r.year = any(${years})`)
        .filter(query.publisher, (publishers) => publishedBy('r.publisher_id', publishers))
        .filter(
          query.agency,
          (agencies) => `c.id in (select a.recommendation_id from ${PUBLIC.addressee} a
                                  where a.slug = any(${agencies}) or a.name = any(${agencies}))`,
        )
        .filter(query.theme, (slugs) => onThemes(familyOf(slugs)))
        .among(familyIds, onThemes),
      order: RECOMMENDATION_SORTS[query.sort ?? '-publishedOn'],
      columns: COLUMNS,
    };
  }

  /** @throws LibraryError not-found, also where its review is not published */
  async find(id: string): Promise<RecommendationDetail> {
    const [item] = isUuid(id)
      ? await prepared<RecommendationRow>(this.source, 'recommendation', RECOMMENDATION, [id])
      : [];
    if (!item)
      throw await this.tombstones.missing(
        `/recommendations/${id.toLowerCase()}`,
        'There is no recommendation with this address.',
      );
    return this.notices.on(item, 'report');
  }

  /**
   * What an address of a review and a number in it leads to. One that has the number now comes first; without one, the
   * recommendation is followed that had it before.
   * @param key the number, or the beginning of an id
   * @throws LibraryError not-found, also where several have the number: each has an address of its own then
   */
  async at(review: string, key: string): Promise<RecommendationAt> {
    const address = `/recommendations/${review}/${key}`;
    const rows = isSlug(address) ? await this.source.query<AtRow[]>(AT, [review, key.toLowerCase()]) : [];
    const now = rows.filter(({ isBefore }) => !isBefore);
    const [one, ...others] = now.length > 0 ? now : rows;
    if (!one || others.length > 0)
      throw await this.tombstones.missing(address, 'There is no recommendation with this address.');
    const before = rows.flatMap(({ number, path }) => (path === null ? [] : { number, url: path }));
    return { item: await this.find(one.id), before: before.filter(({ url }) => url !== one.path) };
  }

  /** Those of one review, in its order. */
  async ofReview(reviewId: string): Promise<ReviewRecommendation[]> {
    return await prepared<ReviewRecommendation>(
      this.source,
      'recommendations-of-review',
      RECOMMENDATIONS_OF_REVIEW,
      [reviewId],
    );
  }
}

/** Agencies by name: those of two partnerships may have the same one, and are asked for together. */
const CHOICES = {
  ...REVIEW_CHOICES,
  agency: {
    value: 'a.name',
    join: (id: string) => `join ${PUBLIC.addressee} a on a.recommendation_id = ${id}`,
  },
  scope: { value: 'c.scope' },
  theme: themeChoice((id) => `tag.noun = 'recommendation' and tag.record_id = ${id}`),
};

/** What the list can be filtered by. */
export type RecommendationChoice = keyof typeof CHOICES;

const COLUMNS = `${RECOMMENDATION_COLUMNS}, ${REVIEW_REF} as review`;

const RECOMMENDATION = `
  select ${COLUMNS}, ${sourceLinks('r')} as sources, r.summarised from ${RECOMMENDATIONS_OF_REVIEWS} where c.id = $1`;

/** The recommendations of a review, by its id, `$1`. */
export const RECOMMENDATIONS_OF_REVIEW = `
  select ${RECOMMENDATION_COLUMNS} from ${RECOMMENDATIONS_OF_REVIEWS} where c.review_id = $1
  order by c.position, c.id`;

const AT = `
  select c.id, c.number, seen.path,
    recommendation_key(c.number) is distinct from $2 and left(c.id::text, 8) <> $2 as "isBefore"
  from recommendation c join ${PUBLIC.review} r on r.id = c.review_id
  left join ${PUBLIC.recommendation} seen on seen.id = c.id
  where r.slug = $1 and c.left_source_at is null
    and (recommendation_key(c.number) = $2 or left(c.id::text, 8) = $2 or exists (
      select 1 from recommendation_version v where v.recommendation_id = c.id and recommendation_key(v.number) = $2))
  order by c.position, c.id`;
