import { LEARNING_KINDS, type LearningKind } from './review.js';
import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { SummaryNotice } from '../publishing/summary-notice.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { ReviewRef } from './review-ref.model.js';

/** How one theme showed up in one review; or, as `theme-named`, a theme that the review names without a word on it. */
export class LearningPoint extends LibraryRecord {
  /** What it is about. */
  theme: ThemeRef;

  /** The part of `url` after `#`: unique within the review. */
  anchor: string;

  /** `theme-named` teaches nothing and counts nowhere as a learning point. */
  @ApiProperty({ enum: LEARNING_KINDS })
  learningKind: LearningKind;

  /** Null for `theme-named`, and only there. */
  statement: string | null;

  /** The words that the source uses for the theme; null where it uses the theme's own name. */
  phrase: string | null;

  /** Pages of the full report. */
  pages: number[];
}

/** A learning point outside its review. */
export class LearningPointItem extends LearningPoint {
  /** The review that teaches it. */
  review: ReviewRef;
}

/** One learning point, with where the words of its review come from. */
export class LearningPointDetail extends LearningPointItem {
  /** Of its review. */
  sources: SourceLink[];

  /** To be shown with it where this library wrote its review from these sources; null where its publisher did. */
  summarised: SummaryNotice | null;
}

export class LearningPointList extends FilteredAnswer {
  /** The learning points of this page. */
  items: LearningPointItem[];
}

/** What one review teaches on a theme, or that it names it. */
export interface LearningGroup {
  review: ReviewRef;
  points: LearningPoint[];
}
