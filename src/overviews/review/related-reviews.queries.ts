import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { NEWEST_REVIEW, REVIEW_REF, REVIEWS } from '../../reviews/review.sql.js';
import type { RelatedReview } from './review-detail.model.js';

const MOST_RELATED = 5;
/** The rarest of the themes that two reviews share say best why they belong together. */
const THEMES_NAMED = 3;
/** Themes that so large a part of all reviews would share by chance do not make two of them related. */
const BY_CHANCE = 0.1;

/** Reads which published reviews share the rarest accepted themes with one. */
@Injectable()
export class RelatedReviewQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Those that share most first. */
  async of(reviewId: string): Promise<RelatedReview[]> {
    return await this.source.query<RelatedReview[]>(RELATED, [
      reviewId,
      -Math.log(BY_CHANCE),
      THEMES_NAMED,
      MOST_RELATED,
    ]);
  }
}

// A theme is worth what it tells: the logarithm of how few reviews carry it. One that was replaced counts for that one.
const RELATED = `
  with meant as materialized (
    select used.id, shown.id as theme_id, shown.slug, shown.label from (
      select id, replaced_by_id from ${PUBLIC.theme} where status = 'accepted' or replaced_by_id is not null) used
    join ${PUBLIC.acceptedTheme} shown on shown.id = coalesce(used.replaced_by_id, used.id)
  ), own as (
    select meant.theme_id from ${PUBLIC.themeTag} tag join meant on meant.id = tag.theme_id where tag.review_id = $1
  ), carried as materialized (
    select distinct tag.review_id, meant.theme_id, meant.slug, meant.label
    from ${PUBLIC.themeTag} tag join meant on meant.id = tag.theme_id
    where tag.review_id is not null and meant.theme_id in (select theme_id from own)
  ), worth as (
    select theme_id, ln((select count(*) from ${PUBLIC.review})::float8 / count(*)) as worth
    from carried group by theme_id
  ), shared as (
    select review_id, sum(worth) as worth,
      json_agg(json_build_object('slug', slug, 'label', label) order by worth desc, lower(label)) as themes
    from carried join worth using (theme_id) where review_id <> $1
    group by review_id having sum(worth) >= $2
  )
  select ${REVIEW_REF} as review, (
    select json_agg(theme order by place) from json_array_elements(shared.themes) with ordinality as one (theme, place)
    where place <= $3) as themes
  from shared join ${REVIEWS} on r.id = shared.review_id
  order by shared.worth desc, ${NEWEST_REVIEW} limit $4`;
