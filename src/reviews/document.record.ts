import { column, type FieldMap } from '../platform/bundle/field-map.js';
import { Keyword, Text, WebAddress } from '../platform/bundle/fields.js';

export class DocumentRecord {
  /** A document of no known kind is simply a `document`. */
  @Keyword()
  kind?: string;

  @Text(500)
  title?: string;

  @WebAddress()
  url?: string;
}

/** The title of a document that is known by its kind alone. */
export function titleOfKind(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const DOCUMENT_FIELDS: FieldMap<DocumentRecord> = {
  kind: column('kind'),
  title: column('title'),
  url: column('url'),
};
