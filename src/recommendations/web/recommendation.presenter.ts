import { SCOPE_WORDS } from '../recommendation.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { citeReview, sayReview, type ReviewName } from '../../reviews/web/say-review.js';
import type { ReviewRef } from '../../reviews/review-ref.model.js';
import { cutAtWord } from '../../platform/text/text.js';
import { presentNotice, type SummaryNoticeView } from '../../publishing/summary-notice.js';
import type { RecommendationAt } from '../recommendation.queries.js';
import { presentProgress, type ProgressView } from './progress.presenter.js';
import type {
  AgencyRef,
  RecommendationDetail,
  RecommendationItem,
  ReviewRecommendation,
} from '../recommendation.model.js';

export interface RecommendationView {
  id: string;
  url: string;
  number: string | null;
  /** “Recommendation 4b”. */
  name: string;
  text: string;
  /** The beginning of the text: what a list is read by. */
  title: string;
  /** “Local recommendation”, or empty. */
  scope: string;
  /** Names of who is to act, in a sentence. */
  addressees: string;
  agencies: AgencyRef[];
  themes: ThemeRef[];
  /** What came of it, as partnerships have released it. */
  progress: ProgressView[];
  review: ReviewName | null;
}

const LONGEST_TITLE = 160;

export function presentRecommendation(
  item: ReviewRecommendation,
  review: ReviewRef | null,
): RecommendationView {
  return {
    id: item.id,
    url: item.url,
    number: item.number,
    name: nameOf(item.number),
    text: item.text,
    title: cutAtWord(item.text, LONGEST_TITLE),
    scope: item.scope ? `${SCOPE_WORDS[item.scope]} recommendation` : '',
    addressees: item.addressees.map(({ name }) => name).join('; '),
    agencies: item.addressees,
    themes: item.themes,
    progress: item.progress.map(presentProgress),
    review: review && sayReview(review),
  };
}

const nameOf = (number: string | null): string => (number ? `Recommendation ${number}` : 'Recommendation');

export const presentRecommendationItem = (item: RecommendationItem): RecommendationView =>
  presentRecommendation(item, item.review);

export interface RecommendationPageView extends RecommendationView {
  review: ReviewName;
  /** “Adult R: recommendation 4b”. */
  heading: string;
  /** To quote it by, up to the address: by its number in the review, or else by its first words. */
  citation: string;
  /** What had its address before it was given another number. */
  before: { name: string; url: string }[];
  /** Where this library wrote its review. */
  notice: SummaryNoticeView | null;
}

export function presentRecommendationPage(
  item: RecommendationDetail,
  before: RecommendationAt['before'] = [],
): RecommendationPageView {
  const which = item.number ?? `“${cutAtWord(item.text, LONGEST_QUOTE)}”`;
  return {
    ...presentRecommendation(item, null),
    review: sayReview(item.review),
    heading: `${item.review.label}: recommendation${item.number ? ` ${item.number}` : ''}`,
    citation: `${citeReview(item.review)}, recommendation ${which}.`,
    before: before.map(({ number, url }) => ({
      name: number ? `recommendation ${number}` : 'a recommendation without a number',
      url,
    })),
    notice: presentNotice(item, 'report'),
  };
}

const LONGEST_QUOTE = 80;
