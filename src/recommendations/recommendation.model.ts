import { RECOMMENDATION_SCOPES, type RecommendationScope } from './recommendation.js';
import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../platform/http/listing/list.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { SummaryNotice } from '../publishing/summary-notice.model.js';
import { ReviewRef } from '../reviews/review-ref.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';

/** Who acts on a recommendation. */
export class AgencyRef {
  slug: string;
  name: string;
}

/** What a review asks of named agencies. */
export class ReviewRecommendation {
  id: string;

  /** Address of its page. */
  url: string;

  /** As the review numbers it: "1", "4b". */
  number: string | null;

  text: string;

  @ApiProperty({ type: 'string', enum: [...RECOMMENDATION_SCOPES, null], nullable: true })
  scope: RecommendationScope | null;

  addressees: AgencyRef[];
  themes: ThemeRef[];
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

export class RecommendationList extends ListAnswer {
  items: RecommendationItem[];
}
