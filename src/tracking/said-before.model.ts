import { ApiProperty } from '@nestjs/swagger';
import { ReviewRef } from '../reviews/review-ref.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import {
  EARLIER_DECISIONS,
  IMPACT_LEVELS,
  ITEM_DELIVERY_WORDS,
  JUDGEMENTS,
  type EarlierDecision,
  type ImpactLevel,
  type ItemDelivery,
  type Judgement,
} from './tracking.js';

/** What came of an earlier recommendation in this partnership. */
export class EarlierItem {
  /** Id of the item that follows it. */
  id: string;

  /** Its number in the partnership. */
  ref: string;

  /** How far its actions are. */
  @ApiProperty({ enum: Object.keys(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  /** What the audit lead makes of it. */
  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  /** How far impact is proven. */
  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;

  /** How it stands, in words. */
  word: string;
}

/** An earlier recommendation that may be, or is, on the same matter. */
export class EarlierRecommendation {
  /** Id of the recommendation. */
  id: string;

  /** As its review numbers it. */
  number: string | null;

  /** As it reads today; null where it is not public any more, and not followed here. */
  text: string | null;

  /** Null where its review is not public just now. */
  @ApiProperty({ type: ReviewRef, nullable: true })
  review: ReviewRef | null;

  /** Themes that it has in common with what is followed. */
  sharedThemes: ThemeRef[];

  /** Null where nobody has decided. */
  @ApiProperty({ type: 'string', enum: [...EARLIER_DECISIONS, null], nullable: true })
  decision: EarlierDecision | null;

  /** The day of the decision. */
  on: string | null;

  /** Why it was decided so; null where nobody said. */
  reason: string | null;

  /** Null where this partnership does not follow it; of others nothing is said. */
  @ApiProperty({ type: EarlierItem, nullable: true })
  followed: EarlierItem | null;
}

/** Earlier recommendations on the matter of an item. */
export class SaidBeforeAnswer {
  /** How often it has been said, this time included, as far as it was confirmed. */
  times: number;

  /** By an audit lead, the newest review first. */
  confirmed: EarlierRecommendation[];

  /** To be confirmed or dismissed, the most alike first; none for a day that is over. */
  suggested: EarlierRecommendation[];

  /** Those of which somebody said that they asked for something else. */
  dismissed: EarlierRecommendation[];
}
