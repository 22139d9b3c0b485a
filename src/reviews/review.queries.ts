import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { prepared } from '../platform/postgres/prepared.js';
import { readTogether } from '../platform/postgres/read-together.js';
import { partialDate } from '../platform/dates/partial-date.sql.js';
import { PUBLIC } from '../publishing/audience.js';
import { FilterChoices, type Choices } from '../publishing/filter-choices.js';
import { readFilters, type ReadFilters } from '../publishing/named-values.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { SummaryNotices, type Noticed } from '../publishing/summary-notice.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug } from '../platform/http/listing/address.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { themeChoice } from '../themes/theme-counts.sql.js';
import { familyOf } from '../themes/theme.sql.js';
import type { ReviewListQuery } from './api/review-query.dto.js';
import type { SourceLink } from '../publishing/source-link.model.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import type { NamedReview } from './review-ref.model.js';
import type { LearningPoint } from './learning.model.js';
import { LEARNING_POINT_COLUMNS, LEARNING_POINTS } from './learning.sql.js';
import type { ReviewDocumentLink, ReviewList, ReviewSummary } from './review.model.js';
import {
  onThemes,
  REVIEW_CHOICES,
  REVIEW_REF_COLUMNS,
  REVIEW_SORTS,
  REVIEW_SUMMARY_COLUMNS,
  REVIEW_THEMES,
  REVIEWS,
  withReviewCodes,
} from './review.sql.js';

/** Reads published reviews. */
@Injectable()
export class ReviewQueries {
  private readonly filters: FilterChoices<ReviewChoice, ReviewListQuery>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
    private readonly notices: SummaryNotices,
    private readonly themes: ThemesByName,
    private readonly publishers: PublishersByName,
  ) {
    const choices = { ...REVIEW_CHOICES, theme: themeChoice((id) => `tag.review_id = ${id}`) };
    this.filters = new FilterChoices(source, choices, listed);
  }

  async list(given: ReviewListQuery): Promise<ReviewList> {
    const { query, unknown } = await this.read(given);
    const found = await listPage<SummaryRow>(this.source, query, listed(query));
    return { ...found, items: found.items.map(withOldNames), unknown };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, ReviewSummary>> {
    const found = await itemsById<SummaryRow>(on, listed({}), ids);
    return new Map([...found].map(([id, row]) => [id, withOldNames(row)]));
  }

  /** The values to filter the list by, with how many reviews each would find beside the filters that are on. */
  async choices(query: ReviewListQuery): Promise<Choices<ReviewChoice>> {
    return await this.filters.get((await this.read(query)).query);
  }

  /** The query with what the library calls its publishers and themes, and what of them it does not know. */
  async read(query: ReviewListQuery): Promise<ReadFilters<ReviewListQuery>> {
    return await readFilters(query, {
      theme: (values) => this.themes.find(values),
      publisher: (values) => this.publishers.find(values),
    });
  }

  /**
   * A review without its parts.
   * @throws LibraryError not-found, also where the review is not published
   */
  async find(slug: string): Promise<Noticed<ReviewRow>> {
    const [row] = isSlug(slug) ? await prepared<ReviewRow>(this.source, 'review', REVIEW, [slug]) : [];
    if (!row)
      throw await this.tombstones.missing(`/reviews/${slug}`, 'There is no review with this address.');
    return this.notices.on(row, 'report');
  }

  /** What a review says on themes, and its documents: what it consists of in this room. */
  async partsOf(reviewId: string): Promise<ReviewParts> {
    return await readTogether<ReviewParts>(this.source, 'parts-of-review', REVIEW_PARTS, [reviewId]);
  }
}

const listed = (query: ReviewListQuery): ListStatement => ({
  id: 'r.id',
  from: REVIEWS,
  conditions: withReviewCodes(new Conditions(), query)
    .filter(query.year, (years) => `r.year = any(${years})`)
    .filter(query.publisher, (publishers) => publishedBy('r.publisher_id', publishers))
    .filter(query.theme, (slugs) => onThemes(familyOf(slugs))),
  order: REVIEW_SORTS[query.sort ?? '-publishedOn'],
  columns: REVIEW_SUMMARY_COLUMNS,
});

type SummaryRow = Omit<ReviewSummary, 'learningPoints' | 'recommendations'>;

const withOldNames = (row: SummaryRow): ReviewSummary => ({
  ...{ ...row, learningPoints: row.learningPointCount, recommendations: row.recommendationCount },
});

/** What the list can be filtered by. */
export type ReviewChoice = keyof typeof REVIEW_CHOICES | 'theme';

/** A review by its id, with what stands in its own row. */
export interface ReviewRow extends NamedReview {
  publisherSlug: string;
  publisherLink: string | null;
  publisherWebsite: string | null;
  relayedOn: string | null;
  summary: string | null;
  themes: ThemeRef[];
  keywords: string[];
  sources: SourceLink[];
  summarised: boolean;
}

export interface ReviewParts {
  learning: LearningPoint[];
  documents: ReviewDocumentLink[];
}

const REVIEW = `
  select ${REVIEW_REF_COLUMNS}, p.slug as "publisherSlug", p.website as "publisherLink",
    p.website as "publisherWebsite",
    ${partialDate('r', 'relayed')} as "relayedOn", r.summary, ${REVIEW_THEMES} as themes,
    r.keywords, ${sourceLinks('r')} as sources, r.summarised
  from ${REVIEWS} where r.slug = $1`;

/** By the id of the review, `$1`. */
export const REVIEW_PARTS: Readonly<Record<keyof ReviewParts, string>> = {
  learning: `
  select ${LEARNING_POINT_COLUMNS}
  from ${LEARNING_POINTS} where l.review_id = $1 order by l.position, l.id`,
  documents: `
  select d.kind, d.title, d.url as link from ${PUBLIC.document} d where d.review_id = $1 order by d.position`,
};
