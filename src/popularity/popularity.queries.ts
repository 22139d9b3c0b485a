import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { NEWEST_REVIEW } from '../reviews/review.sql.js';
import { ThemeDirectory } from '../themes/theme-directory.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import type { ThemeSummary } from '../themes/theme.model.js';
import { TODAY } from '../platform/dates/today.sql.js';

/** Fewer uses than this, of all themes together, say nothing about what people look for. */
const FEWEST_USES = 5;
const RECENT_REVIEWS = 10;

export interface PopularThemes {
  /** By what they come first: how often they were used, or in how many reviews they are. */
  by: 'uses' | 'reviews';
  themes: ThemeRef[];
}

/** Reads which themes people look for and which the newest reviews are about: accepted ones, as the public sees them. */
@Injectable()
export class PopularityQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: ThemeDirectory,
  ) {}

  /**
   * The themes that were used most lately. Where they are fewer than asked for, those of most reviews follow; where there
   * was hardly any use, these alone.
   */
  async popular(days = 30, limit = 8): Promise<PopularThemes> {
    const [themes, rows] = await Promise.all([
      this.accepted(),
      this.source.query<{ slug: string; uses: number }[]>(USED, [days]),
    ]);
    const used = rows.filter(({ slug }) => themes.has(slug));
    const enough = used.reduce((sum, { uses }) => sum + uses, 0) >= FEWEST_USES;
    const slugs = [...(enough ? used.map(({ slug }) => slug) : []), ...inMostReviews([...themes.values()])];
    return { by: enough ? 'uses' : 'reviews', themes: refs(slugs, themes, limit) };
  }

  /** The themes of the newest reviews: first those that most of these carry, then those of the newest. */
  async recent(limit = 8): Promise<ThemeRef[]> {
    const [themes, rows] = await Promise.all([
      this.accepted(),
      this.source.query<{ slug: string }[]>(RECENT),
    ]);
    return refs(
      rows.map(({ slug }) => slug),
      themes,
      limit,
    );
  }

  /** By slug. The directory follows what is published and withdrawn at once. */
  private async accepted(): Promise<Map<string, ThemeSummary>> {
    const themes = (await this.directory.read()).filter(({ status }) => status === 'accepted');
    return new Map(themes.map((theme) => [theme.slug, theme]));
  }
}

/** Without the groups at the top: they gather what is below them and would always come first. */
function inMostReviews(themes: readonly ThemeSummary[]): string[] {
  const above = new Set(themes.map(({ broader }) => broader?.slug));
  return themes
    .filter(({ slug, broader, counts }) => counts.reviewCount > 0 && (broader !== null || !above.has(slug)))
    .toSorted(
      (a, b) => b.counts.reviewCount - a.counts.reviewCount || a.label.localeCompare(b.label, 'en-GB'),
    )
    .map(({ slug }) => slug);
}

function refs(
  slugs: readonly string[],
  themes: ReadonlyMap<string, ThemeSummary>,
  limit: number,
): ThemeRef[] {
  return [...new Set(slugs)]
    .flatMap((slug) => themes.get(slug) ?? [])
    .slice(0, limit)
    .map(({ slug, label }) => ({ slug, label }));
}

/** A theme that another one replaced counts for that one. */
const SHOWN = `join ${PUBLIC.theme} used on used.id = counted.theme_id
  join ${PUBLIC.theme} shown on shown.id = coalesce(used.replaced_by_id, used.id)`;

const USED = `
  select shown.slug, sum(counted.uses)::int as uses from theme_use counted ${SHOWN}
  where counted.day > ${TODAY} - $1::int
  group by shown.slug order by sum(counted.uses) desc, shown.slug`;

const RECENT = `
  with newest as materialized (
    select r.id, row_number() over (order by ${NEWEST_REVIEW}) as place from ${PUBLIC.review} r
    where r.published_on is not null order by ${NEWEST_REVIEW} limit ${RECENT_REVIEWS}
  ), counted as (
    select of_review.theme_id, place from newest cross join lateral (
      select distinct tag.theme_id from ${PUBLIC.themeTag} tag where tag.review_id = newest.id) as of_review
  )
  select shown.slug from counted ${SHOWN}
  group by shown.slug order by count(distinct place) desc, min(place), shown.slug`;
