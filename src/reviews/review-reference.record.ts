import { Text, WholeNumber } from '../platform/bundle/fields.js';

/** Names a review. Without a publisher: the only one of that label, the record's own publisher's first. */
export class ReviewReference {
  @Text()
  publisher?: string;

  @Text(undefined, { required: true })
  label: string;

  @WholeNumber(1900, 2199)
  year?: number;
}
