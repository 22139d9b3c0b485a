import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../../platform/http/listing/list.model.js';
import { ReviewRef } from '../../reviews/review-ref.model.js';
import { ThemeRef } from '../../themes/theme-ref.model.js';

/** How many reviews of one year carry a theme. */
export class ThemeYear {
  /** Year of the review's publication. */
  year: number;

  /** How many of that year’s reviews carry the theme. */
  reviews: number;

  /** How many reviews of this year the library holds in all: few may mean few reviews, not a rarer theme. */
  allReviews: number;
}

/** A theme that is found in the same reviews. */
export class ThemeTogether extends ThemeRef {
  /** Address of its page. */
  url: string;

  /** How many reviews carry both. */
  reviews: number;

  /** How many times as often as chance alone would bring both together. */
  @ApiProperty({ format: 'double' })
  lift: number;
}

/** A review that carries a theme after recommendations on it had been published. */
export class LaterReview {
  /** The review. */
  review: ReviewRef;

  /** How many recommendations on the theme are known to have been published before this review. */
  earlierRecommendations: number;
}

export class LaterReviewList extends ListAnswer {
  /** The reviews of this page. */
  items: LaterReview[];
}

/**
 * Said before, seen again. A review is later only where the dates say so: of two reviews known by the same year alone,
 * neither is. A review looks back on events that may be older than a recommendation: this is no judgement on anyone.
 */
export class ThemeRecurrence {
  /** Year of the first recommendation on the theme whose date is known. */
  firstRecommended: number | null;

  /** How many recommendations on the theme were published before at least one of these reviews. */
  recommendations: number;

  /** Newest first. `page` and `limit` of the request are about this list. */
  laterReviews: LaterReviewList;
}

/** What the published reviews say of a theme and of narrower ones, in numbers. */
export class ThemeStatistics {
  /** The theme. */
  theme: ThemeRef;

  /** How many reviews carry the theme: in a learning point or a recommendation, or by naming it. */
  reviews: number;

  /** Every year from the first review with the theme to the library's newest review; empty where no year is known. */
  years: ThemeYear[];

  /** How many of the reviews have no known year. */
  withoutYear: number;

  /** At most eight, the strongest links first. */
  together: ThemeTogether[];

  /** What was recommended, and seen again. */
  recurrence: ThemeRecurrence;
}
