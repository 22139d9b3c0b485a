import { ApiProperty, OmitType } from '@nestjs/swagger';
import { withCodes } from '../platform/text/coded-fields.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { REVIEW_CODES, type ReviewCodes } from './review.js';

/** What the API says of a review's coded fields. */
export const ReviewCoded = withCodes<ReviewCodes, typeof LibraryRecord>(
  REVIEW_CODES,
  LibraryRecord,
  (_, codes, { description }) =>
    ApiProperty({ type: 'string', enum: [...codes, null], nullable: true, description }),
);

/** A review with all by which it is named and quoted. */
export class NamedReview extends ReviewCoded {
  /** The publisher's or a catalogue's own identifier. */
  reference: string | null;

  /** As its publisher calls it, such as "Child J". Two publishers may use the same label. */
  label: string;

  /** Its title. */
  title: string;

  /** Name of the publisher. */
  publisher: string;

  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;

  /** Whether this library wrote what it says of the review, from the review's sources: say so wherever it is shown. */
  summaryByLibrary: boolean;
}

/**
 * A review as other records name it: enough to quote it and to link to it. When it changed it says itself; what names it would
 * change with it.
 */
export class ReviewRef extends OmitType(NamedReview, ['updatedAt']) {}
