import { sayReviewType } from '../review.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { SHORT_NOTICE } from '../../publishing/summary-notice.js';
import type { ReviewRef } from '../review-ref.model.js';

/** A review as other pages name it. */
export interface ReviewName {
  url: string;
  /** “Child J”. */
  label: string;
  /** “Darlington Safeguarding Partnership · Local child safeguarding practice review · February 2025”. */
  facts: string;
  /** “Child J, Darlington Safeguarding Partnership, February 2025”: one line, for quoting. */
  line: string;
}

type Named = Pick<ReviewRef, 'slug' | 'label' | 'publisher' | 'type' | 'publishedOn'> &
  Partial<Pick<ReviewRef, 'summaryByLibrary'>>;

/** Labels repeat between publishers, so the publisher always stands beside the label. What is unknown is left out. */
export function sayReview(review: Named): ReviewName {
  const date = sayPartialDate(review.publishedOn);
  return {
    url: `/reviews/${review.slug}`,
    label: review.label,
    facts: joinFacts([
      review.publisher,
      sayReviewType(review.type),
      date,
      review.summaryByLibrary ? SHORT_NOTICE : null,
    ]),
    line: [review.label, review.publisher, date].filter(Boolean).join(', '),
  };
}

/** “Darlington Safeguarding Partnership (February 2025), Child J: …”: to quote it by, without a stop. */
export function citeReview({
  publisher,
  title,
  publishedOn,
}: Pick<ReviewRef, 'publisher' | 'title' | 'publishedOn'>): string {
  return `${publisher} (${sayPartialDate(publishedOn) || 'no date'}), ${title}`;
}

/** Facts on one line, without those that are not known. */
export const joinFacts = (facts: (string | null | undefined)[]): string => facts.filter(Boolean).join(' · ');
