import { RECOMMENDATION_SCOPES, type RecommendationScope } from './recommendation.js';
import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../platform/text/closed-list.js';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { SummaryNotice } from '../publishing/summary-notice.model.js';
import {
  IMPACT_LEVELS,
  ITEM_DELIVERY_WORDS,
  JUDGEMENTS,
  type ImpactLevel,
  type ItemDelivery,
  type Judgement,
} from './progress.js';
import { ReviewRef } from '../reviews/review-ref.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';

/** Who acts on a recommendation. */
export class AgencyRef {
  slug: string;
  name: string;
}

/** What organisations have said to a recommendation, counted. */
export class PromiseCounts {
  asked: number;
  answered: number;
  accepted: number;
  acceptedInPart: number;
  notAccepted: number;
  disputed: number;
  awaiting: number;
}

/** What came of a recommendation, as a partnership that follows it has released it: how it stood on that day. */
export class RecommendationProgress {
  /** Slug of the partnership. */
  partnership: string;
  partnershipName: string;

  /** In neutral words, approved by somebody else than who wrote them. */
  publicLine: string;

  responses: PromiseCounts;

  @ApiProperty({ enum: codesOf(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;

  /** The level asks for a sample or a source that was not given. */
  impactClaimed: boolean;

  /** The day of the release, YYYY-MM-DD. */
  updatedOn: string;
}

/** What a review asks of named agencies. */
export class ReviewRecommendation extends LibraryRecord {
  /** As the review numbers it: "1", "4b". */
  number: string | null;

  text: string;

  @ApiProperty({ type: 'string', enum: [...RECOMMENDATION_SCOPES, null], nullable: true })
  scope: RecommendationScope | null;

  addressees: AgencyRef[];
  themes: ThemeRef[];

  /** What came of it, by partnership; empty where nobody has published a response. */
  progress: RecommendationProgress[];
}

/** A recommendation outside its review. */
export class RecommendationItem extends ReviewRecommendation {
  review: ReviewRef;
}

/** One recommendation, with where the words of its review come from. */
export class RecommendationDetail extends RecommendationItem {
  /** Of its review. */
  sources: SourceLink[];

  /** To be shown with it where this library wrote its review from these sources; null where its publisher did. */
  summarised: SummaryNotice | null;
}

export class RecommendationList extends FilteredAnswer {
  items: RecommendationItem[];
}
