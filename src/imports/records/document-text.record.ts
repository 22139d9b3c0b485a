import { Item, LongText, Text, WholeNumber } from './fields.js';
import { ReviewReference } from './review-reference.record.js';

export class DocumentTextRecord {
  @Item(() => ReviewReference, { required: true })
  review: ReviewReference;

  /** The kind of one of the review's documents or, where several are of that kind, its title. */
  @Text(500, { required: true })
  document: string;

  @WholeNumber(1, 9999, { required: true })
  page: number;

  @LongText(200_000, { required: true })
  text: string;
}
