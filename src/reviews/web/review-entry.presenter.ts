import { sayRelayed } from '../../platform/dates/say-dates.js';
import { cutAtWord, notSaid } from '../../platform/text/text.js';
import { count } from '../../platform/text/words.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import type { ReviewSummary } from '../review.model.js';
import { joinFacts, sayReview } from './say-review.js';

/** In a list, this much of a summary is enough to choose by. */
const LONGEST_SUMMARY = 300;

/** A review in a list. */
export interface ReviewEntryView {
  url: string;
  title: string;
  facts: string;
  summary: string | null;
  /** “4 learning points, 2 recommendations”. */
  holds: string;
  themes: ThemeRef[];
}

export function presentReviewEntry(review: ReviewSummary): ReviewEntryView {
  return {
    url: review.url,
    title: review.title,
    facts: joinFacts([sayReview(review).facts, review.publishedOn ? null : sayRelayed(review.relayedOn)]),
    summary: review.summary && cutAtWord(review.summary, LONGEST_SUMMARY),
    holds: [
      review.learningPointCount > 0 && count(review.learningPointCount, 'learning point'),
      review.recommendationCount > 0 && count(review.recommendationCount, 'recommendation'),
    ]
      .filter(Boolean)
      .join(', '),
    themes: notSaid(review.themes, review.title),
  };
}
