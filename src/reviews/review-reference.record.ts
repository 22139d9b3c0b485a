import { Text, WholeNumber } from '../platform/bundle/fields.js';

/** Names a review. Without a publisher: the only one of that label, the record's own publisher's first. */
export class ReviewReference {
  @Text()
  publisher?: string;

  @Text(undefined, { required: true })
  label: string;

  /** The year by which it is known: of its publication or, where that is not known, of the day it was relayed. */
  @WholeNumber(1900, 2199)
  year?: number;
}
