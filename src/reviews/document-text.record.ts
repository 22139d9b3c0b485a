import { identifies, links, type FieldMap } from '../platform/bundle/field-map.js';
import { Item, LongText, Text, WholeNumber } from '../platform/bundle/fields.js';
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

export const DOCUMENT_TEXT_FIELDS: FieldMap<DocumentTextRecord> = {
  review: identifies('document_id'),
  document: identifies('document_id'),
  page: identifies('page'),
  text: links('text of the page'),
};
