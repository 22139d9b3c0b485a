import { citeReview } from '../reviews/web/say-review.js';
import { sayReviewType } from '../reviews/review.js';
import type { LearningPoint } from '../reviews/learning.model.js';
import type { ReviewRef } from '../reviews/review-ref.model.js';
import type { ReviewRecommendation } from '../recommendations/recommendation.model.js';
import type { ReviewTold, ToldReview } from './schemas.js';

interface Ref {
  slug: string;
  label: string;
}
type NamedReview = Pick<ReviewRef, 'slug' | 'label' | 'title' | 'publisher' | 'type' | 'publishedOn'> &
  Partial<Pick<ReviewRef, 'summaryByLibrary'>>;
type Learning = ReviewTold['learning'][number];
type Recommendation = ReviewTold['recommendations'][number];

/** Says the library's records in the shapes of the tools, with addresses in full. */
export class Teller {
  /** @param origin of the library's addresses */
  constructor(private readonly origin: string) {}

  theme = ({ slug, label }: Ref): Ref & { webUrl: string } => ({
    ...{ slug, label, webUrl: `${this.origin}/themes/${slug}` },
  });

  review = (review: NamedReview): ToldReview => {
    const { slug, label, title, publisher, publishedOn, summaryByLibrary = false } = review;
    const webUrl = `${this.origin}/reviews/${slug}`;
    return {
      ...{ slug, label, title, publisher, publishedOn, summaryByLibrary, webUrl },
      type: sayReviewType(review.type) || null,
      citeAs: this.cite(citeReview(review), webUrl),
    };
  };

  learning = (point: LearningPoint, source: string): Learning => ({
    id: point.id,
    kind: point.kind,
    theme: this.theme(point.theme),
    quotation: point.statement === null ? null : { text: point.statement, source },
    pages: point.pages,
    webUrl: this.origin + point.url,
  });

  recommendation = (item: ReviewRecommendation, source: string): Recommendation => ({
    id: item.id,
    number: item.number,
    quotation: { text: item.text, source },
    addressees: item.addressees.map(({ name }) => name),
    themes: item.themes.map(this.theme),
    webUrl: this.origin + item.url,
  });

  address = (path: string): string => this.origin + path;

  /** Of an address of this library, in full or as a path, without what only a page reads; null of any other. */
  pathOf = (address: string): string | null => {
    if (!URL.canParse(address, this.origin)) return null;
    const { origin, pathname, hash } = new URL(address, this.origin);
    return origin === new URL(this.origin).origin ? pathname.replace(/(.)\/$/, '$1') + hash : null;
  };

  cite = (what: string, webUrl: string): string => `${what}. Practice review library, ${webUrl}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A snippet of the search, whose only markup is `<mark>`, as text. */
export const plainSnippet = (html: string): string =>
  html.replace(/<\/?mark>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!);
