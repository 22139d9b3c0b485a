import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import { NEWEST_REVIEW } from '../../reviews/review.sql.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { RelatedReviews, type CarriedTheme } from './related-reviews.js';

/** Reads which published reviews share the rarest accepted themes with one. */
@Injectable()
export class RelatedReviewQueries {
  /** Which reviews carry which themes: read once for all reviews, for it costs hardly more than to read it for one. */
  private readonly carried: PublishedCache<RelatedReviews<ThemeRef>>;

  constructor(@InjectDataSource() source: DataSource) {
    this.carried = new PublishedCache(source, async () => {
      const [reviews, themes] = await Promise.all([
        source.query<{ id: string }[]>(NEWEST),
        source.query<CarriedTheme<ThemeRef>[]>(CARRIED),
      ]);
      return new RelatedReviews(
        reviews.map(({ id }) => id),
        themes,
      );
    });
  }

  /** The ids of those that share most, the most first, of equals the newest; each with the rarest themes that are shared. */
  async of(reviewId: string): Promise<{ id: string; shared: ThemeRef[] }[]> {
    return (await this.carried.get()).to(reviewId);
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
