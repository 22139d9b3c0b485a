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
  /** Its place in addresses. */
  slug: string;

  /** What it is called. */
  name: string;
}

/** What organisations have said to a recommendation, counted. */
export class PromiseCounts {
  /** How many were asked. */
  asked: number;

  /** How many have answered. */
  answered: number;

  /** How many accepted it. */
  accepted: number;

  /** How many accepted it in part. */
  acceptedInPart: number;

  /** How many did not accept it. */
  notAccepted: number;

  /** How many said that it is not for them. */
  disputed: number;

  /** How many have not answered. */
  awaiting: number;
}

/** What came of a recommendation, as a partnership that follows it has released it: how it stood on that day. */
export class RecommendationProgress {
  /** Slug of the partnership. */
  partnership: string;

  /** What the partnership is called. */
  partnershipName: string;

  /** In neutral words, approved by somebody else than who wrote them. */
  publicLine: string;

  /** What those who were asked have said. */
  responses: PromiseCounts;

  /** How far what was promised is. */
  @ApiProperty({ enum: codesOf(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  /** What the audit lead makes of it. */
  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  /** How far impact is proven. */
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

  /** Its words. */
  text: string;

  /** How far it reaches. */
  @ApiProperty({ type: 'string', enum: [...RECOMMENDATION_SCOPES, null], nullable: true })
  scope: RecommendationScope | null;

  /** Who is to act. */
  addressees: AgencyRef[];

  /** What it is about. */
  themes: ThemeRef[];

  /** What came of it, by partnership; empty where nobody has published a response. */
  progress: RecommendationProgress[];
}

/** A recommendation outside its review. */
export class RecommendationItem extends ReviewRecommendation {
  /** The review that asks for it. */
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
  /** The recommendations of this page. */
  items: RecommendationItem[];
}
