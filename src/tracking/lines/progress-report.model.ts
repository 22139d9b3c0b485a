import { ApiProperty } from '@nestjs/swagger';
import { ProtectedTermItem } from '../../publishing/anonymity/protected-term.model.js';

/** The words of a progress report. */
export class ProgressReportWords {
  /** Its heading. */
  title: string;

  /** In neutral words; a blank line begins another paragraph. */
  introduction: string;
}

/** A partnership's report on how far the recommendations of a review are. */
export class ProgressReportItem {
  /** Id of the report. */
  id: string;

  /** Slug of the review. */
  review: string;

  /** What the review is called. */
  reviewLabel: string;

  /** As it was written last; null where that was redacted. */
  @ApiProperty({ type: ProgressReportWords, nullable: true })
  written: ProgressReportWords | null;

  /** Name of who wrote it; null where it was redacted. */
  writtenBy: string | null;

  /** Whether what was written last is not what is public. */
  isWaiting: boolean;

  /** The day of the release; null while nothing is public. */
  releasedOn: string | null;

  /** For `If-Match`. */
  version: number;
}

export class ProgressReportList {
  /** By review. */
  items: ProgressReportItem[];
}

export class ProtectedTermList {
  /** Words that must not be published. */
  items: ProtectedTermItem[];
}
