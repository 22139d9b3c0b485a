import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BriefingQueries } from '../briefings/briefing.queries.js';
import { Conditions } from '../database/conditions.js';
import { listPage } from '../database/list-page.js';
import { partialDate } from '../database/partial-date.sql.js';
import { published } from '../database/published.js';
import { PublishedCache } from '../database/published-cache.js';
import { sourceLinks } from '../database/sources.sql.js';
import { LibraryError } from '../errors/library-error.js';
import { isSlug } from '../listing/address.js';
import { publishedBy } from '../partnerships/publisher.sql.js';
import type { ReviewRecommendation } from '../recommendations/recommendation.model.js';
import { RECOMMENDATION_COLUMNS } from '../recommendations/recommendation.sql.js';
import { ThemeDirectory } from '../themes/theme-directory.js';
import { themeFamily } from '../themes/theme-family.js';
import type { ReviewListQuery } from './api/review-query.dto.js';
import type { LearningPoint } from './learning.model.js';
import { LEARNING_POINT_COLUMNS } from './learning.sql.js';
import type {
  ReviewDetail,
  ReviewDocumentLink,
  ReviewFilters,
  ReviewList,
  ReviewSummary,
} from './review.model.js';
import {
  onThemes,
  REVIEW_REF_COLUMNS,
  REVIEW_SORTS,
  REVIEW_SUMMARY_COLUMNS,
  REVIEW_THEMES,
} from './review.sql.js';

/** Reads published reviews. */
@Injectable()
export class ReviewQueries {
  private readonly choices: PublishedCache<Omit<ReviewFilters, 'theme'>>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly briefings: BriefingQueries,
    private readonly themes: ThemeDirectory,
  ) {
    this.choices = new PublishedCache(source, async () => {
      const [row] = await source.query<Omit<ReviewFilters, 'theme'>[]>(CHOICES);
      return row!;
    });
  }

  async list(query: ReviewListQuery): Promise<ReviewList> {
    const family = query.theme?.length ? await themeFamily(this.source, query.theme) : undefined;
    const conditions = new Conditions(published('r'))
      .filter(query.type, (types) => `r.type = any(${types})`)
      .filter(query.about, (about) => `r.about = any(${about})`)
      .filter(query.year, (years) => `r.year = any(${years})`)
      .filter(query.publisher, (publishers) => publishedBy('r.publisher_id', publishers))
      .among(family, onThemes);
    return await listPage<ReviewSummary>(this.source, query, {
      id: 'r.id',
      from: 'review r join partnership p on p.id = r.publisher_id',
      conditions,
      order: REVIEW_SORTS[query.sort ?? '-publishedOn'],
      columns: REVIEW_SUMMARY_COLUMNS,
    });
  }

  /** @throws LibraryError not-found, also where the review is not published */
  async find(slug: string): Promise<ReviewDetail> {
    const [row] = isSlug(slug) ? await this.source.query<ReviewRow[]>(REVIEW, [slug]) : [];
    if (!row) throw new LibraryError('not-found', 'There is no review with this address.');
    const { id, keywords, sources, ...review } = row;
    const [learning, recommendations, documents, briefings] = await Promise.all([
      this.source.query<LearningPoint[]>(LEARNING, [id]),
      this.source.query<ReviewRecommendation[]>(RECOMMENDATIONS, [id]),
      this.source.query<ReviewDocumentLink[]>(DOCUMENTS, [id]),
      this.briefings.ofReview(id),
    ]);
    return { ...review, learning, recommendations, documents, briefings, keywords, sources };
  }

  /** The values that published reviews have, with how many reviews each would find: for a filter form. */
  async filters(): Promise<ReviewFilters> {
    const [choices, themes] = await Promise.all([this.choices.get(), this.themes.read()]);
    const theme = themes
      .filter(({ counts }) => counts.reviews > 0)
      .map(({ slug, label, counts }) => ({ value: slug, label, count: counts.reviews }));
    return { ...choices, theme };
  }
}

type ReviewRow = { id: string } & Omit<
  ReviewDetail,
  'learning' | 'recommendations' | 'documents' | 'briefings'
>;

const REVIEW = `
  select r.id, ${REVIEW_REF_COLUMNS}, p.slug as "publisherSlug", p.website as "publisherWebsite",
    ${partialDate('r', 'relayed')} as "relayedOn", r.summary, ${REVIEW_THEMES} as themes,
    r.keywords, ${sourceLinks('r')} as sources
  from review r join partnership p on p.id = r.publisher_id
  where r.slug = $1 and ${published('r')}`;

const LEARNING = `
  select ${LEARNING_POINT_COLUMNS}
  from learning_point l join theme t on t.id = l.theme_id join review r on r.id = l.review_id
  where l.review_id = $1 and ${published('r')} order by l.position, l.id`;

const RECOMMENDATIONS = `
  select ${RECOMMENDATION_COLUMNS} from recommendation c join review r on r.id = c.review_id
  where c.review_id = $1 and ${published('r')} order by c.position, c.id`;

const DOCUMENTS = `
  select d.kind, d.title, d.url from review_document d join review r on r.id = d.review_id
  where d.review_id = $1 and ${published('r')} order by d.position`;

const choicesOf = (column: string, order: string): string => `
  (select coalesce(json_agg(json_build_object('value', value, 'label', value, 'count', n) order by ${order}), '[]'::json)
   from (select ${column}::text as value, count(*)::int as n from review r
         where ${published('r')} and ${column} is not null group by ${column}) as choice)`;

const CHOICES = `
  select
    (select coalesce(json_agg(json_build_object('value', p.slug, 'label', p.name, 'count', n) order by lower(p.name), p.slug), '[]'::json)
     from (select r.publisher_id, count(*)::int as n from review r where ${published('r')} group by r.publisher_id) as choice
     join partnership p on p.id = choice.publisher_id) as publisher,
    ${choicesOf('r.type', 'n desc, value')} as type,
    ${choicesOf('r.about', 'n desc, value')} as about,
    ${choicesOf('r.year', 'value desc')} as year`;
