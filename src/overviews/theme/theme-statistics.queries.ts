import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../../platform/postgres/conditions.js';
import { listPage } from '../../platform/postgres/list-page.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import { windowOf } from '../../platform/http/listing/page.js';
import type { PageQuery } from '../../platform/http/listing/page-query.dto.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { NEWEST_REVIEW, onThemes, REVIEW_REF, REVIEWS } from '../../reviews/review.sql.js';
import { ThemeQueries, type ThemeFamily } from '../../themes/theme.queries.js';
import { ThemeDirectory } from '../../themes/theme-directory.js';
import type { ThemeRecurrence, ThemeStatistics, ThemeYear } from './theme-statistics.model.js';
import { COUNTED_IN_REVIEWS, MAY_BE_OUT, publishedSince } from './theme-statistics.sql.js';
import { strongestTogether, type FoundTogether } from './theme-together.js';

const MOST_TOGETHER = 8;
/** As many as a large thesaurus has; who asks for one more pays for it anew. */
const KEPT_THEMES = 500;

/** What is dear to count and is therefore kept: small, however many reviews carry the theme. */
interface Counted extends Omit<ThemeStatistics, 'theme' | 'recurrence'> {
  /** How many recommendations had surely been published by which day, oldest first: each counts all before it. */
  recommendedBy: { day: string; year: number; recommendations: number }[];
  /** The first day on which the newest review with the theme may have been published. */
  newest: string | null;
}

/** Reads what the published reviews say of a theme in numbers: over the years, beside other themes, again. */
@Injectable()
export class ThemeStatisticsQueries {
  private readonly kept = new Map<string, PublishedCache<Counted, ThemeFamily>>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemeQueries,
    private readonly directory: ThemeDirectory,
  ) {}

  /**
   * @param query which part of the later reviews
   * @throws LibraryError not-found
   */
  async read(slug: string, query: PageQuery): Promise<ThemeStatistics> {
    return await this.of(await this.themes.family(slug), query);
  }

  /** Of a theme that was read already; as new as it is, or newer. */
  async of(theme: ThemeFamily, query: PageQuery): Promise<ThemeStatistics> {
    const { slug, label } = theme;
    const counted = await this.counted(theme);
    const { reviews, years, withoutYear, together } = counted;
    const recurrence = await this.recurrence(theme, counted, query);
    return { theme: { slug, label }, reviews, years, withoutYear, together, recurrence };
  }

  private async counted(theme: ThemeFamily): Promise<Counted> {
    const { slug } = theme;
    const kept =
      this.kept.get(slug) ?? new PublishedCache<Counted, ThemeFamily>(this.source, (now) => this.count(now));
    // What was asked for last is dropped last.
    this.kept.delete(slug);
    this.kept.set(slug, kept);
    if (this.kept.size > KEPT_THEMES) this.kept.delete(this.kept.keys().next().value!);
    return await kept.at(theme.revision, theme);
  }

  private async count({ slug, familyIds, revision }: ThemeFamily): Promise<Counted> {
    const [[row], directory] = await Promise.all([
      this.source.query<CountedRow[]>(COUNTED_IN_REVIEWS, [familyIds, slug]),
      this.directory.read(revision),
    ]);
    const { years, together, recommendedBy } = row!;
    const carrying = years.reduce((sum, { reviews }) => sum + reviews, 0);
    const all = years.reduce((sum, { allReviews }) => sum + allReviews, 0);
    let sum = 0;
    return {
      reviews: carrying,
      years: everyYear(years),
      withoutYear: years.find(({ year }) => year === null)?.reviews ?? 0,
      together: strongestTogether(together, { carrying, all }, directory, MOST_TOGETHER),
      recommendedBy: recommendedBy.map((row) => ({ ...row, recommendations: (sum += row.recommendations) })),
      newest: years.findLast(({ newest }) => newest !== null)?.newest ?? null,
    };
  }

  private async recurrence(
    { familyIds }: ThemeFamily,
    { recommendedBy, newest }: Counted,
    query: PageQuery,
  ): Promise<ThemeRecurrence> {
    const [first] = recommendedBy;
    if (!first) {
      const { page, limit } = windowOf(query);
      return {
        firstRecommended: null,
        recommendations: 0,
        laterReviews: { page, limit, total: 0, items: [] },
      };
    }
    const earlier = (day: string): number =>
      recommendedBy.findLast((known) => known.day <= day)?.recommendations ?? 0;
    const later = await listPage<{ review: ReviewRef; day: string }>(this.source, query, {
      id: 'r.id',
      from: REVIEWS,
      conditions: new Conditions().among(familyIds, onThemes).among([first.day], publishedSince),
      order: NEWEST_REVIEW,
      columns: `${REVIEW_REF} as review, ${MAY_BE_OUT} as day`,
    });
    return {
      firstRecommended: first.year,
      recommendations: newest === null ? 0 : earlier(newest),
      laterReviews: {
        ...later,
        items: later.items.map(({ review, day }) => ({ review, earlierRecommendations: earlier(day) })),
      },
    };
  }
}

/** All years from the first with a review on the theme to the last with any: also those without one. */
function everyYear(rows: readonly YearRow[]): ThemeYear[] {
  const known = rows.filter((row): row is YearRow & ThemeYear => row.year !== null);
  const first = known.find(({ reviews }) => reviews > 0)?.year;
  const last = known.at(-1)?.year;
  if (first === undefined || last === undefined) return [];
  const ofYear = new Map(known.map((row) => [row.year, row]));
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const { reviews = 0, allReviews = 0 } = ofYear.get(first + place) ?? {};
    return { year: first + place, reviews, allReviews };
  });
}

/** Years without a number come last. `newest` is the first day on which the last review with the theme may have come out. */
type YearRow = Omit<ThemeYear, 'year'> & { year: number | null; newest: string | null };

interface CountedRow extends Pick<Counted, 'recommendedBy'> {
  years: YearRow[];
  together: FoundTogether[];
}
