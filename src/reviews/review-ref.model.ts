import { ApiProperty } from '@nestjs/swagger';
import { REVIEW_ABOUT, REVIEW_TYPES, type ReviewAbout, type ReviewType } from './review.entity.js';

/** A review by name: enough to quote it and to link to it. */
export class ReviewRef {
  slug: string;

  /** Address of its page. */
  url: string;

  /** The publisher's or a catalogue's own identifier. */
  reference: string | null;

  /** As its publisher calls it, such as "Child J". Two publishers may use the same label. */
  label: string;

  title: string;

  /** Name of the publisher. */
  publisher: string;

  @ApiProperty({ type: 'string', enum: [...REVIEW_TYPES, null], nullable: true })
  type: ReviewType | null;

  @ApiProperty({ type: 'string', enum: [...REVIEW_ABOUT, null], nullable: true })
  about: ReviewAbout | null;

  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;
}
