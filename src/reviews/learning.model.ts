import { LEARNING_KINDS, type LearningKind } from './review.js';
import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../platform/http/listing/list.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { ReviewRef } from './review-ref.model.js';

/** How one theme showed up in one review; or, as `theme-named`, a theme that the review names without a word on it. */
export class LearningPoint {
  id: string;

  /** Its place on the page of its review. */
  url: string;

  theme: ThemeRef;

  /** The part of `url` after `#`: unique within the review. */
  anchor: string;

  /** `theme-named` teaches nothing and counts nowhere as a learning point. */
  @ApiProperty({ enum: LEARNING_KINDS })
  kind: LearningKind;

  /** Null for `theme-named`, and only there. */
  statement: string | null;

  /** The words that the source uses for the theme; null where it uses the theme's own name. */
  phrase: string | null;

  /** Pages of the full report. */
  pages: number[];
}

/** A learning point outside its review. */
export class LearningPointItem extends LearningPoint {
  review: ReviewRef;
}

export class LearningPointList extends ListAnswer {
  items: LearningPointItem[];
}

/** What one review teaches on a theme, or that it names it. */
export interface LearningGroup {
  review: ReviewRef;
  points: LearningPoint[];
}
