import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { NEWEST_REVIEW, REVIEW_REF, REVIEWS } from '../../reviews/review.sql.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import type { RelatedReview } from './review-detail.model.js';
import { relatedTo, type CarriedTheme } from './related-reviews.js';

/** Reads which published reviews share the rarest accepted themes with one. */
@Injectable()
export class RelatedReviewQueries {
  /** Which reviews carry which themes: read once for all reviews, for it costs hardly more than to read it for one. */
  private readonly carried: PublishedCache<{ newest: string[]; themes: CarriedTheme<ThemeRef>[] }>;

  constructor(@InjectDataSource() private readonly source: DataSource) {
    this.carried = new PublishedCache(source, async () => {
      const [reviews, themes] = await Promise.all([
        source.query<{ id: string }[]>(NEWEST),
        source.query<{ theme: ThemeRef; reviews: string[] }[]>(CARRIED),
      ]);
      const newest = reviews.map(({ id }) => id);
      return { newest, themes: themes.map((one) => ({ theme: one.theme, reviews: new Set(one.reviews) })) };
    });
  }

  /** Those that share most first; of equals the newest. */
  async of(reviewId: string): Promise<RelatedReview[]> {
    const { newest, themes } = await this.carried.get();
    const related = relatedTo(reviewId, newest, themes);
    if (related.length === 0) return [];
    const rows = await prepared<{ id: string; review: ReviewRef }>(
      this.source,
      'references-of-reviews',
      REFS,
      [related.map(({ id }) => id)],
    );
    const refs = new Map(rows.map(({ id, review }) => [id, review]));
    // What was withdrawn a moment ago is not among them any more.
    return related.flatMap(({ id, shared }) => {
      const review = refs.get(id);
      return review ? { review, themes: shared } : [];
    });
  }
}

const NEWEST = `select r.id from ${PUBLIC.review} r order by ${NEWEST_REVIEW}`;

// A theme that was replaced counts for the one in its place.
const CARRIED = `
  with meant as materialized (
    select used.id, shown.id as theme_id, shown.slug, shown.label from ${PUBLIC.theme} used
    join ${PUBLIC.acceptedTheme} shown on shown.id = coalesce(used.replaced_by_id, used.id)
  ), tagged as materialized (
    select theme_id, review_id from ${PUBLIC.themeTag} where review_id is not null
  )
  select json_build_object('slug', meant.slug, 'label', meant.label) as theme,
    json_agg(distinct tagged.review_id) as reviews
  from tagged join meant on meant.id = tagged.theme_id
  group by meant.theme_id, meant.slug, meant.label order by lower(meant.label)`;

const REFS = `select r.id, ${REVIEW_REF} as review from ${REVIEWS} where r.id = any($1)`;
