import { sameKey, type KnownPart } from '../platform/bundle/pair-parts.js';
import type { PartsOf } from '../platform/bundle/place-parts.js';
import { plainText } from '../platform/bundle/similarity.js';
import { ownerOf, type ReviewRecord } from '../reviews/review.record.js';
import type { RecommendationRecord, Recommending } from './recommendation.record.js';

export interface KnownRecommendation extends KnownPart {
  reviewId: string;
  number: string | null;
  text: string;
  /** What it said before. */
  formerly: string[];
}

type Either = KnownRecommendation | RecommendationRecord;

/**
 * What makes a recommendation the one that is known: its text, wherever it stands and whatever its number; else, as far
 * as `pairParts` finds no second reading, a text that is much like it under the same number. Its id is a public address,
 * and what agencies promise hangs on it.
 */
export const RECOMMENDATIONS: PartsOf<
  ReviewRecord & Recommending,
  KnownRecommendation,
  RecommendationRecord
> = {
  table: 'recommendation',
  kind: 'recommendation',
  noun: 'recommendation',
  field: 'recommendations',
  columns: `t.number, t.text, array(select v.text from recommendation_version v where v.recommendation_id = t.id
      order by v.since) as formerly`,
  owner: ownerOf,
  given: ({ recommendations }) => recommendations,
  identity: ({ text }) => [plainText(text)],
  certain: [
    sameKey(({ number, text }: Either) => JSON.stringify([number ?? null, plainText(text)])),
    sameKey(({ text }: Either) => plainText(text)),
    { known: ({ formerly }) => formerly.map(plainText), given: ({ text }) => plainText(text) },
  ],
  key: ({ number }) => number ?? null,
  text: ({ text }) => text,
  say: ({ number }) => (number === null ? 'a recommendation without a number' : `recommendation ${number}`),
};
