import { count } from '../../../platform/text/words.js';
import { sayReview, type ReviewName } from '../../../reviews/web/say-review.js';
import { paginationOf, sayShown, type Pagination } from '../../../platform/pages/pagination.js';
import { addressOf } from '../../../platform/pages/addresses.js';
import type { ThemeRef } from '../../../themes/theme-ref.model.js';
import type {
  LaterReview,
  ThemeRecurrence,
  ThemeStatistics,
  ThemeTogether,
} from '../theme-statistics.model.js';
import { togetherChart, yearsChart, type TogetherChart, type YearsChart } from './theme-chart.js';

/** A drawing with the words that say the same. */
interface Drawing<Chart> {
  chart: Chart;
  /** What is drawn, for those who do not see it. */
  title: string;
  /** What it shows, in a sentence or two. */
  description: string;
}

/** A theme over the years, beside other themes, and again. A part without a drawing has its sentence alone. */
export interface ThemePictureView {
  years: {
    sentence: string;
    drawing: Drawing<YearsChart> | null;
    rows: { year: string; reviews: string; allReviews: string }[];
  };
  together: {
    sentence: string;
    drawing: Drawing<TogetherChart> | null;
    rows: { slug: string; label: string; reviews: string; share: string }[];
    /** Where no pair was found twice: names to follow, not a drawing of ones. */
    names: ThemeRef[];
  };
  /** Null where the library holds no recommendation on the theme that others could come after. */
  again: SeenAgainView | null;
}

/** Said before, seen again. */
export interface SeenAgainView {
  sentence: string;
  /** When it was said first, and how often; empty where nothing was seen again. */
  details: string;
  reviews: { review: ReviewName; earlier: string }[];
  /** “See all 14 later reviews”; null where these are all. */
  rest: { href: string; text: string } | null;
}

/** Null where no review carries the theme: there is nothing to draw. */
export function presentThemePicture(statistics: ThemeStatistics): ThemePictureView | null {
  if (statistics.reviews === 0) return null;
  return {
    years: presentYears(statistics),
    together: presentTogether(statistics),
    again: statistics.recurrence.firstRecommended === null ? null : presentSeenAgain(statistics),
  };
}

function presentYears({ theme, reviews, years, withoutYear }: ThemeStatistics): ThemePictureView['years'] {
  const rows = years.map(({ year, reviews: ofYear, allReviews }) => ({
    year: String(year),
    reviews: ofYear.toLocaleString('en-GB'),
    allReviews: allReviews.toLocaleString('en-GB'),
  }));
  const withTheme = years.filter((year) => year.reviews > 0);
  const [first, last] = [withTheme[0], withTheme.at(-1)];
  if (!first || !last) {
    const sentence =
      reviews === 1 ? 'The year of the review is not known.' : 'The years of the reviews are not known.';
    return { sentence: `${carry(reviews)}. ${sentence}`, drawing: null, rows: [] };
  }
  const unknown =
    withoutYear > 0
      ? ` ${withoutYear === 1 ? 'One more has' : `${withoutYear.toLocaleString('en-GB')} more have`} no known year.`
      : '';
  const dated = reviews - withoutYear;
  if (first === last)
    return { sentence: `${carry(dated)}, published in ${first.year}.${unknown}`, drawing: null, rows: [] };
  const most = withTheme.reduce((highest, year) => (year.reviews > highest.reviews ? year : highest));
  return {
    sentence: `${carry(dated)}, published from ${first.year} to ${last.year}.${unknown}`,
    drawing: {
      chart: yearsChart(years),
      title: `Reviews about ${theme.label} in each year`,
      description: `A bar for every year from ${first.year} to ${years.at(-1)!.year}. The most are ${count(most.reviews, 'review')} in ${most.year}. The table below has every number.`,
    },
    rows,
  };
}

const carry = (reviews: number): string =>
  reviews === 1 ? 'Found in one review' : `Found in ${reviews.toLocaleString('en-GB')} reviews`;

function presentTogether({ theme, reviews, together }: ThemeStatistics): ThemePictureView['together'] {
  const nothing = { drawing: null, rows: [], names: [] };
  if (together.length === 0) return { ...nothing, sentence: 'No other theme is found in the same reviews.' };
  if (together.every((other) => other.reviews === 1)) {
    return {
      ...nothing,
      sentence:
        reviews === 1
          ? 'That review is also about:'
          : 'Each of these themes is also in one of those reviews:',
      names: together,
    };
  }
  // Which eight they are is a matter of how strong the link is; bars are read by their length.
  const byLength = together.toSorted((a, b) => b.reviews - a.reviews);
  return {
    sentence: `These themes are most closely linked with this one. The bars show how many of its ${reviews.toLocaleString('en-GB')} reviews are also about each.`,
    drawing: {
      chart: togetherChart(byLength),
      title: `Themes found in the same reviews as ${theme.label}`,
      description: describeTogether(byLength),
    },
    rows: byLength.map(({ slug, label, reviews: both }) => ({
      slug,
      label,
      reviews: both.toLocaleString('en-GB'),
      share: `${Math.round((both / reviews) * 100)}%`,
    })),
    names: [],
  };
}

const describeTogether = (together: readonly ThemeTogether[]): string =>
  `${together.map(({ label, reviews }) => `${label}: ${count(reviews, 'review')}`).join('; ')}.`;

/** Fair to everyone: it says what came after what, never that somebody failed. */
export function presentSeenAgain({
  theme,
  recurrence,
}: Pick<ThemeStatistics, 'theme' | 'recurrence'>): SeenAgainView {
  const { laterReviews } = recurrence;
  const shown = laterReviews.items.map(presentLaterReview);
  return {
    sentence: saySeenAgain(recurrence),
    details:
      laterReviews.total > 0
        ? `The first recommendation on it was published in ${recurrence.firstRecommended}; ${count(recurrence.recommendations, 'recommendation')} had been published before the newest of these reviews.`
        : '',
    reviews: shown,
    rest:
      laterReviews.total > shown.length
        ? {
            href: `/themes/${theme.slug}/seen-again`,
            text: `See all ${laterReviews.total.toLocaleString('en-GB')} later reviews`,
          }
        : null,
  };
}

function saySeenAgain({ firstRecommended, laterReviews: { total } }: ThemeRecurrence): string {
  if (firstRecommended === null)
    return 'No recommendation on this theme in the library has a known date, so we cannot say what came later.';
  if (total === 0)
    return 'No review about this theme is known to have been published after recommendations on it.';
  return `${total === 1 ? '1 review about this theme was' : `${total.toLocaleString('en-GB')} reviews about this theme were`} published after recommendations on it.`;
}

const presentLaterReview = ({
  review,
  earlierRecommendations,
}: LaterReview): SeenAgainView['reviews'][number] => ({
  review: sayReview(review),
  earlier: `${count(earlierRecommendations, 'recommendation')} on this theme came before it`,
});

/** The page that lists all later reviews of a theme. */
export interface SeenAgainPageView extends SeenAgainView {
  theme: ThemeRef;
  shown: string;
  pagination: Pagination | null;
}

export function presentSeenAgainPage(statistics: ThemeStatistics): SeenAgainPageView {
  const { theme, recurrence } = statistics;
  const { laterReviews } = recurrence;
  return {
    ...presentSeenAgain(statistics),
    theme,
    shown: sayShown(laterReviews, 'later review'),
    pagination: paginationOf(laterReviews, (page) => addressOf(`/themes/${theme.slug}/seen-again`, { page })),
  };
}
