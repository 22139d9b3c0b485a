import { fieldProblem, type BundleKind } from '../platform/bundle/bundle-kind.js';
import { DOCUMENT_TEXT_FIELDS, DocumentTextRecord } from './document-text.record.js';
import { DocumentService } from './document.service.js';
import { matchDocumentTexts } from './match-document-texts.js';

/** The text of one page of a document. Its reviews are found when reviews settle. */
export const documentTextKind: BundleKind<'document-text', DocumentTextRecord> = {
  name: 'document-text',
  plural: 'Pages of documents',
  record: DocumentTextRecord,
  fields: DOCUMENT_TEXT_FIELDS,
  identifiedBy: 'page',
  identify: ({ review, document, page }, noted) => ({
    ...{ name: document, edition: String(noted.review(review)), page },
  }),
  check: ({ review }) => (review.publisher ? [] : [fieldProblem('review.publisher', 'is required')]),
  settle: async (run) => await matchDocumentTexts(run),
  write: async (run) => run.count('document-text', await new DocumentService().importPages(run)),
};
